// The loop of the fold in C, for measure only: what `clang -O3` makes of the same work on the same mapped columns.
//
// It reads the columns as `weir-bench` wrote them and the rules as `plan.bin` gives them, folds every account up to a
// day (scores, daily limits, caps, roles, echoes; nothing is decided, as in ours) and adds up where each stands. It is
// made for agreements of at most four categories and four limited signals, like the example's, and trusts its input.
//
//   fold INDEX COLUMNS PLAN    then, line by line on standard input:
//   fold      →  seconds, sum of all scores in millipoints, number of engaged buyers
//   sum       →  seconds, sum of all words of the columns: how fast this machine reads them at all
//   threads N →  folds and sums with N threads from now on
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <time.h>

enum { DAYS = 4096, LANES = 4, NEVER = INT32_MIN / 2 };
#define NOBODY UINT32_MAX

typedef struct { uint64_t place; uint32_t rows, notes, shares, buyers, flags; uint32_t profile; } Extent;

typedef struct {
    int32_t points;
    uint32_t limit;
    uint16_t category;
    uint8_t shift, counted, known, shares, consumes;
} Signal;

typedef struct { int32_t role, level; } Persona;
typedef struct { int64_t points, tier; } Fit;

typedef struct {
    int32_t folded;
    int16_t role, level;
    uint64_t counts;
    int64_t weight;
} Buyer;

typedef struct { uint64_t key; uint32_t from; int32_t day, next, heard; } Share;

static struct {
    int32_t until, window;
    int64_t echoPoints, echoUpward, echoCap, engagedAt, breadth, noRoleWeight;
    uint32_t caps[LANES];
    uint32_t factors[DAYS][LANES], echoFactors[DAYS];
    int64_t *weights;
    Signal *signals;
    Persona *personas;
    Fit *fits;
} plan;

static Extent *extents;
static int64_t accounts;
static const uint64_t *columns;
static uint64_t columnWords;
static int threads = 1;

// ── What one worker keeps ──────────────────────────────────────────────────────────────────────────
typedef struct {
    Buyer *buyers;
    uint32_t (*scores)[LANES];
    uint32_t room;
    // Shares.
    uint64_t mask;
    Share *shares;
    uint32_t shareCount, shareRoom;
    int32_t *heads;
    uint32_t headRoom;
    // Echo and fit.
    uint32_t echo;
    int32_t echoDay;
    int64_t fit;
} Fold;

static uint64_t key(uint32_t to, uint32_t content) { return (uint64_t)to << 32 | content; }
static uint64_t hash(uint64_t key) { return key * 0x9E3779B97F4A7C15u; }
static uint64_t bit(uint64_t key) { return 1ull << (hash(key) >> 58); }

static int32_t *head(Fold *f, uint64_t k) {
    uint32_t at = (uint32_t)(hash(k) >> 32) & (f->headRoom - 1);
    while (f->heads[at] >= 0 && f->shares[f->heads[at]].key != k) at = (at + 1) & (f->headRoom - 1);
    return &f->heads[at];
}

static void removeShares(Fold *f) {
    if (f->shareCount == 0) return;
    memset(f->heads, 0xFF, f->headRoom * sizeof *f->heads);
    f->shareCount = 0;
    f->mask = 0;
}

static void growHeads(Fold *f) {
    f->headRoom = f->headRoom ? f->headRoom * 2 : 64;
    free(f->heads);
    f->heads = malloc(f->headRoom * sizeof *f->heads);
    memset(f->heads, 0xFF, f->headRoom * sizeof *f->heads);
    // Only the first share of each key is a head; the others hang from it.
    for (int32_t i = 0; i < (int32_t)f->shareCount; i++) {
        int32_t *place = head(f, f->shares[i].key);
        if (*place < 0) *place = i;
    }
}

static void rememberShare(Fold *f, uint32_t from, uint32_t to, uint32_t content, int32_t day) {
    uint64_t k = key(to, content);
    f->mask |= bit(k);
    if ((f->shareCount + 1) * 2 > f->headRoom) growHeads(f);
    int32_t *first = head(f, k), last = -1;
    for (int32_t i = *first; i >= 0; i = f->shares[i].next) {
        if (f->shares[i].from == from) {
            f->shares[i].day = day;
            return;
        }
        last = i;
    }
    if (f->shareCount == f->shareRoom) {
        f->shareRoom = f->shareRoom ? f->shareRoom * 2 : 64;
        f->shares = realloc(f->shares, f->shareRoom * sizeof *f->shares);
    }
    f->shares[f->shareCount] = (Share){k, from, day, -1, 0};
    if (last < 0) *first = (int32_t)f->shareCount;
    else f->shares[last].next = (int32_t)f->shareCount;
    f->shareCount++;
}

static uint32_t scaled(uint32_t score, uint32_t factor) {
    return (uint32_t)(((uint64_t)score * factor + (1u << 30)) >> 31);
}

static uint32_t echoOn(const Fold *f, int32_t day) {
    int32_t days = day - f->echoDay;
    if (days == 0) return f->echo;
    return days >= DAYS ? 0 : scaled(f->echo, plan.echoFactors[days]);
}

static void hearEchoes(Fold *f, uint32_t consumer, uint32_t content, int32_t day) {
    uint64_t k = key(consumer, content);
    if ((f->mask & bit(k)) == 0) return;
    for (int32_t i = *head(f, k); i >= 0; i = f->shares[i].next) {
        Share *share = &f->shares[i];
        if (share->heard || day - share->day > plan.window) continue;
        share->heard = 1;
        int level = f->buyers[consumer].level, other = f->buyers[share->from].level;
        int64_t points = level >= 0 && other >= 0 && level < other ? plan.echoUpward : plan.echoPoints;
        int64_t sum = (int64_t)echoOn(f, day) + points;
        f->echo = (uint32_t)(sum < plan.echoCap ? sum : plan.echoCap);
        f->echoDay = day;
    }
}

static void takeNote(Fold *f, const Extent *e, const uint32_t *note) {
    if (note[2] == NOBODY) {
        f->fit = plan.fits[e->profile + note[3]].points;
        return;
    }
    Buyer *b = &f->buyers[note[2]];
    Persona persona = plan.personas[note[3]];
    b->role = (int16_t)persona.role;
    b->level = (int16_t)persona.level;
    b->weight = persona.role >= 0 ? plan.weights[persona.role] : plan.noRoleWeight;
}

// Notes wait until an echo may be heard, or all rows are folded: see HistoryFold.
static void foldRows(
    Fold *f, const Extent *e, const uint32_t *notes, uint32_t *note, uint32_t end, const uint16_t *days, const uint16_t *low, const uint16_t *high,
    const uint16_t *codes, const uint16_t *contents, const uint16_t *contentsHigh, const uint32_t *pairs,
    uint32_t pairCount)
{
    Buyer *buyers = f->buyers;
    for (uint32_t row = 0; row < end; row++) {
        int32_t day = days[row];
        Signal s = plan.signals[codes[row]];
        if (!s.known) continue;
        uint32_t buyer = low[row];
        if (high) buyer |= (uint32_t)high[row] << 16;
        Buyer *b = &buyers[buyer];
        int32_t elapsed = day - b->folded;
        uint64_t counts = elapsed == 0 ? b->counts : 0;
        if ((uint32_t)(counts >> s.shift & 0xFFFF) >= s.limit) continue;
        if (s.counted) counts += 1ull << s.shift;
        b->counts = counts;
        uint32_t *x = f->scores[buyer];
        if (__builtin_expect(elapsed >= DAYS, 0)) {
            memset(x, 0, sizeof f->scores[0]);
            elapsed = 0;
        }
        const uint32_t *factor = plan.factors[elapsed];
        for (int lane = 0; lane < LANES; lane++) x[lane] = scaled(x[lane], factor[lane]);
        b->folded = day;
        int64_t after = (int64_t)x[s.category] + s.points;
        if (after > plan.caps[s.category]) after = plan.caps[s.category];
        if (after < 0) after = 0;
        x[s.category] = (uint32_t)after;
        if (s.shares || s.consumes) {
            uint32_t content = contents[row];
            if (contentsHigh) content |= (uint32_t)contentsHigh[row] << 16;
            if (content != 0) {
                if (s.consumes && (f->mask & bit(key(buyer, content - 1)))) {
                    for (; *note < e->notes && notes[*note * 4] <= row; ++*note) takeNote(f, e, notes + *note * 4);
                    hearEchoes(f, buyer, content - 1, day);
                }
                if (s.shares) {
                    uint32_t from = 0, to = pairCount;
                    while (from < to) {
                        uint32_t middle = (from + to) / 2;
                        if (pairs[middle * 2] < row) from = middle + 1;
                        else to = middle;
                    }
                    if (from < pairCount && pairs[from * 2] == row && pairs[from * 2 + 1] != buyer)
                        rememberShare(f, buyer, pairs[from * 2 + 1], content - 1, day);
                }
            }
        }
    }
}

// The account's score on the last day, and how many of its buyers are engaged.
static int64_t foldAccount(Fold *f, const Extent *e, int64_t *engaged) {
    if (e->buyers > f->room) {
        f->room = e->buyers * 2;
        f->buyers = realloc(f->buyers, f->room * sizeof *f->buyers);
        f->scores = realloc(f->scores, f->room * sizeof *f->scores);
    }
    for (uint32_t i = 0; i < e->buyers; i++)
        f->buyers[i] = (Buyer){0, -1, -1, 0, plan.noRoleWeight};
    memset(f->scores, 0, e->buyers * sizeof *f->scores);
    f->fit = 0;
    f->echo = 0;
    f->echoDay = 0;
    removeShares(f);

    const uint32_t *notes = (const uint32_t *)(columns + e->place);
    const uint32_t *pairs = notes + e->notes * 4;
    const uint16_t *days = (const uint16_t *)(pairs + e->shares * 2);
    const uint16_t *low = days + e->rows, *codes = low + e->rows, *contents = codes + e->rows;
    const uint16_t *next = contents + e->rows;
    const uint16_t *high = e->flags & 1 ? next : NULL;
    if (high) next += e->rows;
    const uint16_t *contentsHigh = e->flags & 2 ? next : NULL;

    uint32_t end = 0, top = e->rows;
    while (end < top) {
        uint32_t middle = (end + top) / 2;
        if (days[middle] <= plan.until) end = middle + 1;
        else top = middle;
    }
    uint32_t note = 0;
    foldRows(f, e, notes, &note, end, days, low, high, codes, contents, contentsHigh, pairs, e->shares);
    for (; note < e->notes && (int32_t)notes[note * 4 + 1] <= plan.until; note++) takeNote(f, e, notes + note * 4);

    int64_t weighted = 0;
    uint64_t roles = 0;
    for (uint32_t i = 0; i < e->buyers; i++) {
        int32_t elapsed = plan.until - f->buyers[i].folded;
        int64_t now = 0;
        if (elapsed < DAYS)
            for (int lane = 0; lane < LANES; lane++) now += scaled(f->scores[i][lane], plan.factors[elapsed][lane]);
        weighted += now * f->buyers[i].weight;
        if (now >= plan.engagedAt) {
            ++*engaged;
            if (f->buyers[i].role >= 0) roles |= 1ull << f->buyers[i].role;
        }
    }
    return f->fit + weighted / 1000 + echoOn(f, plan.until) + plan.breadth * __builtin_popcountll(roles);
}

// ── Workers ────────────────────────────────────────────────────────────────────────────────────────
typedef struct { Fold fold; int64_t score, engaged; uint64_t sum; int number; } Worker;
static int64_t nextPiece;
enum { PIECE = 1024 };

static void *foldPieces(void *argument) {
    Worker *w = argument;
    for (;;) {
        int64_t first = __atomic_fetch_add(&nextPiece, PIECE, __ATOMIC_RELAXED);
        if (first >= accounts) return NULL;
        int64_t last = first + PIECE < accounts ? first + PIECE : accounts;
        for (int64_t a = first; a < last; a++) w->score += foldAccount(&w->fold, &extents[a], &w->engaged);
    }
}

static void *sumWords(void *argument) {
    Worker *w = argument;
    uint64_t first = columnWords * w->number / threads, last = columnWords * (w->number + 1) / threads, sum = 0;
    for (uint64_t i = first; i < last; i++) sum += columns[i];
    w->sum = sum;
    return NULL;
}

static void work(void *(*body)(void *), Worker *workers) {
    pthread_t others[64];
    nextPiece = 0;
    for (int i = 0; i < threads; i++) workers[i].number = i;
    for (int i = 1; i < threads; i++) pthread_create(&others[i], NULL, body, &workers[i]);
    body(&workers[0]);
    for (int i = 1; i < threads; i++) pthread_join(others[i], NULL);
}

// ── Files ──────────────────────────────────────────────────────────────────────────────────────────
static const void *map(const char *path, uint64_t *bytes) {
    int file = open(path, O_RDONLY);
    struct stat status;
    if (file < 0 || fstat(file, &status) != 0) {
        perror(path);
        exit(1);
    }
    *bytes = (uint64_t)status.st_size;
    const void *found = mmap(NULL, *bytes, PROT_READ, MAP_SHARED, file, 0);
    if (found == MAP_FAILED) {
        perror(path);
        exit(1);
    }
    return found;
}

static void readIndex(const char *path) {
    enum { HEADER = 13 };
    uint64_t bytes;
    const uint64_t *words = map(path, &bytes);
    if (words[1] != 1) {
        fprintf(stderr, "%s: columns of another version\n", path);
        exit(1);
    }
    accounts = (int64_t)words[9];
    extents = malloc((size_t)accounts * sizeof *extents);
    const uint64_t *from = words + HEADER + accounts;
    uint32_t profile = 0;
    for (int64_t a = 0; a < accounts; a++, from += 5) {
        extents[a] = (Extent){from[0] >> 8, (uint32_t)from[1], (uint32_t)(from[1] >> 32), (uint32_t)from[2],
                              (uint32_t)(from[2] >> 32), (uint32_t)(from[0] & 3), profile};
        profile += (uint32_t)from[3];
    }
}

static void readPlan(const char *path) {
    uint64_t bytes;
    const int64_t *p = map(path, &bytes);
    plan.until = (int32_t)*p++;
    plan.engagedAt = *p++;
    plan.breadth = *p++;
    plan.window = (int32_t)*p++;
    plan.echoPoints = *p++;
    plan.echoUpward = *p++;
    plan.echoCap = *p++;
    for (int d = 0; d < DAYS; d++) plan.echoFactors[d] = (uint32_t)*p++;
    for (int lane = 0; lane < LANES; lane++) {
        plan.caps[lane] = (uint32_t)*p++;
        for (int d = 0; d < DAYS; d++) plan.factors[d][lane] = (uint32_t)*p++;
    }
    plan.noRoleWeight = *p++;
    int64_t count = *p++;
    plan.weights = malloc((size_t)(count + 1) * sizeof *plan.weights);
    for (int64_t i = 0; i < count; i++) plan.weights[i] = *p++;
    count = *p++;
    plan.signals = calloc((size_t)(count + 1), sizeof *plan.signals);
    int shift = 0;
    for (int64_t i = 0; i < count; i++, p += 7) {
        Signal *s = &plan.signals[i];
        int limited = p[3] >= 0;
        *s = (Signal){(int32_t)p[1], limited ? (uint32_t)p[3] : UINT32_MAX, (uint16_t)p[2],
                      (uint8_t)(limited ? shift : 0), (uint8_t)limited, (uint8_t)p[0], (uint8_t)p[4], (uint8_t)p[5]};
        if (limited) shift += 16;
    }
    count = *p++;
    plan.personas = malloc((size_t)(count + 1) * sizeof *plan.personas);
    for (int64_t i = 0; i < count; i++, p += 2) plan.personas[i] = (Persona){(int32_t)p[0], (int32_t)p[1]};
    count = *p++;
    plan.fits = malloc((size_t)(count + 1) * sizeof *plan.fits);
    for (int64_t i = 0; i < count; i++, p += 2) plan.fits[i] = (Fit){p[0], p[1]};
}

static double now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

int main(int count, char **arguments) {
    if (count != 4) return 64;
    uint64_t bytes;
    readIndex(arguments[1]);
    columns = map(arguments[2], &bytes);
    columnWords = bytes / 8;
    readPlan(arguments[3]);
    static Worker workers[64];
    char line[64];
    while (fgets(line, sizeof line, stdin)) {
        int isSum = strncmp(line, "sum", 3) == 0;
        if (sscanf(line, "threads %d", &threads) == 1) {
            printf("0 0 0\n");
            fflush(stdout);
            continue;
        }
        for (int i = 0; i < 64; i++) workers[i].score = workers[i].engaged = 0, workers[i].sum = 0;
        double start = now();
        work(isSum ? sumWords : foldPieces, workers);
        double seconds = now() - start;
        int64_t score = 0, engaged = 0;
        uint64_t sum = 0;
        for (int i = 0; i < threads; i++) {
            score += workers[i].score;
            engaged += workers[i].engaged;
            sum += workers[i].sum;
        }
        if (isSum) printf("%.9f %llu %llu\n", seconds, (unsigned long long)(sum >> 1), (unsigned long long)bytes);
        else printf("%.9f %lld %lld\n", seconds, (long long)score, (long long)engaged);
        fflush(stdout);
    }
    return 0;
}

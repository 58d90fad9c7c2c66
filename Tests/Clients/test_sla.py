"""Business time against a counter that looks at every minute, by Python's zoneinfo: zones, holidays, clock changes."""

import functools
import json
import os
import random
import subprocess
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

SEED = int(os.environ.get("WEIR_SEED", "6"))
CASES = int(os.environ.get("WEIR_CASES", "12000"))
ZONES = """Europe/London Europe/Berlin Europe/Dublin America/New_York America/Los_Angeles America/St_Johns
America/Sao_Paulo America/Santiago America/Havana America/Nuuk Asia/Kolkata Asia/Kathmandu Asia/Tokyo Asia/Beirut
Asia/Tehran Asia/Jerusalem Africa/Casablanca Africa/Cairo Atlantic/Azores Australia/Sydney Australia/Lord_Howe
Pacific/Auckland Pacific/Chatham Pacific/Apia Pacific/Kiritimati UTC""".split()
DAYS = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
MINUTE = 60_000


def resolve(zone, day, minutes, milliseconds=0):
    """The instant of a local time: forward by the gap where it is skipped, the first where it happens twice."""
    local = datetime(day.year, day.month, day.day) + timedelta(minutes=minutes, milliseconds=milliseconds)
    return (local.replace(tzinfo=zone, fold=0) - EPOCH) // timedelta(milliseconds=1)


class Hours:
    """Which minutes are open, counted one by one over the days around a case."""

    def __init__(self, calendar, first):
        self.zone, self.calendar = ZoneInfo(calendar["timezone"]), calendar
        self.base = resolve(ZoneInfo("UTC"), first, 0)
        self.minutes, self.day = bytearray(4320), first
        self.days_known(8)

    def days_known(self, count):
        """Opens the minutes of more days. Three days of room follow: local days are not those of Greenwich."""
        self.minutes += bytes(count * 1440)
        for _ in range(count):
            for start, end in self.spans(self.day):
                first, last = [max((end - self.base) // MINUTE, 0) for end in (start, end)]
                self.minutes[first:last] = b"\1" * (last - first)
            self.day += timedelta(days=1)

    def texts(self, day):
        overrides, name = self.calendar.get("overrides", {}), day.isoformat()
        if name in overrides:
            return overrides[name]
        return [] if name in self.calendar.get("closed", []) else self.calendar["week"].get(DAYS[day.weekday()], [])

    def spans(self, day):
        for text in self.texts(day):
            start, end = [int(t[:2]) * 60 + int(t[3:]) for t in text.split("-")]
            start, end = resolve(self.zone, day, start), resolve(self.zone, day, end)
            if start < end:
                yield start, end

    def minute(self, instant):
        """The number of the minute in which an instant lies; five more days are known."""
        minute = (instant - self.base) // MINUTE
        while minute + 7200 >= len(self.minutes):
            self.days_known(8)
        return minute

    def open_minute(self, minute):
        """The first open one from a minute on."""
        while (found := self.minutes.find(1, minute, len(self.minutes) - 4320)) < 0:
            self.days_known(8)
        return found

    def elapsed(self, start, end):
        """All open minutes, but for what the first and the last have before and after."""
        first, last = self.minute(start), self.minute(end)
        return (self.minutes.count(1, first, last + 1) * MINUTE
                - self.minutes[first] * (start - self.base - first * MINUTE)
                - self.minutes[last] * (self.base + (last + 1) * MINUTE - end))

    def due(self, start, milliseconds):
        """One open minute after the other, until enough have passed."""
        minute = self.open_minute(self.minute(start))
        at = max(start, self.base + minute * MINUTE)
        while milliseconds > (left := self.base + (minute + 1) * MINUTE - at):
            milliseconds -= left
            minute = self.open_minute(minute + 1)
            at = self.base + minute * MINUTE
        return at + milliseconds

    def first_open(self, start):
        return max(start, self.base + self.open_minute(self.minute(start)) * MINUTE)

    def due_days(self, start, count):
        at = self.first_open(start)
        local = (EPOCH + timedelta(milliseconds=at)).astimezone(self.zone)
        day, since = local.date(), local.replace(tzinfo=None) - datetime(local.year, local.month, local.day)
        while count:
            day += timedelta(days=1)
            count -= any(True for _ in self.spans(day))
        same = resolve(self.zone, day, 0, since // timedelta(milliseconds=1))
        spans = sorted(self.spans(day))
        if any(start <= same < end for start, end in spans):
            return same
        before = [end for _, end in spans if end <= same]
        return max(before) if before else spans[0][0]


def clock(minutes):
    return f"{minutes // 60:02}:{minutes % 60:02}"


def random_hours(chance):
    style = chance.random()
    if style < 0.6:
        return chance.choice([["09:00-17:30"], ["09:00-12:30", "13:30-17:30"], ["08:00-12:00", "12:00-16:00"]])
    if style < 0.8:
        return chance.choice([["22:00-24:00"], ["00:00-06:00", "22:00-24:00"], ["00:00-24:00"], ["01:30-02:30"]])
    ends = sorted(chance.sample(range(0, 1441), 2 * chance.randint(1, 4)))
    return [f"{clock(a)}-{clock(b)}" for a, b in zip(ends[::2], ends[1::2])]


def random_case(chance, number):
    zone = chance.choice(ZONES)
    year = chance.randint(2009, 2031)
    start = datetime(year, 1, 1, tzinfo=timezone.utc) + timedelta(milliseconds=chance.randrange(365 * 86_400_000))
    if chance.random() < 0.4:
        start = near_change(chance, ZoneInfo(zone), year) or start
    if chance.random() < 0.7:
        start = start.replace(second=0, microsecond=0)
    near = [(start + timedelta(days=chance.randint(-1, 12))).date().isoformat() for _ in range(6)]
    week = {day: random_hours(chance) for day in DAYS if chance.random() < 0.75} or {"wed": ["10:00-11:00"]}
    calendar = {"timezone": zone, "week": week, "closed": near[:chance.randint(0, 3)],
                "overrides": {day: random_hours(chance) if chance.random() < 0.8 else []
                              for day in near[3:3 + chance.randint(0, 2)]}}
    case = {"id": number, "calendar": calendar, "start": text(start)}
    kind = chance.random()
    if kind < 0.3:
        case["end"] = text(start + timedelta(milliseconds=chance.randrange(20 * 86_400_000)))
    elif kind < 0.5:
        case["for"] = f"{chance.randint(1, 12)} business hours"
    elif kind < 0.7:
        case["for"] = f"{chance.randint(1, 900)} business minutes"
    elif kind < 0.9:
        case["for"] = f"{chance.randint(1, 6)} business days"
    else:
        case["for"] = f"{chance.randint(1, 90)} {chance.choice(['minutes', 'hours', 'days'])}"
    return case


def near_change(chance, zone, year):
    """A moment within two days of a change of clocks."""
    changes = changes_of(zone, year)
    if changes:
        return chance.choice(changes) + timedelta(milliseconds=chance.randrange(-2 * 86_400_000, 2 * 86_400_000))
    return None


@functools.cache
def changes_of(zone, year):
    days = [datetime(year, 1, 1, tzinfo=timezone.utc) + timedelta(days=day) for day in range(365)]
    offsets = [day.astimezone(zone).utcoffset() for day in days]
    return [day for day, now, then in zip(days, offsets, offsets[1:]) if now != then]


def text(moment):
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def milliseconds(moment):
    return (datetime.fromisoformat(moment.replace("Z", "+00:00")) - EPOCH) // timedelta(milliseconds=1)


def expected(case):
    start = milliseconds(case["start"])
    first = (EPOCH + timedelta(milliseconds=start)).date() - timedelta(days=3)
    hours = Hours(case["calendar"], first)
    if "end" in case:
        end = milliseconds(case["end"])
        return {"business_ms": hours.elapsed(start, end), "wall_ms": end - start}
    count, unit = case["for"].split(" ", 1)
    wall = {"minutes": MINUTE, "hours": 60 * MINUTE, "days": 1440 * MINUTE,
            "business minutes": MINUTE, "business hours": 60 * MINUTE}
    if unit == "business days":
        return {"due": hours.due_days(start, int(count))}
    if unit.startswith("business"):
        return {"due": hours.due(start, int(count) * wall[unit])}
    return {"due": start + int(count) * wall[unit]}


def ask(lines):
    return subprocess.run([os.environ["WEIR_BINARY"], "sla", "cases", "-"], input="\n".join(lines), text=True,
                          capture_output=True, check=False)


def test_equals_a_counter_of_minutes():
    print(f"seed {SEED}")
    chance = random.Random(SEED)
    cases = [random_case(chance, number) for number in range(CASES)]
    end = ask([json.dumps(case) for case in cases])
    assert end.returncode == 0, end.stdout[:500] + end.stderr
    answers = [json.loads(line) for line in end.stdout.splitlines()]
    assert [answer["id"] for answer in answers] == list(range(CASES))
    for case, answer in zip(cases, answers):
        if "due" in answer:
            answer["due"] = milliseconds(answer["due"])
        assert answer == {"id": case["id"], **expected(case)}, json.dumps(case)


def test_says_which_line_cannot_be_answered_and_why():
    week = {"mon": ["09:00-12:30", "12:00-17:30"]}
    bad = {"id": "b", "calendar": {"timezone": "Europe/London", "week": week}, "start": "2026-03-27T16:50:00Z",
           "for": "4 business hours"}
    good = {**bad, "id": "g", "calendar": {"timezone": "Europe/London", "week": {"mon": ["09:00-17:30"]}}}
    end = ask([json.dumps(bad), "nonsense", json.dumps(good), json.dumps({**good, "id": 7, "for": "1 fortnight"})])
    answers = [json.loads(line) for line in end.stdout.splitlines()]
    assert end.returncode == 65
    assert [answer["id"] for answer in answers] == ["b", None, "g", 7]
    assert answers[0]["error"]["code"] == "desk-bad-hours" and "calendar.week.mon" in answers[0]["error"]["place"]
    assert answers[2] == {"id": "g", "due": "2026-03-30T12:00:00Z"}
    assert answers[3]["error"]["code"] == "desk-bad-duration"

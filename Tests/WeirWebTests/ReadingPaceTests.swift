import Testing
import WeirWeb

@Suite("How fast a request has to come in")
struct ReadingPaceTests {
    let pace = ReadingPace(graceMillis: 20_000, minimumRate: 1_000, maximumBytes: 1_000_000)

    @Test func nothingIsAskedDuringTheGracePeriod() {
        var pace = pace
        #expect(pace.begin(at: 5_000) == 25_000)
        #expect(pace.verdict(at: 24_999) == .wait(until: 25_000))
    }

    @Test func whoeverSendsNothingIsTooSlowAfterIt() {
        var pace = pace
        _ = pace.begin(at: 5_000)
        #expect(pace.verdict(at: 25_000) == .tooSlow)
    }

    @Test func eachByteBuysTime() {
        var pace = pace
        _ = pace.begin(at: 0)
        let mayGoOn = pace.took(30_000)
        #expect(mayGoOn)
        #expect(pace.verdict(at: 20_000) == .wait(until: 50_000))
        #expect(pace.verdict(at: 50_000) == .tooSlow)
    }

    @Test func aByteNowAndThenDoesNotHoldAConnection() {
        var pace = pace
        var looks = [pace.begin(at: 0)]
        for second in stride(from: Int64(1), through: 30, by: 1) {
            _ = pace.took(1)
            if pace.verdict(at: second * 1_000) == .tooSlow { break }
            looks.append(second)
        }
        #expect(looks.count == 21)
    }

    @Test func thereIsAMost() {
        var pace = pace
        _ = pace.begin(at: 0)
        let (whole, oneMore) = (pace.took(1_000_000), pace.took(1))
        #expect(whole && !oneMore)
    }
}

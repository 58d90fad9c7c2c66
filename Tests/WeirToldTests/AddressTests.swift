import Testing
import WeirTestSupport
import WeirTold

@Suite("Where notices may go")
struct AddressTests {
    @Test(arguments: [
        "0.0.0.0", "10.0.0.1", "10.255.255.255", "100.64.0.1", "100.127.255.255", "127.0.0.1", "127.255.255.254",
        "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.170", "192.0.2.1", "192.88.99.1", "192.168.1.1",
        "198.18.0.1", "198.19.255.255", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.255", "240.0.0.1",
        "255.255.255.255", "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "64:ff9b::10.0.0.1",
        "64:ff9b::7f00:1", "64:ff9b:1::1", "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "fc00::1",
        "fd12:3456::1", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "::7f00:1", "4000::1",
    ])
    func closedAddresses(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(throws: AddressRule.Refusal.self) { try AddressRule().check(address, isPlain: false) }
    }

    @Test(arguments: [
        "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0", "126.255.255.255",
        "128.0.0.1", "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.167.255.255", "198.17.255.255",
        "223.255.255.255", "2600::1", "2a00:1450:4001::200e", "2001:4860:4860::8888", "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
    ])
    func publicAddresses(text: String) throws {
        let address = try #require(IPAddress(text))
        #expect(throws: Never.self) { try AddressRule().check(address, isPlain: false) }
        #expect(throws: AddressRule.Refusal.self) { try AddressRule().check(address, isPlain: true) }
    }

    @Test func networksOfOnesOwnAreOpen() throws {
        let rule = AddressRule(allowed: try ["10.1.0.0/16", "::1", "127.0.0.1"].map { try #require(Network($0)) })
        for text in ["10.1.255.3", "::1", "127.0.0.1", "::ffff:10.1.0.1"] {
            let address = try #require(IPAddress(text))
            #expect(throws: Never.self) { try rule.check(address, isPlain: true) }
        }
        for text in ["10.2.0.1", "127.0.0.2", "169.254.169.254"] {
            let address = try #require(IPAddress(text))
            #expect(throws: AddressRule.Refusal.self) { try rule.check(address, isPlain: false) }
        }
        for bad in ["10.1.0.1/16", "10.0.0.0/33", "10.0.0/8", "all", "", "fe80::1%eth0/64", "10.0.0.0/-1"] {
            #expect(Network(bad) == nil, "\(bad)")
        }
    }

    @Test func otherWaysToWriteAnAddressAreNone() {
        for text in [
            "2130706433", "0x7f.0.0.1", "127.1", "0177.0.0.0001", "1.2.3", "1.2.3.256", ":::", "1::2::3",
            "1:2:3:4:5:6:7",
            "1:2:3:4:5:6:7:8:9", "12345::", "g::", "1.2.3.4::", "::1.2.3.4:5", "",
        ] {
            #expect(IPAddress(text) == nil, "\(text)")
        }
    }

    @Test func everyIPv6AddressIsReadAsItWasWritten() throws {
        var chance = SeededChance(5)
        for _ in 0..<500 {
            let bytes = (0..<16).map { _ in chance.below(3) == 0 ? UInt8(chance.below(256)) : 0 }
            let groups = (0..<8).map { String(UInt16(bytes[$0 * 2]) << 8 | UInt16(bytes[$0 * 2 + 1]), radix: 16) }
            #expect(IPAddress(groups.joined(separator: ":"))?.bytes == bytes, "seed 5")
            let gap = groups.indices.first { groups[$0] == "0" }
            guard let gap else { continue }
            let short = groups[..<gap].joined(separator: ":") + "::" + groups[(gap + 1)...].joined(separator: ":")
            #expect(IPAddress(short)?.bytes == bytes, "seed 5 \(short)")
        }
    }

    @Test func hookAddressesSayExactlyWhomWeTalkTo() throws {
        let plain = try #require(HookAddress("https://hooks.example.com/services/T/B?x=1"))
        #expect(plain.host == "hooks.example.com" && plain.port == 443 && plain.path == "/services/T/B?x=1")
        #expect(plain.hint == "https://hooks.example.com/…" && plain.authority == "hooks.example.com")
        let six = try #require(HookAddress("http://[::1]:8080"))
        #expect(six.host == "::1" && six.port == 8080 && six.path == "/" && six.authority == "[::1]:8080")
        for bad in [
            "ftp://a.example", "https://user:pw@a.example/", "https://a.example#x", "https://a.example:0/",
            "https://a.example:99999/", "https://a.example /", "https:///x", "https://a.example\\@b.example/",
            "https://a.example/\r\nHost: b", "//a.example", "https://[::g]/", "https://exämple.com/", "",
        ] {
            #expect(HookAddress(bad) == nil, "\(bad)")
        }
    }
}

@Suite("When it is tried again")
struct RetryTests {
    @Test func tenAttemptsOverThreeDays() {
        let waits = (1...9).compactMap { RetrySchedule.waitMillis(afterAttempts: $0, jitterPermille: 0) }
        #expect(waits.count == 9 && waits.first == Int64(5_000) && waits.last == Int64(86_400_000))
        #expect(waits.reduce(0, +) == Int64(272_105_000))
        #expect(RetrySchedule.waitMillis(afterAttempts: 10, jitterPermille: 0) == nil)
        for attempts in 1...9 {
            for jitter in stride(from: Int64(0), to: 1000, by: 111) {
                let wait = RetrySchedule.waitMillis(afterAttempts: attempts, jitterPermille: jitter) ?? 0
                #expect(wait >= waits[attempts - 1] && wait * 10 <= waits[attempts - 1] * 11)
            }
        }
    }

    @Test func whatTheReceiverAsksForIsDoneWithinADay() {
        #expect(RetrySchedule.waitMillis(afterAttempts: 1, retryAfterSeconds: 120, jitterPermille: 0) == Int64(120_000))
        #expect(RetrySchedule.waitMillis(afterAttempts: 2, retryAfterSeconds: 1, jitterPermille: 0) == Int64(300_000))
        let far = RetrySchedule.waitMillis(afterAttempts: 1, retryAfterSeconds: .max, jitterPermille: 0)
        #expect(far == Int64(86_400_000))
        #expect(RetrySchedule.pauseMillis(failures: 1) == Int64(5_000))
        #expect(RetrySchedule.pauseMillis(failures: 99, retryAfterSeconds: -5) == Int64(900_000))
        #expect(RetrySchedule.pauseMillis(failures: 99, retryAfterSeconds: 6) == Int64(6_000))
    }

    @Test func whatAnAnswerMeans() {
        func verdict(_ status: Int) -> SendingOutcome.Verdict {
            SendingOutcome(httpStatus: status, retryAfter: nil, body: "").verdict
        }
        #expect([200, 202, 204].allSatisfy { verdict($0) == .delivered })
        #expect([301, 302, 307, 400, 401, 404].allSatisfy { verdict($0) == .refused })
        #expect([408, 429, 500, 502, 503, 504].allSatisfy { verdict($0) == .unreachable } && verdict(410) == .gone)
        #expect(SendingOutcome(httpStatus: 429, retryAfter: "30", body: "").retryAfterSeconds == 30)
        #expect(SendingOutcome(httpStatus: 429, retryAfter: "Wed, 21 Oct 2026", body: "").retryAfterSeconds == nil)
        #expect(SendingOutcome(mailStatus: 550, "no such mailbox").verdict == .hopeless)
        #expect(SendingOutcome(mailStatus: 451, "later").verdict == .refused)
    }
}

import Testing
import WeirFacts

@Suite("Times as systems write them")
struct InstantParserTests {
    static let readings: [(String, String)] = [
        ("2026-03-27", "2026-03-27T00:00:00Z"),
        ("2026-03-27T16:50:00Z", "2026-03-27T16:50:00Z"),
        ("2026-03-27 16:50:00", "2026-03-27T16:50:00Z"),
        ("2026-03-27t16:50:00z", "2026-03-27T16:50:00Z"),
        ("  2026-03-27T16:50  ", "2026-03-27T16:50:00Z"),
        ("2026-03-27T16:50:00.1Z", "2026-03-27T16:50:00.100Z"),
        ("2026-03-27T16:50:00.123456789Z", "2026-03-27T16:50:00.123Z"),
        ("2026-03-27T16:50:00,25Z", "2026-03-27T16:50:00.250Z"),
        ("2020-05-15 22:18:25 UTC", "2020-05-15T22:18:25Z"),
        ("2020-05-15 22:18:25 GMT", "2020-05-15T22:18:25Z"),
        ("2020-05-15 22:18:25 PST", "2020-05-16T06:18:25Z"),
        ("2020-05-15 22:18:25 GMT+8", "2020-05-15T14:18:25Z"),
        ("2020-05-15 22:18:25 UTC-03:30", "2020-05-16T01:48:25Z"),
        ("2010-10-14T12:00:00.000Z-0300", "2010-10-14T15:00:00Z"),
        ("2010-10-14T12:00:00+02:00", "2010-10-14T10:00:00Z"),
        ("2010-10-14T12:00:00+0530", "2010-10-14T06:30:00Z"),
        ("2010-10-14T12:00:00-08", "2010-10-14T20:00:00Z"),
        ("2010-10-14T12:00:00+02:00[Europe/Paris]", "2010-10-14T10:00:00Z"),
        ("2020-12-30 3:15:52", "2020-12-30T03:15:52Z"),
        ("2015-2-02T1:02:03Z", "2015-02-02T01:02:03Z"),
        ("2015/02/03 04:05", "2015-02-03T04:05:00Z"),
        ("07/15/2009 02:14:45+0800", "2009-07-14T18:14:45Z"),
        ("07/13/2009T22:14:45-0800", "2009-07-14T06:14:45Z"),
        ("3/4/2024", "2024-03-04T00:00:00Z"),
        ("15/4/2024", "2024-04-15T00:00:00Z"),
        ("3/4/24 2:05 PM", "2024-03-04T14:05:00Z"),
        ("3/4/2024, 12:00:01 a.m.", "2024-03-04T00:00:01Z"),
        ("03-04-2024", "2024-03-04T00:00:00Z"),
        ("31.12.2024 23:59", "2024-12-31T23:59:00Z"),
        ("04.03.2024", "2024-03-04T00:00:00Z"),
        ("15 Jul 2009", "2009-07-15T00:00:00Z"),
        ("15-Jul-09 10:00", "2009-07-15T10:00:00Z"),
        ("July 15, 2009 3pm", "2009-07-15T15:00:00Z"),
        ("Sept. 1 2009", "2009-09-01T00:00:00Z"),
        ("2009-Jul-15", "2009-07-15T00:00:00Z"),
        ("Wed, 15 Jul 2009 10:00:00 +0200", "2009-07-15T08:00:00Z"),
        ("20240115", "2024-01-15T00:00:00Z"),
        ("20240115103000", "2024-01-15T10:30:00Z"),
        ("20240115T103000Z", "2024-01-15T10:30:00Z"),
        ("1704164645", "2024-01-02T03:04:05Z"),
        ("1704164645.5", "2024-01-02T03:04:05.500Z"),
        ("1704164645678", "2024-01-02T03:04:05.678Z"),
        ("1704164645678901", "2024-01-02T03:04:05.678Z"),
        ("1704164645678901234", "2024-01-02T03:04:05.678Z"),
        ("45292", "2024-01-01T00:00:00Z"),
        ("45292.5", "2024-01-01T12:00:00Z"),
        ("45292.499999994", "2024-01-01T12:00:00Z"),
        ("2024-01-01T24:00:00Z", "2024-01-02T00:00:00Z"),
        ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
        ("2024-02-29", "2024-02-29T00:00:00Z"),
        ("1900-01-01", "1900-01-01T00:00:00Z"),
        ("9999-12-31 23:59:59", "9999-12-31T23:59:59Z"),
        ("2024-01-15+02:00", "2024-01-14T22:00:00Z"),
    ]

    @Test("readings", arguments: readings)
    func reads(text: String, expected: String) throws {
        #expect(try InstantParser().instant(text).description == expected)
    }

    @Test(
        "what is no time, and why",
        arguments: [
            ("", InstantParser.Problem.empty), ("   ", .empty), ("yesterday", .notATime), ("2024-13-01", .noSuchDay),
            ("2023-02-29", .noSuchDay), ("2024-04-31T00:00:00Z", .noSuchDay), ("31/31/2024", .noSuchDay),
            ("00/01/2024", .noSuchDay),
            ("2024-01-01T25:00:00Z", .noSuchTime), ("2024-01-01T10:60:00Z", .noSuchTime),
            ("2024-01-01T10:00:61Z", .noSuchTime),
            ("2024-01-01 13:00 PM", .noSuchTime), ("2024-01-01T24:00:01Z", .noSuchTime),
            ("1899-12-31", .yearOutOfRange),
            ("0000-01-01", .yearOutOfRange), ("99999999999999", .noSuchDay), ("2024-01-01T10:00:00 XYZ", .unknownZone),
            ("2024-01-01T10:00:00+25:00", .noSuchTime), ("2024-01-01T10:00:00.", .notATime),
            ("2024-01-01T10:00:00.1234567890Z", .notATime),
            ("2024-01-01T", .notATime), ("2024-01-01T10:0", .notATime), ("2024-01-01 10:00:00 and more", .unknownZone),
            ("12", .notATime),
            ("2024", .notATime), ("2024-01", .notATime), ("123456", .notATime), ("9999999999999999999", .notATime),
            ("1/2/3/4", .notATime),
            ("12345678901234567890123", .notATime), ("-", .notATime), ("45292.", .notATime), ("32.01.2024", .noSuchDay),
            ("Mon", .notATime),
            ("Mon Mon 2024", .notATime),
        ])
    func refuses(text: String, problem: InstantParser.Problem) {
        #expect(throws: problem) { try InstantParser().instant(text) }
    }

    @Test func theOrderOfDayAndMonthCanBeChosen() throws {
        let dayFirst = InstantParser(slashOrder: .dayFirst)
        #expect(try dayFirst.instant("3/4/2024").description == "2024-04-03T00:00:00Z")
        #expect(try dayFirst.instant("3/14/2024").description == "2024-03-14T00:00:00Z")
    }

    @Test func spreadsheetDaysCanBeTurnedOff() {
        #expect(throws: InstantParser.Problem.notATime) { try InstantParser(readsSerialDays: false).instant("45292") }
    }

    @Test func aLocalTimeIsReadInTheZoneOfTheCaller() throws {
        let summer = InstantParser(secondsAheadOfUTC: { wall in wall >= 1_711_854_000 ? 7200 : 3600 })
        #expect(try summer.instant("2024-03-01 12:00:00").description == "2024-03-01T11:00:00Z")
        #expect(try summer.instant("2024-06-01 12:00:00").description == "2024-06-01T10:00:00Z")
        #expect(try summer.instant("2024-06-01 12:00:00Z").description == "2024-06-01T12:00:00Z")
        #expect(try summer.instant("1704164645").description == "2024-01-02T03:04:05Z")
    }

    @Test func aDayIsTheOneThatIsWritten() throws {
        #expect(try InstantParser().day("2024-01-15T23:30:00-08:00").description == "2024-01-15")
    }

    @Test func everyInstantReadsBackAsItself() throws {
        let seed = UInt64.random(in: 0..<(.max))
        var state = seed
        for _ in 0..<5000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let instant = Instant(milliseconds: Int64(state % 255_611_289_600_000) - 2_208_988_800_000)
            #expect(try InstantParser().instant(instant.description) == instant, "seed \(seed)")
        }
    }

    @Test func nonsenseIsRefusedNotStumbledOver() {
        let seed = UInt64.random(in: 0..<(.max))
        var state = seed
        func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        let pieces = [
            "2024", "-", "/", ".", ":", "T", "Z", "+", " ", "12", "9", "99999999999", "Jan", "mon", "pm", "[", "]", "é",
            ",", "0",
        ]
        for _ in 0..<20_000 {
            let text = (0..<below(9)).map { _ in pieces[below(pieces.count)] }.joined()
            if let instant = try? InstantParser().instant(text) {
                #expect(
                    (-2_209_075_200_000...253_402_387_200_000).contains(instant.milliseconds), "\(text), seed \(seed)")
            }
        }
    }
}

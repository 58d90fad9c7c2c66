import Foundation

/// Business time: cases a second through `weir sla cases`, JSON lines in and out, over calendars of many zones.
struct DeskBench {
    let weir: String
    let folder: String
    var cases = 1_000_000

    private static let zones = [
        ("Europe/London", "GB"), ("America/New_York", "US"), ("Australia/Sydney", "AU"), ("Europe/Berlin", "DE"),
        ("Asia/Tokyo", "JP"), ("America/Sao_Paulo", "BR"),
    ]
    private static let durations = [
        "4 business hours", "30 business minutes", "2 business days", "5 business days", "30 minutes", "2 days",
    ]

    func run() throws {
        let file = "\(folder)/sla-\(cases).jsonl"
        if !FileManager.default.fileExists(atPath: file) { try write(file) }
        var seconds: [Double] = []
        for _ in 0..<3 { seconds.append(try Command.run([weir, "sla", "cases", file]).seconds) }
        Figure(name: "desk.sla", size: "\(cases) cases", value: Double(cases) / seconds.median, unit: "cases/s").show()
    }

    private func write(_ file: String) throws {
        let week = ["mon", "tue", "wed", "thu", "fri"].map { "\"\($0)\":[\"09:00-12:30\",\"13:30-17:30\"]" }
        var state: UInt64 = 6
        func below(_ bound: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((state >> 33) % UInt64(bound))
        }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        var text: [UInt8] = []
        text.reserveCapacity(cases * 340)
        for number in 0..<cases {
            let (zone, country) = DeskBench.zones[below(DeskBench.zones.count)]
            let start =
                "\(2024 + below(6))-\(two(1 + below(12)))-\(two(1 + below(28)))T\(two(below(24))):\(two(below(60))):00Z"
            text +=
                """
                {"id":"c\(number)","calendar":{"timezone":"\(zone)","week":{\(week.joined(separator: ","))},\
                "holidays":"\(country)","closed":["2026-12-28"],"overrides":{"2026-12-24":["09:00-12:00"]}},\
                "start":"\(start)","for":"\(DeskBench.durations[below(DeskBench.durations.count)])"}\n
                """.utf8
        }
        try Data(text).write(to: URL(filePath: file))
    }
}

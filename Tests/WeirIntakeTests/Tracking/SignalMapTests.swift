import Foundation
import Testing
import WeirAgreement
import WeirFacts
import WeirIntake
import WeirTestSupport

@Suite("signals.yaml")
struct SignalMapTests {
    private static let read = Result {
        let text = try ProjectFiles.text(ProjectFiles.exampleAgreement)
        return try #require(AgreementReader.read(Array(text.utf8)).agreement)
    }
    static func agreement() throws -> Agreement { try read.get() }

    private func read(_ text: String) throws -> SignalMapReading {
        SignalMap.read(Array(text.utf8), agreement: try Self.agreement())
    }

    private func example() throws -> SignalMap {
        let path = ProjectFiles.exampleAgreement.replacing("agreement.yaml", with: "signals.yaml")
        let reading = try read(ProjectFiles.text(path))
        #expect(reading.problems.map(\.description) == [])
        return try #require(reading.map)
    }

    private func page(_ path: String, host: String = "https://b.example") throws -> TrackedEvent {
        try event("{\"type\":\"page\",\"userId\":\"u\",\"properties\":{\"url\":\"\(host)\(path)\"}}")
    }

    private func track(_ name: String, _ properties: String = "{}", context: String = "{}") throws -> TrackedEvent {
        try event(
            "{\"type\":\"track\",\"userId\":\"u\",\"event\":\"\(name)\",\"properties\":\(properties),\"context\":\(context)}"
        )
    }

    private func signal(_ mapped: MappedEvent) -> MappedSignal? {
        if case .signal(let signal) = mapped { return signal }
        return nil
    }

    // MARK: The example

    @Test func theExampleMapsPages() throws {
        let map = try example()
        func name(_ path: String) throws -> String? { signal(map.map(try page(path)))?.signal }
        #expect(try name("/pricing") == "pricing_viewed")
        #expect(try name("/Pricing/?utm_source=x#top") == "pricing_viewed")
        #expect(try name("/pricing/enterprise/eu") == "pricing_viewed")
        #expect(try name("/pricing-old") == "page_viewed")
        #expect(try name("/") == "page_viewed")
        #expect(signal(map.map(try page("/blog/b2b"))) == MappedSignal(signal: "content_read", content: "/blog/b2b"))
        #expect(map.map(try page("/careers/sales")) == .ignored("says nothing of buying"))
    }

    @Test func theExampleMapsFormsContentAndMail() throws {
        let map = try example()
        #expect(signal(map.map(try track("form submitted", "{\"form\":\"Book-a-Demo\"}")))?.signal == "demo_requested")
        #expect(
            signal(map.map(try track("Form Submitted", "{\"form\":\"download-guide\",\"asset\":\"roi\"}")))
                == MappedSignal(signal: "content_downloaded", content: "roi"))
        #expect(
            map.map(try track("Form Submitted", "{\"form\":\"newsletter\"}"))
                == .unmapped(UnmappedKey(kind: .track, name: "Form Submitted")))
        #expect(
            signal(map.map(try track("Content Shared", "{\"asset\":\"roi\",\"recipient\":\" Bo@B.example\"}")))
                == MappedSignal(signal: "content_shared", content: "roi", sharedWith: "bo@b.example"))
        #expect(
            signal(map.map(try track("Unsubscribed", "{\"campaign_name\":\"Spring\"}")))
                == MappedSignal(signal: "unsubscribed", campaign: "Spring", channel: "email"))
        #expect(map.map(try track("Email Opened")) == .ignored("mail programs open mail by themselves"))
    }

    @Test(.enabled(if: ProjectFiles.hasShared(SegmentExampleTests.path)))
    func noExampleOfTheSpecificationIsLostSilently() throws {
        let map = try example()
        var unmapped = 0
        for example in try SegmentExampleTests.examples() {
            for event in try decode("/v1/batch", "{\"batch\":[\(example.payload)]}").events {
                if case .unmapped(let key) = map.map(event) {
                    unmapped += 1
                    #expect(key.name == event.name && key.kind == event.kind)
                }
            }
        }
        #expect(unmapped > 20)
    }

    /// `docs/tracking.md` is true: its example is sound, and it names every code and every field.
    @Test func theReferenceIsTrue() throws {
        let reference = try ProjectFiles.text(
            ProjectFiles.exampleAgreement.replacing("Examples/northwind/agreement.yaml", with: "docs/tracking.md"))
        let start = try #require(reference.firstRange(of: "```yaml\n"))
        let end = try #require(reference[start.upperBound...].firstRange(of: "```"))
        #expect(try read(String(reference[start.upperBound..<end.lowerBound])).problems.map(\.description) == [])
        let names =
            RejectedItem.Code.allCases.map(\.rawValue) + TrackingError.Code.allCases.map(\.rawValue)
            + AutomationVerdict.Reason.allCases.map(\.rawValue) + TrackingKind.allCases.map(\.rawValue)
            + ValueSource.PageField.allCases.map { "page." + $0.rawValue }
            + ValueSource.CampaignField.allCases.map { "campaign." + $0.rawValue }
            + ["event", "name", "path", "kind", "properties", "signal", "ignore", "content", "shared_with", "channel"]
            + ["one_of", "pattern", "at_least", "at_most", "present"]
        for name in names { #expect(reference.contains("`\(name)`"), "\(name)") }
    }

    // MARK: Without a rule

    @Test func eventsNamedLikeASignalAreIt() throws {
        let map = SignalMap.byNames(of: try Self.agreement())
        for name in ["demo_requested", "Demo Requested", "demoRequested", "DEMO-REQUESTED"] {
            #expect(signal(map.map(try track(name)))?.signal == "demo_requested")
        }
        let context = "{\"campaign\":{\"name\":\"Spring\",\"medium\":\"email\"}}"
        #expect(
            signal(map.map(try track("Content Read", "{\"title\":\"ROI\"}", context: context)))
                == MappedSignal(signal: "content_read", content: "ROI", campaign: "Spring", channel: "email"))
        #expect(map.map(try track("Nothing Known")) == .unmapped(UnmappedKey(kind: .track, name: "Nothing Known")))
        #expect(map.map(try page("/people/ana@b.example")) == .unmapped(UnmappedKey(kind: .page, name: "/people/…")))
    }

    @Test func callsThatDescribeAreNoActs() throws {
        let map = SignalMap.byNames(of: try Self.agreement())
        for item in [
            "{\"type\":\"identify\",\"userId\":\"u\"}", "{\"type\":\"group\",\"groupId\":\"g\"}",
            "{\"type\":\"alias\",\"userId\":\"u\",\"previousId\":\"a\"}",
            "{\"type\":\"track\",\"event\":\"Demo Requested\",\"userId\":\"u\",\"context\":{\"active\":false}}",
        ] {
            guard case .ignored = map.map(try event(item)) else { return #expect(Bool(false), "\(item)") }
        }
    }

    // MARK: Rules

    @Test func propertiesAreTested() throws {
        let reading = try read(
            """
            rules:
              - {event: A, properties: {plan.name: {pattern: "Ent*"}}, signal: demo_requested}
              - {event: A, properties: {seats: {at_least: 10, at_most: 20}}, signal: meeting_held}
              - {event: A, properties: {tags: [vip, gold], spam: {present: false}}, signal: event_met}
              - {event: "A*", kind: track, signal: page_viewed, content: properties.deep.er, campaign: Fixed text, channel: traits.channel}
              - {kind: identify, properties: {}, signal: email_replied}
            """)
        #expect(
            reading.problems.map(\.description) == [
                "signals.yaml:6:34: empty: there is nothing in properties; name at least one"
            ])
        let map = try #require(
            try read(
                """
                rules:
                  - {event: A, properties: {plan.name: {pattern: "Ent*"}}, signal: demo_requested}
                  - {event: A, properties: {seats: {at_least: 10, at_most: 20}}, signal: meeting_held}
                  - {event: A, properties: {tags: [vip, gold], spam: {present: false}}, signal: event_met}
                  - {event: "A*", signal: page_viewed, content: properties.deep.er, campaign: Fixed text, channel: traits.channel}
                  - {kind: identify, signal: email_replied}
                  - {path: "**/pricing", signal: pricing_viewed}
                  - {path: /a/*/c, signal: content_read}
                """
            ).map)
        func name(_ properties: String) throws -> String? { signal(map.map(try track("a", properties)))?.signal }
        #expect(try name("{\"plan\":{\"name\":\"enterprise\"}}") == "demo_requested")
        #expect(try name("{\"seats\":10}") == "meeting_held")
        #expect(try name("{\"seats\":\"20\"}") == "meeting_held")
        #expect(try name("{\"seats\":20.001}") == "page_viewed")
        #expect(try name("{\"tags\":[\"new\",\"VIP\"]}") == "event_met")
        #expect(try name("{\"tags\":[\"vip\"],\"spam\":true}") == "page_viewed")
        #expect(try name("{\"tags\":[\"vip\"],\"spam\":null}") == "event_met")
        let context = "{\"traits\":{\"channel\":\"social\"},\"campaign\":{\"name\":\"C\"}}"
        #expect(
            signal(map.map(try track("a b", "{\"deep\":{\"er\":7}}", context: context)))
                == MappedSignal(signal: "page_viewed", content: "7", campaign: "Fixed text", channel: "social"))
        let identified = try event("{\"type\":\"identify\",\"userId\":\"u\"}")
        #expect(signal(map.map(identified))?.signal == "email_replied")
        #expect(signal(map.map(try page("/eu/de/pricing/")))?.signal == "pricing_viewed")
        #expect(signal(map.map(try page("/a/b/c")))?.signal == "content_read")
        #expect(signal(map.map(try page("/a/b/b/c")))?.signal == nil)
    }

    static let mistakes: [(text: String, problem: String)] = [
        ("", "1:1: missing-value: the file says nothing; start with 'rules:'"),
        ("rules: []", "1:8: empty: the list is empty; name at least one, or leave the key out"),
        (
            "rules:\n  - {event: A, signal: demo_request}",
            "2:24: unknown-signal: there is no signal 'demo_request'; did you mean 'demo_requested'?"
        ),
        (
            "rules:\n  - {evnt: A, signal: event_met}",
            "2:6: unknown-key: 'evnt' is not a key of a rule; did you mean 'event'?"
        ),
        (
            "rules:\n  - {kind: pages, signal: event_met}",
            "2:12: unknown-choice: 'pages' is not one of the choices; did you mean 'page'?"
        ),
        (
            "rules:\n  - {event: A}",
            "2:5: missing-key: the rule has no 'signal'; add 'signal: NAME', or 'ignore: WHY' for events that are worth nothing"
        ),
        (
            "rules:\n  - {event: A, signal: event_met, ignore: x}",
            "2:24: duplicate-key: the rule has 'signal' and 'ignore'; keep one of the two"
        ),
        (
            "rules:\n  - {path: pricing, signal: event_met}",
            "2:12: wrong-type: 'pricing' does not begin with a slash; write a path without scheme and host, such as /pricing/**"
        ),
        (
            "rules:\n  - {event: A, signal: event_met, content: propertes.x}",
            "2:44: unknown-choice: 'propertes.x' is no field of an event; did you mean 'properties.x'?"
        ),
        (
            "rules:\n  - {event: A, signal: event_met, content: page.pth}",
            "2:44: unknown-choice: 'pth' is not one of the choices; did you mean 'path'?"
        ),
        (
            "rules:\n  - {event: A, ignore: x, content: page.path}",
            "2:36: unknown-key: 'content' has no use in a rule that ignores; leave it out"
        ),
        (
            "rules:\n  - {kind: page, signal: page_viewed}\n  - {path: /pricing, signal: pricing_viewed}\n  - {event: A, signal: event_met}",
            ""
        ),
        (
            "rules:\n  - {kind: [page, screen], signal: page_viewed}\n  - {path: /pricing, signal: pricing_viewed}",
            "3:5: unreachable: the rule in line 2 takes all events of this one; put this one before it"
        ),
        (
            "rules:\n  - {event: [A, B], signal: event_met}\n  - {event: B, properties: {x: y}, signal: meeting_held}",
            "3:5: unreachable: the rule in line 2 takes all events of this one; put this one before it"
        ),
        (
            "rules:\n  - &a {event: A, signal: event_met}",
            "2:5: anchor: '&a' names this so that it can be repeated elsewhere; leave it out and write things out, as people sign them"
        ),
    ]

    @Test("mistakes are named with their place and what to do", arguments: mistakes)
    func mistake(text: String, problem: String) throws {
        let reading = try read(text)
        let expected = problem.isEmpty ? [] : ["signals.yaml:" + problem]
        #expect(reading.problems.map(\.description) == expected)
        #expect((reading.map == nil) == !problem.isEmpty)
    }

    /// Against somebody else's wildcards: the regular expression with the same meaning.
    @Test("stars mean what a regular expression says", arguments: [UInt64(21), 22])
    func stars(seed: UInt64) throws {
        var chance = SeededChance(seed)
        for _ in 0..<60 {
            let pattern =
                "/" + (0..<chance.below(6)).map { _ in chance.pick(["a", "b", "/", "*", "**", "*a"]) }.joined()
            let text = "rules:\n  - {path: \"\(pattern)\", signal: page_viewed}"
            let map = try #require(try read(text).map, "seed \(seed): \(pattern)")
            let bare = pattern.count > 1 && pattern.hasSuffix("/") ? String(pattern.dropLast()) : pattern
            let tail = bare.hasSuffix("/**") && bare.count > 3 ? bare.dropLast(3) + "(/.*)?" : Substring(bare)
            let expression = tail.replacing(/\*\*+/, with: "§").replacing("(/.*)?", with: "¤").replacing(
                "*", with: "[^/]*"
            )
            .replacing("§", with: ".*").replacing("¤", with: "(/.*)?")
            let regex = try Regex("^\(expression)$")
            for _ in 0..<20 {
                let path = "/" + (0..<chance.below(7)).map { _ in chance.pick(["a", "b", "/", "c"]) }.joined()
                let asked = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
                let fits = signal(map.map(try page(path)))?.signal != nil
                #expect(
                    try fits == (regex.wholeMatch(in: asked) != nil),
                    "seed \(seed): \(pattern) on \(path), \(expression)")
            }
        }
    }
}

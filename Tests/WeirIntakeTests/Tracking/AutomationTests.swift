import Testing
import WeirFacts
import WeirIntake

@Suite("Robots and mail filters")
struct AutomationTests {
    static let browser =
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/113.0.0.0 Safari/537.36"

    private func page(
        _ id: String, at millis: Int64, url: String = "https://b.example/", person: String = "u",
        userAgent: String? = browser
    ) -> TrackedEvent {
        let campaign = url.contains("utm_") ? TrackedCampaign(name: "spring", medium: "email") : nil
        let at = Instant(milliseconds: received.milliseconds + millis)
        return TrackedEvent(
            messageID: id, kind: .page, anonymousID: person, page: TrackedPage(url: url), campaign: campaign,
            userAgent: userAgent, at: at, receivedAt: at)
    }

    private func mail(_ id: String, _ name: String, at millis: Int64, link: String = "") -> TrackedEvent {
        let at = Instant(milliseconds: received.milliseconds + millis)
        return TrackedEvent(
            messageID: id, kind: .track, name: name, userID: "u",
            properties: ["email_id": .text("e1"), "link_url": .text("https://b.example/" + link)], at: at,
            receivedAt: at)
    }

    // MARK: By their own word

    static let robots = [
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/119.0.6045.105 Safari/537.36",
        "Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)", "python-requests/2.31.0", "curl/8.4.0",
        "facebookexternalhit/1.1", "Mozilla/5.0 (compatible; AhrefsBot/7.0)", "LinkedInBot/1.0", "bot",
        "Mozilla/5.0 (compatible; proofpoint)",
    ]
    static let people = [
        browser,
        "Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 Version/17.1 Mobile Safari/604.1",
        "Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 Chrome/100.0 Mobile Safari/537.36",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:120.0) Gecko/20100101 Firefox/120.0", "analytics-python/2.4.0",
        "",
    ]

    @Test("robots say so", arguments: robots)
    func robot(userAgent: String) {
        var judge = AutomationJudge()
        let judgement = judge.judge(page("1", at: 0, userAgent: userAgent))
        #expect(judgement.verdict?.reason == .robot)
        #expect(judgement.verdict?.sentence.contains("names a program") == true)
    }

    @Test("people's browsers do not", arguments: people)
    func person(userAgent: String) {
        var judge = AutomationJudge()
        #expect(judge.judge(page("1", at: 0, userAgent: userAgent)) == Judgement())
    }

    @Test func aDrivenBrowserSaysSoThroughTheSnippet() throws {
        var judge = AutomationJudge()
        let driven = try event("{\"type\":\"page\",\"anonymousId\":\"a1\",\"context\":{\"automated\":true}}")
        #expect(judge.judge(driven).verdict?.reason == .driven)
        let human = try event("{\"type\":\"page\",\"anonymousId\":\"a1\",\"context\":{\"automated\":false}}")
        #expect(judge.judge(human) == Judgement())
    }

    // MARK: Mail filters

    @Test func aClickRightAfterSendingIsAFilters() {
        var judge = AutomationJudge()
        #expect(judge.judge(mail("s", "Email Delivered", at: 0)) == Judgement())
        #expect(judge.judge(mail("1", "Email Link Clicked", at: 3000)).verdict?.reason == .clickedTooSoon)
        #expect(judge.judge(mail("2", "email_clicked", at: 10_000)).verdict?.reason == .clickedTooSoon)
        #expect(judge.judge(mail("3", "Email Link Clicked", at: 10_001)).verdict == nil)
        // Sent again, judged again as before.
        #expect(judge.judge(mail("1", "Email Link Clicked", at: 3000)).verdict?.reason == .clickedTooSoon)
    }

    @Test func wordOfTheSendingMayComeLate() {
        var judge = AutomationJudge()
        #expect(judge.judge(mail("1", "Email Link Clicked", at: 2000)) == Judgement())
        #expect(judge.judge(mail("2", "Email Link Clicked", at: 60_000)) == Judgement())
        let judgement = judge.judge(mail("s", "Email Sent", at: 0))
        #expect(judgement.verdict == nil)
        #expect(judgement.alsoAutomated == ["1"])
        #expect(judgement.alsoVerdict?.reason == .clickedTooSoon)
    }

    @Test func manyLinksOfOneMailAtOnceAreAFilters() {
        var judge = AutomationJudge()
        #expect(judge.judge(mail("1", "Email Link Clicked", at: 100_000, link: "a")).verdict == nil)
        #expect(judge.judge(mail("2", "Email Link Clicked", at: 101_000, link: "a")).verdict == nil)
        #expect(judge.judge(mail("3", "Email Link Clicked", at: 102_000, link: "b")).verdict == nil)
        let judgement = judge.judge(mail("4", "Email Link Clicked", at: 104_000, link: "c"))
        #expect(judgement.verdict?.reason == .clickedManyLinks)
        #expect(judgement.alsoAutomated == ["1", "2", "3"])
        // At leisure, or of another mail, they are a person's.
        #expect(judge.judge(mail("5", "Email Link Clicked", at: 200_000, link: "b")).verdict == nil)
    }

    @Test func twoSourcesMayMeanTwoPeopleByOneID() {
        var judge = AutomationJudge()
        _ = judge.judge(mail("s", "Email Delivered", at: 0), source: "src_1")
        #expect(judge.judge(mail("1", "Email Clicked", at: 3000), source: "src_2").verdict == nil)
        #expect(judge.judge(mail("2", "Email Clicked", at: 3000), source: "src_1").verdict != nil)
    }

    @Test func pagesThatAMailLedToCountAsItsLinks() {
        var judge = AutomationJudge()
        let verdicts = (0..<3).map {
            judge.judge(page("\($0)", at: Int64($0) * 900, url: "https://b.example/\($0)?utm_medium=email")).verdict?
                .reason
        }
        #expect(verdicts == [nil, nil, .clickedManyLinks])
    }

    // MARK: Speed

    @Test func noHandIsThatFast() {
        var judge = AutomationJudge()
        var reasons: [AutomationVerdict.Reason?] = []
        var also: [String] = []
        for number in 0..<20 {
            let judgement = judge.judge(page("\(number)", at: Int64(number) * 500))
            reasons.append(judgement.verdict?.reason)
            also = judgement.alsoAutomated
        }
        #expect(reasons.dropLast().allSatisfy { $0 == nil })
        #expect(reasons.last == .tooFast)
        #expect(also == (0..<19).map(String.init))
        // Twenty pages in a quarter of an hour are somebody's who reads.
        var slow = AutomationJudge()
        #expect((0..<20).allSatisfy { slow.judge(page("\($0)", at: Int64($0) * 45_000)).verdict == nil })
    }

    @Test func retriesAndServersAreNotFast() {
        var judge = AutomationJudge()
        #expect((0..<50).allSatisfy { _ in judge.judge(page("same", at: 0)).verdict == nil })
        #expect((0..<50).allSatisfy { judge.judge(page("\($0)", at: 0, userAgent: nil)).verdict == nil })
    }

    @Test func memoryIsBounded() {
        var judge = AutomationJudge(limits: AutomationLimits(peopleRemembered: 100))
        for number in 0..<1000 {
            _ = judge.judge(page("\(number)", at: 0, person: "p\(number)"))
            #expect(judge.peopleInMemory <= 102)
        }
        // Who comes back often is remembered among many who do not.
        var reasons: Set<AutomationVerdict.Reason?> = []
        for number in 0..<25 {
            for other in 0..<10 { _ = judge.judge(page("x\(number).\(other)", at: 0, person: "x\(number).\(other)")) }
            reasons.insert(judge.judge(page("y\(number)", at: Int64(number) * 100, person: "y")).verdict?.reason)
        }
        #expect(reasons.contains(.tooFast))
    }
}

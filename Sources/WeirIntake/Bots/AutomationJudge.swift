import WeirFacts

/// Tells what people do from what programs do: robots by their own word, mail filters that open links, and speeds that
/// no hand has.
///
/// A value with its memory in it: the same events in the same order get the same verdicts. Judged events are kept and
/// can be cleared; they only do not count. Its memory is bounded by ``AutomationLimits/peopleRemembered``; who was
/// longest unseen is forgotten first.
public struct AutomationJudge: Sendable {
    public let limits: AutomationLimits
    private var recent: [String: PersonWindow] = [:]
    /// The generation before, from which whoever is seen again moves on.
    private var older: [String: PersonWindow] = [:]

    public init(limits: AutomationLimits = AutomationLimits()) {
        self.limits = limits
    }

    /// How many people it remembers.
    public var peopleInMemory: Int { recent.count + older.count }

    /// Judges an event. Events sent again are judged as they were.
    ///
    /// - Parameter source: whose ids the event's are; two sources may mean two people by one id.
    public mutating func judge(_ event: TrackedEvent, source: String = "") -> Judgement {
        if event.isDrivenByProgram {
            return Judgement(verdict: .init(.driven, "its browser says that a program drives it"))
        }
        if let name = event.userAgent.flatMap(RobotNames.found) {
            return Judgement(verdict: .init(.robot, "its user agent names a program: \(name)"))
        }
        guard let id = event.personID ?? event.email else { return Judgement() }
        let person = source + "\u{1F}" + id
        let link = MailLink(event)
        let isInBrowser = event.userAgent != nil && event.kind != .identify && event.kind != .group
        guard link != nil || isInBrowser else { return Judgement() }

        var window = takeWindow(of: person)
        defer { keep(window, of: person) }
        if let link, let judgement = judge(link, event, &window) { return judgement }
        return isInBrowser ? judgeSpeed(event, &window) : Judgement()
    }

    // MARK: Mail filters

    private func judge(_ link: MailLink, _ event: TrackedEvent, _ window: inout PersonWindow) -> Judgement? {
        switch link {
        case .sent(let mail):
            let clicks = window.noteSent(mail, at: event.at.milliseconds)
            let early = clicks.filter { isTooSoon($0.at, after: event.at.milliseconds) }
            guard !early.isEmpty else { return nil }
            return Judgement(alsoAutomated: early.map(\.messageID), alsoVerdict: tooSoon)
        case .followed(let mail, let link):
            let click = PersonWindow.Click(messageID: event.messageID, link: link, at: event.at.milliseconds)
            let mail = window.noteClick(click, of: mail)
            if let sentAt = mail.sentAt, isTooSoon(click.at, after: sentAt) { return Judgement(verdict: tooSoon) }
            return judgeLinks(click, mail)
        }
    }

    private func isTooSoon(_ clickedAt: Int64, after sentAt: Int64) -> Bool {
        clickedAt >= sentAt && clickedAt - sentAt <= limits.clickAfterSendingMillis
    }

    private var tooSoon: AutomationVerdict {
        .init(
            .clickedTooSoon,
            "the link was followed within \(limits.clickAfterSendingMillis / 1000) seconds of the mail's sending, as mail"
                + " filters do")
    }

    private func judgeLinks(_ click: PersonWindow.Click, _ mail: PersonWindow.Mail) -> Judgement? {
        let together = mail.clicks.filter { abs($0.at - click.at) <= limits.linksWithinMillis }
        guard Set(together.map(\.link)).count >= limits.linksAtOnce else { return nil }
        let verdict = AutomationVerdict(
            .clickedManyLinks,
            "\(limits.linksAtOnce) or more links of one mail were followed within \(limits.linksWithinMillis / 1000)"
                + " seconds, as mail filters do")
        let others = together.map(\.messageID).filter { $0 != click.messageID }
        return Judgement(verdict: verdict, alsoAutomated: others, alsoVerdict: verdict)
    }

    // MARK: Speed

    private func judgeSpeed(_ event: TrackedEvent, _ window: inout PersonWindow) -> Judgement {
        let act = PersonWindow.Act(messageID: event.messageID, at: event.at.milliseconds)
        let together = window.note(act, window: limits.actsWithinMillis)
        guard together.count >= limits.actsAtOnce else { return Judgement() }
        let verdict = AutomationVerdict(
            .tooFast,
            "\(limits.actsAtOnce) or more acts within \(limits.actsWithinMillis / 1000) seconds are faster than a hand")
        let others = together.map(\.messageID).filter { $0 != event.messageID }
        return Judgement(verdict: verdict, alsoAutomated: others, alsoVerdict: verdict)
    }

    // MARK: Memory

    private mutating func takeWindow(of person: String) -> PersonWindow {
        recent.removeValue(forKey: person) ?? older.removeValue(forKey: person) ?? PersonWindow()
    }

    private mutating func keep(_ window: PersonWindow, of person: String) {
        recent[person] = window
        guard recent.count > limits.peopleRemembered / 2 else { return }
        older = recent
        recent = [:]
    }
}

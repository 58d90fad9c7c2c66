/// What somebody did lately, as much as the judge needs.
struct PersonWindow: Sendable {
    struct Act: Sendable {
        var messageID: String
        var at: Int64
    }

    struct Click: Sendable {
        var messageID: String
        var link: String
        var at: Int64
    }

    struct Mail: Sendable {
        var id: String
        var sentAt: Int64?
        var clicks: [Click] = []
    }

    /// More than these are never looked at.
    private static let most = (acts: 64, mails: 8, clicks: 32)

    private var acts: [Act] = []
    private var mails: [Mail] = []

    /// Notes an act in a browser.
    ///
    /// - Returns: those within `window` before it, itself included; empty if it was noted before.
    mutating func note(_ act: Act, window: Int64) -> [Act] {
        guard !acts.contains(where: { $0.messageID == act.messageID }) else { return [] }
        if acts.count >= PersonWindow.most.acts { acts.removeFirst() }
        acts.append(act)
        return acts.filter { $0.at <= act.at && act.at - $0.at <= window }
    }

    /// Notes when a mail was sent.
    ///
    /// - Returns: its clicks that came before word of it did.
    mutating func noteSent(_ mail: String, at: Int64) -> [Click] {
        let place = place(of: mail)
        // Of sent and delivered, the later one is nearer to when links could be followed.
        mails[place].sentAt = max(mails[place].sentAt ?? at, at)
        return mails[place].clicks
    }

    /// Notes that a link was followed.
    ///
    /// - Returns: the mail with all its clicks.
    mutating func noteClick(_ click: Click, of mail: String) -> Mail {
        let place = place(of: mail)
        if !mails[place].clicks.contains(where: { $0.messageID == click.messageID }) {
            if mails[place].clicks.count >= PersonWindow.most.clicks { mails[place].clicks.removeFirst() }
            mails[place].clicks.append(click)
        }
        return mails[place]
    }

    private mutating func place(of mail: String) -> Int {
        if let place = mails.firstIndex(where: { $0.id == mail }) { return place }
        if mails.count >= PersonWindow.most.mails { mails.removeFirst() }
        mails.append(Mail(id: mail))
        return mails.count - 1
    }
}

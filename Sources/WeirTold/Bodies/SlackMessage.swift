import WeirFacts

/// A notice as Slack's incoming webhooks take it. A name or a reason can mention nobody and link nowhere: `&`, `<` and `>`
/// are escaped, and nothing else means anything to Slack but emphasis.
public struct SlackMessage: Hashable, Sendable {
    public let json: JSONText

    public init(_ words: NoticeWords) {
        var blocks: [JSONText] = [
            ["type": "header", "text": ["type": "plain_text", "text": .text(words.headline), "emoji": false]]
        ]
        var fields = words.lines.map { SlackMessage.field($0.label, SlackMessage.escaped($0.value)) }
        if let due = words.dueAt { fields.insert(SlackMessage.field("Due", SlackMessage.time(due)), at: 0) }
        // A section takes ten fields of 2,000 characters each.
        if !fields.isEmpty { blocks.append(["type": "section", "fields": .list(Array(fields.prefix(10)))]) }
        if let address = words.address {
            blocks.append([
                "type": "actions",
                "elements": [
                    [
                        "type": "button", "text": ["type": "plain_text", "text": "Open in Weir"],
                        "url": .text(address),
                    ]
                ],
            ])
        }
        let fallback = words.lines.reduce(SlackMessage.escaped(words.headline)) {
            $0 + "\n\($1.label): " + SlackMessage.escaped($1.value)
        }
        json = ["text": .text(fallback), "blocks": .list(blocks)]
    }

    private static func field(_ label: String, _ value: String) -> JSONText {
        ["type": "mrkdwn", "text": .text("*\(label)*\n\(value)")]
    }

    /// Each reader sees it in their own time zone.
    static func time(_ instant: Instant) -> String {
        "<!date^\(floorDivide(instant.milliseconds, by: 1000))^{date_short_pretty} {time}|\(instant)>"
    }

    static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
    }
}

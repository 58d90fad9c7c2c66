import WeirFacts

/// A notice as a Workflows webhook of Microsoft Teams takes it: an adaptive card. Text stands in text runs, which know no
/// Markdown, so that a name cannot become a link.
public struct TeamsMessage: Hashable, Sendable {
    public let json: JSONText

    public init(_ words: NoticeWords) {
        var body: [JSONText] = [TeamsMessage.line([TeamsMessage.run(words.headline, isStrong: true)])]
        if let due = words.dueAt {
            body.append(
                TeamsMessage.line([TeamsMessage.run("Due: ", isStrong: true), TeamsMessage.run(due.description)]))
        }
        body += words.lines.map {
            TeamsMessage.line([TeamsMessage.run("\($0.label): ", isStrong: true), TeamsMessage.run($0.value)])
        }
        let open = words.address.map {
            JSONText.list([["type": "Action.OpenUrl", "title": "Open in Weir", "url": .text($0)]])
        }
        let card = JSONText.object([
            ("$schema", "http://adaptivecards.io/schemas/adaptive-card.json"), ("type", "AdaptiveCard"),
            ("version", "1.4"), ("body", .list(body)), ("actions", open),
        ])
        json = [
            "type": "message",
            "attachments": [["contentType": "application/vnd.microsoft.card.adaptive", "content": card]],
        ]
    }

    private static func line(_ runs: [JSONText]) -> JSONText { ["type": "RichTextBlock", "inlines": .list(runs)] }

    private static func run(_ text: String, isStrong: Bool = false) -> JSONText {
        .object([("type", "TextRun"), ("text", .text(text)), ("weight", isStrong ? "Bolder" : nil)])
    }
}

import Foundation
import Testing
import WeirFacts
import WeirTestSupport
import WeirTold

/// What a name or a reason must not be able to do to a message.
private let tricks = [
    "<!channel>", "<https://evil.example|click>", "[click](https://evil.example)", "Ann\r\nBcc: everybody@example.com",
    "<script>alert(1)</script>", "\"><img src=x>", "O'Hara & Söhne", "‮gnp.exe", "名前、長い", "=?utf-8?B?QmNj?=",
    ";,\\\nEND:VEVENT", String(repeating: "x", count: 4000), "\u{0}\u{7}",
]

@Suite("Messages to people")
struct MessageTests {
    private func words(_ trick: String) -> NoticeWords {
        NoticeWords(
            ExampleNotice.offered(owner: trick, reason: trick),
            NoticeNames(person: trick, title: trick, account: trick), base: "https://weir.example.com")
    }

    @Test(arguments: tricks) func slackIsTrickedIntoNothing(trick: String) throws {
        let message = SlackMessage(words(trick)).json
        let read = try JSONSerialization.jsonObject(with: Data(message.bytes))
        let json = try #require(read as? [String: Any])
        let blocks = try #require(json["blocks"] as? [[String: Any]])
        var marked = [try #require(json["text"] as? String)]
        for block in blocks {
            marked += (block["fields"] as? [[String: Any]] ?? []).compactMap { $0["text"] as? String }
        }
        for text in marked {
            let withoutDates = text.replacing(/<!date\^[0-9]+\^\{date_short_pretty\} \{time\}\|[0-9TZ:.\-]+>/, with: "")
            #expect(!withoutDates.contains("<") && !withoutDates.contains(">"))
            #expect(text.count <= 3000 || text == marked[0])
        }
    }

    @Test(arguments: tricks) func cardsHoldTextRunsOnly(trick: String) throws {
        let read = try JSONSerialization.jsonObject(with: Data(TeamsMessage(words(trick)).json.bytes))
        let json = try #require(read as? [String: Any])
        let attachment = try #require((json["attachments"] as? [[String: Any]])?.first)
        let card = try #require(attachment["content"] as? [String: Any])
        let body = try #require(card["body"] as? [[String: Any]])
        #expect(!body.isEmpty && body.allSatisfy { $0["type"] as? String == "RichTextBlock" })
        #expect(TeamsMessage(words(trick)).json.bytes.count < 28_000)
    }

    @Test(arguments: tricks) func mailHasTheHeadersThatWeWroteAndNoOthers(trick: String) throws {
        let from = try #require(MailAddress("weir@example.com"))
        let to = [try #require(MailAddress("ana@example.com"))]
        let text = MailMessage(words(trick), from: from, to: to, messageID: "ntc_12_ab_1", at: ExampleNotice.at).text
        let head = text.prefix { _ in true }.components(separatedBy: "\r\n\r\n")[0]
        let names = head.components(separatedBy: "\r\n").filter { !$0.hasPrefix(" ") }
            .map { $0.split(separator: ":")[0] }
        let expected = [
            "From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "X-Auto-Response-Suppress", "MIME-Version",
            "Content-Type",
        ]
        #expect(names == expected.map { Substring($0) })
        let lines = text.components(separatedBy: "\r\n")
        #expect(lines.allSatisfy { $0.utf8.count <= 78 && $0.utf8.allSatisfy { (0x20...0x7E).contains($0) } })
        #expect(head.contains("Date: Tue, 24 Nov 2026 09:50:00 +0000"))
    }

    @Test func addressesOfMailSmuggleNothing() {
        for good in ["a@b.example", "ana.lopez+weir@sub.example.com"] { #expect(MailAddress(good) != nil) }
        for bad in [
            "", "ana", "ana@", "a b@c.example", "a@b.example\r\nRCPT TO:<x@y>", "<a@b.example>", "a@b.example>",
            "ä@b.de",
            "a@-b", "a@b@c", String(repeating: "a", count: 65) + "@b.example",
        ] {
            #expect(MailAddress(bad) == nil, "\(bad)")
        }
    }

    @Test func mailServersAreReadAndPasswordsStayOffOpenWires() throws {
        let server = try #require(MailServer("smtp://weir:p%40ss@mail.example.com"))
        #expect(server.port == 587 && server.security == .startTLS && server.password == "p@ss")
        #expect(MailServer("smtps://mail.example.com")?.port == 465)
        #expect(MailServer("smtp+plain://127.0.0.1:1025")?.security == MailServer.Security.none)
        for bad in ["mail.example.com", "smtp+plain://a:b@localhost", "smtp://h:99999", "smtp://h/path/more"] {
            #expect(MailServer(bad) == nil, "\(bad)")
        }
    }
}

@Suite("Calendar feed")
struct CalendarFeedTests {
    @Test func linesAreFoldedBetweenCharactersAndUnfoldToWhatTheyWere() {
        var chance = SeededChance(11)
        for _ in 0..<300 {
            let letters = ["a", "é", "漢", "🎈", ",", ";", "\\", "\n", " ", "👩‍👩‍👧"]
            let text = (0..<chance.below(200)).map { _ in letters[chance.below(letters.count)] }.joined()
            let entry = CalendarFeed.Entry(
                handOff: "hof_7", milestone: "respond", dueAt: ExampleNotice.due, version: 2, summary: text,
                details: text, address: "https://weir.example.com/inbox/hof_7")
            let feed = CalendarFeed("Weir: Ana", [entry], at: ExampleNotice.at, host: "weir.example.com").text
            let lines = feed.components(separatedBy: "\r\n")
            #expect(lines.allSatisfy { $0.utf8.count <= 75 }, "seed 11")
            let unfolded = feed.replacingOccurrences(of: "\r\n ", with: "").components(separatedBy: "\r\n")
            let summary = unfolded.first { $0.hasPrefix("SUMMARY:") }?.dropFirst(8) ?? ""
            #expect(unescaped(String(summary)) == text, "seed 11")
            #expect(unfolded.filter { $0 == "END:VEVENT" }.count == 1)
        }
    }

    @Test func whatIsDueEndsWhenItIsDue() {
        let entry = CalendarFeed.Entry(
            handOff: "hof_7", milestone: "respond", dueAt: ExampleNotice.due, version: 2, summary: "Answer: Dana",
            details: "", address: nil)
        let feed = CalendarFeed("Weir", [entry], at: ExampleNotice.at, host: "weir").text
        for line in [
            "UID:hof_7-respond@weir", "DTSTAMP:20261124T095000Z", "DTSTART:20261124T100500Z", "DTEND:20261124T102000Z",
            "SEQUENCE:2",
        ] {
            #expect(feed.contains(line + "\r\n"), "\(line)")
        }
    }

    private func unescaped(_ text: String) -> String {
        var result = ""
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if isEscaped {
                result.unicodeScalars.append(scalar == "n" ? "\n" : scalar)
                isEscaped = false
            } else if scalar == "\\" {
                isEscaped = true
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

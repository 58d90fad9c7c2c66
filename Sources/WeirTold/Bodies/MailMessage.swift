import WeirFacts

/// A notice as mail (RFC 5322): the same as text and as HTML.
public struct MailMessage: Hashable, Sendable {
    /// Lines ended by CR LF; dots at the beginning of a line are not doubled yet.
    public let text: String

    /// - Parameters:
    ///   - now: when it is sent.
    ///   - messageID: without what comes after the `@`.
    public init(_ words: NoticeWords, from: MailAddress, to: [MailAddress], messageID: String, at now: Instant) {
        let boundary = "=_weir_\(messageID)"
        let headers = [
            "From: Weir <\(from)>", "To: " + to.map { "<\($0)>" }.joined(separator: ",\r\n "),
            "Subject: " + MailText.header(words.headline, used: 9),
            "Date: " + MailMessage.date(now), "Message-ID: <\(messageID)@\(from.domain)>",
            "Auto-Submitted: auto-generated", "X-Auto-Response-Suppress: All", "MIME-Version: 1.0",
            "Content-Type: multipart/alternative; boundary=\"\(boundary)\"",
        ]
        var parts = headers + [""]
        for (type, body) in [("plain", MailMessage.plain(words)), ("html", MailMessage.html(words))] {
            parts += [
                "--\(boundary)", "Content-Type: text/\(type); charset=utf-8",
                "Content-Transfer-Encoding: quoted-printable", "", MailText.quotedPrintable(body),
            ]
        }
        parts += ["--\(boundary)--", ""]
        text = parts.joined(separator: "\r\n")
    }

    private static func plain(_ words: NoticeWords) -> String {
        var lines = [words.headline, ""]
        if let due = words.dueAt { lines.append("Due: \(time(due))") }
        lines += words.lines.map { "\($0.label): \($0.value)" }
        if let address = words.address { lines += ["", address] }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func html(_ words: NoticeWords) -> String {
        var rows = words.lines.map { ($0.label, $0.value) }
        if let due = words.dueAt { rows.insert(("Due", time(due)), at: 0) }
        let table = rows.map {
            "<tr><th align=\"left\">\(MailText.html($0.0))</th><td>\(MailText.html($0.1))</td></tr>"
        }.joined(separator: "\n")
        let link = words.address.map { "<p><a href=\"\(MailText.html($0))\">Open in Weir</a></p>\n" } ?? ""
        let head = MailText.html(words.headline)
        return """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>\(head)</title></head><body>
            <h1 style="font-size:1.1em">\(head)</h1>
            <table cellpadding="4">\(table)</table>
            \(link)</body></html>

            """
    }

    private static func time(_ instant: Instant) -> String {
        String("\(instant)".prefix(16)).replacing("T", with: " ") + " UTC"
    }

    /// `Tue, 24 Nov 2026 09:30:00 +0000`.
    static func date(_ instant: Instant) -> String {
        let day = instant.utcDay
        // 1970-01-01 was a Thursday.
        let weekday = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"][((Int(day.number) % 7) + 7) % 7]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let text = Array("\(instant)")
        let month = Int(String(text[5...6])).map { months[$0 - 1] } ?? ""
        return "\(weekday), \(String(text[8...9])) \(month) \(String(text[0...3])) \(String(text[11...18])) +0000"
    }
}

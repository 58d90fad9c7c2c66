/// Writes markup as HTML in UTF-8 into one buffer, escaping by kind: text as text, values as values.
struct MarkupWriter {
    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(16 * 1024) }

    mutating func write(_ markup: Markup) {
        for node in markup.nodes {
            switch node {
            case .text(let text): escape(text, isValue: false)
            case .element(let element): write(element)
            case .literal(let html): append(html)
            }
        }
    }

    private mutating func write(_ element: HTMLElement) {
        append("<")
        append(element.tag.name)
        for attribute in element.attributes {
            append(" ")
            append(attribute.name)
            guard let value = attribute.value else { continue }
            append("=\"")
            escape(value, isValue: true)
            append("\"")
        }
        append(">")
        if !element.tag.isVoid {
            write(element.content)
            append("</")
            append(element.tag.name)
            append(">")
        }
        if element.tag.breaksLine { append("\n") }
    }

    private mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Control characters other than line breaks and tabs are no part of HTML and become the replacement character: those
    /// below 0x20, 0x7F, and 0x80 to 0x9F, which UTF-8 writes as 0xC2 and themselves.
    private mutating func escape(_ text: String, isValue: Bool) {
        var isAfterC2 = false
        for byte in text.utf8 {
            let wasAfterC2 = isAfterC2
            isAfterC2 = byte == 0xC2
            switch byte {
            case 0x26: append("&amp;")
            case 0x3C: append("&lt;")
            case 0x3E: append("&gt;")
            case 0x22 where isValue: append("&quot;")
            case 0x0A, 0x09: bytes.append(byte)
            case 0x00..<0x20, 0x7F: append("\u{FFFD}")
            case 0x80..<0xA0 where wasAfterC2:
                bytes.removeLast()
                append("\u{FFFD}")
            default: bytes.append(byte)
            }
        }
    }
}

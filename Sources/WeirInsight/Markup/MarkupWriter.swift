/// Writes markup as HTML, escaping by kind: text as text, values as values.
struct MarkupWriter {
    private(set) var html = ""

    mutating func write(_ markup: Markup) {
        for node in markup.nodes {
            switch node {
            case .text(let text): escape(text, isValue: false)
            case .element(let element): write(element)
            }
        }
    }

    private mutating func write(_ element: HTMLElement) {
        html += "<" + element.tag.name
        for attribute in element.attributes {
            html += " " + attribute.name
            if let value = attribute.value {
                html += "=\""
                escape(value, isValue: true)
                html += "\""
            }
        }
        html += ">"
        if !element.tag.isVoid {
            write(element.content)
            html += "</" + element.tag.name + ">"
        }
        if element.tag.breaksLine { html += "\n" }
    }

    /// Control characters other than line breaks and tabs are no part of HTML and become the replacement character.
    private mutating func escape(_ text: String, isValue: Bool) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": html += "&amp;"
            case "<": html += "&lt;"
            case ">": html += "&gt;"
            case "\"" where isValue: html += "&quot;"
            case "\n", "\t": html.unicodeScalars.append(scalar)
            case _ where scalar.properties.generalCategory == .control: html.unicodeScalars.append("\u{FFFD}")
            default: html.unicodeScalars.append(scalar)
            }
        }
    }
}

import Testing
import WeirInsight

@Suite("Markup escapes by kind")
struct MarkupTests {
    @Test("Text is text and a value is a value")
    func escapes() {
        let link = HTMLElement(.a, .class("\"><b>")) { "<script>&\"'\u{0}" }
        #expect(Markup(link).html == "<a class=\"&quot;&gt;&lt;b&gt;\">&lt;script&gt;&amp;\"'\u{FFFD}</a>")
    }

    @Test("Conditions, loops and empty elements", arguments: [true, false])
    func builder(isEmpty: Bool) {
        let page = Markup {
            HTMLElement(.ul) {
                for number in 1...2 { HTMLElement(.li) { "\(number)" } }
                if isEmpty { HTMLElement(.li) { "none" } }
            }
            HTMLElement(.meta, .utf8)
        }
        #expect(
            page.html
                == "<ul><li>1</li>\n<li>2</li>\n\(isEmpty ? "<li>none</li>\n" : "")</ul>\n<meta charset=\"utf-8\">\n")
    }

    @Test(
        "Addresses lead to this site or over https, nowhere else",
        arguments: [
            ("/accounts?tier=A", true), ("https://example.com", true), ("//evil.example", false),
            ("/\\evil.example", false), ("javascript:alert(1)", false), ("http://example.com", false), ("", false),
        ])
    func addresses(text: String, isAllowed: Bool) {
        #expect((HTMLAddress(text) != nil) == isAllowed)
    }
}

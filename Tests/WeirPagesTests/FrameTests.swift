import Testing
import WeirFacts
import WeirPages

@Suite("The frame and what stands in it")
struct FrameTests {
    private func frame(_ visitor: FrameVisitor?) throws -> PageFrame {
        let address = try #require(HTMLAddress("/assets/1/weir.css"))
        return PageFrame(assets: FrameAssets(stylesheet: address, script: address), visitor: visitor)
    }

    @Test("A name from outside stays text, in the bar, in forms and in addresses")
    func escaping() throws {
        let name = "\"><script>alert(1)</script>"
        let visitor = FrameVisitor(name: name, roleWords: "admin", csrf: name, rooms: [.accounts])
        let page = try frame(visitor).page("Accounts", room: .accounts) { a(.to("/accounts", [("q", name)])) { name } }
        #expect(!page.contains("<script>alert"))
        #expect(page.contains("?q=%22%3E%3Cscript%3E"))
    }

    @Test("The rail holds the visitor's rooms, marks the one they are in, and is not there before sign-in")
    func rail() throws {
        let visitor = FrameVisitor(name: "Ana", roleWords: "analyst", csrf: "x", rooms: [.accounts, .lab])
        let page = try frame(visitor).page("Lab", room: .lab) { "x" }
        #expect(page.contains("href=\"/lab\" aria-current=\"page\""))
        #expect(page.contains("href=\"/accounts\""))
        #expect(!page.contains("href=\"/settings\""))
        #expect(try !frame(nil).page("Sign in") { "x" }.contains("class=\"rail\""))
    }

    @Test("A page read as of another day says so, and leads back with the rest of its query")
    func asOf() throws {
        var frame = try frame(FrameVisitor(name: "Ana", roleWords: "analyst", csrf: "x", rooms: []))
        let today = try #require(CivilDay("2026-03-04"))
        let query = [(name: "tier", value: "A"), (name: "as_of", value: "2026-01-05")]
        frame.time = FrameTime(today: today, asOf: CivilDay("2026-01-05"), path: "/accounts", query: query)
        let page = frame.page("Accounts") { "x" }
        #expect(page.contains("5 Jan 2026"))
        #expect(page.contains("href=\"/accounts?tier=A\""))
    }

    @Test("Nothing in a page carries a style or a script of its own, as the security policy demands")
    func policy() throws {
        let page = try frame(FrameVisitor(name: "Ana", roleWords: "x", csrf: "x", rooms: Room.allCases)).page("x") {}
        #expect(!page.contains(" style="))
        #expect(!page.contains("onclick"))
        #expect(!page.contains("<style"))
    }

    @Test("A share stands with its base, and says when that is small")
    func share() {
        #expect(Markup(ShareText(Share(52, of: 73)).element).plainText == "71% (52 of 73)")
        #expect(Markup(ShareText(Share(6, of: 10)).element).plainText.hasSuffix("a small sample"))
        #expect(Markup(ShareText(Share(0, of: 0)).element).plainText == "none yet (0 of 0)")
    }

    @Test(
        "Teams and time zones stand under names that people read",
        arguments: [
            ("sdr_emea", "SDR EMEA"), ("ana", "Ana"), ("inside_sales_us", "Inside Sales US"),
        ])
    func names(name: String, words: String) {
        #expect(Texts.name(name) == words)
        #expect(Texts.zone("America/New_York") == "America/New York" && Texts.zone("Etc/GMT") == "UTC")
        #expect(Texts.zone("Etc/GMT-10") == "UTC+10" && Texts.zone("Etc/GMT+3") == "UTC-3")
    }
}

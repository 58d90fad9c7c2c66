import Testing
import WeirMarket

@Suite("Text, countries, names and domains compare as people mean them")
struct TextAndDomainTests {
    @Test(
        "Texts that are the same",
        arguments: [
            ("Banking", " BANKING\t"), ("Île-de-France", "ile-de-france"), ("Crème Brûlée", "creme brulee"),
            ("Cre\u{300}me", "Crème"), ("Straße", "STRASSE"), ("Ørsted", "orsted"), ("Łódź", "lodz"),
            ("İstanbul", "istanbul"), ("ΑΘΉΝΑ", "αθηνα"), ("Ёлка", "елка"), ("ＩＢＭ", "ibm"),
            ("A\u{A0}B", "a b"), ("Đà Nẵng", "da nang"), ("ΟΔΟΣ", "οδος"), ("か\u{3099}", "が"), ("", "  "),
        ])
    func same(_ a: String, _ b: String) {
        #expect(TextKey(a) == TextKey(b))
        #expect(Set([TextKey(a), TextKey(b)]).count == 1)
    }

    @Test(
        "Texts that are not",
        arguments: [("a b", "ab"), ("Bank", "Banks"), ("a  b", "a b"), ("C+", "C++"), ("日本", "日木")])
    func different(_ a: String, _ b: String) { #expect(TextKey(a) != TextKey(b)) }

    @Test("Folding twice changes nothing")
    func idempotent() {
        for code in 0..<0x3000 {
            guard let scalar = Unicode.Scalar(UInt32(code)) else { continue }
            let once = TextFolding.fold("a\(scalar)b")
            #expect(TextFolding.fold(once) == once, "U+\(String(code, radix: 16))")
        }
    }

    @Test(
        "Countries by any name",
        arguments: [
            ("UK", "United Kingdom"), ("gb", "United Kingdom"), ("GBR", "United Kingdom"),
            ("Great Britain", "United Kingdom"), ("U.K.", "United Kingdom"), ("England", "United Kingdom"),
            ("USA", "United States"), ("U.S.", "United States"), ("us", "United States"),
            ("United States of America", "United States"), ("DE", "Germany"), ("Deutschland", "Germany"),
            ("Czechia", "Czech Republic"), ("Türkiye", "Turkey"), ("Viet Nam", "Vietnam"),
            ("Korea, Republic of", "South Korea"), ("Russian Federation", "Russia"), ("Holland", "Netherlands"),
            ("NLD", "Netherlands"), ("IE", "Ireland"), ("Schweiz", "Switzerland"), ("Atlantis", "Atlantis"),
        ])
    func countries(_ written: String, _ name: String) {
        #expect(Country.named(written).name == name)
        #expect(Country.named(written).key == TextKey(name))
    }

    @Test(
        "Company names without their legal form",
        arguments: [
            ("Example Bank plc", "example bank"), ("The Example Bank, P.L.C.", "example bank"),
            ("Siemens AG", "siemens"), ("Bosch GmbH & Co. KG", "bosch"), ("L'Oréal S.A.", "loreal"),
            ("Johnson & Johnson", "johnson and johnson"), ("Ping An Co., Ltd.", "ping an"), ("Co", "co"),
            ("Inc.", "inc"), ("The Company", "the company"), ("3M Company", "3m"), ("  ", ""),
        ])
    func companyNames(_ written: String, _ key: String) { #expect(CompanyName.key(written).text == key) }

    @Test(
        "Hosts from whatever people write",
        arguments: [
            ("https://www.Example.com/about?x=1", "example.com"), ("ana@Mail.example.co.uk", "mail.example.co.uk"),
            (" example.com. ", "example.com"), ("http://user:pw@example.com:8080/", "example.com"),
            ("mailto:a@b.example", "b.example"), ("www.com", "www.com"), ("bücher.example", "bücher.example"),
            ("WWW.example.org#top", "example.org"), ("example.com:443", "example.com"),
        ])
    func hosts(_ written: String, _ host: String) { #expect(DomainName(written)?.host == host) }

    @Test(
        "What is no domain",
        arguments: ["", "n/a", "localhost", "-", "a..b", "10.0.0.1", "exa mple.com", "-a.com", "a@", ".com", "a.b!"])
    func noHosts(_ written: String) { #expect(DomainName(written) == nil) }

    @Test("Parents end before the public suffix")
    func candidates() throws {
        let british = try #require(DomainName("mail.eu.example.co.uk"))
        #expect(british.candidates == ["mail.eu.example.co.uk", "eu.example.co.uk", "example.co.uk"])
        #expect(british.registrable == "example.co.uk")
        #expect(DomainName("co.uk")?.candidates == [])
        #expect(DomainName("a.example.com")?.candidates == ["a.example.com", "example.com"])
        #expect(DomainName("me.github.io")?.registrable == "me.github.io")
    }

    @Test("Free and throw-away mail never names a company")
    func mail() throws {
        let domains = MailDomains(free: ["post.example"], disposable: ["trash.example", "bad line"])
        #expect(domains.companyDomain(ofEmail: "a@gmail.com") == nil)
        #expect(domains.companyDomain(ofEmail: "a@GoogleMail.com") == nil)
        #expect(domains.companyDomain(ofEmail: "a@mail.yahoo.co.jp") == nil)
        #expect(domains.companyDomain(ofEmail: "a@post.example") == nil)
        #expect(domains.companyDomain(ofEmail: "a@acme.example")?.host == "acme.example")
        #expect(domains.companyDomain(ofEmail: "acme.example") == nil)
        #expect(domains.kind(of: try #require(DomainName("x.trash.example"))) == .disposable)
        #expect(domains.kind(of: try #require(DomainName("notgmail.com"))) == .company)
    }
}

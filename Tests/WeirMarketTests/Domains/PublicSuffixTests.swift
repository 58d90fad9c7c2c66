import Foundation
import Testing
import WeirMarket

@Suite("What somebody registered, by the public suffix list")
struct PublicSuffixTests {
    @Test("Every vector of the list's own test", .enabled(if: MatchingData.isPresent, "the shared data are not here"))
    func vectors() throws {
        let text = try String(contentsOf: MatchingData.domains.appending(path: "psl_test_vectors.txt"), encoding: .utf8)
        let vector = /^checkPublicSuffix\((null|'.*'), (null|'.*')\);/
        var count = 0
        for line in text.split(whereSeparator: \.isNewline) {
            guard let match = line.firstMatch(of: vector) else { continue }
            let host = match.1 == "null" ? "" : String(match.1.dropFirst().dropLast())
            let expected = match.2 == "null" ? nil : String(match.2.dropFirst().dropLast())
            #expect(DomainName(host)?.registrable == expected, "\(host)")
            count += 1
        }
        #expect(count == 78)
    }

    @Test(
        "Rules, wildcards, exceptions and hosts that give their customers names",
        arguments: [
            ("www.example.co.uk", "example.co.uk"), ("shop.myshopify.com", "shop.myshopify.com"),
            ("a.b.c.kawasaki.jp", "b.c.kawasaki.jp"), ("city.kawasaki.jp", "city.kawasaki.jp"),
            ("mail.example.com.au", "example.com.au"), ("a.b.example.nosuchtld", "example.nosuchtld"),
            ("shop.bücher.example", "bücher.example"), ("eu.example.individual.香港", "individual.香港"),
        ])
    func registrable(_ host: String, _ expected: String) {
        #expect(DomainName(host)?.registrable == expected)
    }

    @Test("Whose mail it is, by the shipped lists")
    func mail() throws {
        let domains = MailDomains()
        for (host, kind) in [
            ("gmail.com", MailDomains.Kind.free), ("mail.yahoo.co.jp", .free), ("hey.com", .free),
            ("mailinator.com", .disposable), ("x.guerrillamail.com", .disposable), ("siemens.com", .company),
            ("notgmail.com", .company), ("mailinator.example", .company),
        ] {
            #expect(domains.kind(of: try #require(DomainName(host))) == kind, "\(host)")
        }
    }

    @Test(
        "Every provider of the shipped lists is known",
        .enabled(if: MatchingData.isPresent, "the shared data are not here"))
    func lists() throws {
        let domains = MailDomains()
        let names = try FileManager.default.contentsOfDirectory(atPath: MatchingData.domains.path)
        let trash = try #require(names.first { $0.hasPrefix("disposable") })
        let free = try String(
            contentsOf: MatchingData.domains.appending(path: "free-email-domains.json"), encoding: .utf8)
        let text = try String(contentsOf: MatchingData.domains.appending(path: trash), encoding: .utf8)
        var counts: [MailDomains.Kind: Int] = [:]
        for host in text.split(whereSeparator: \.isWhitespace) {
            guard let domain = DomainName(String(host)) else { continue }
            counts[domains.kind(of: domain), default: 0] += 1
        }
        for quoted in free.split(separator: "\"") {
            guard let domain = DomainName(String(quoted)) else { continue }
            #expect(domains.kind(of: domain) != .company, "\(quoted)")
        }
        #expect(counts[.disposable, default: 0] > 10_000)
        #expect(counts[.company, default: 0] == 0)
    }
}

/// An e-mail address as far as its text tells: well formed or not, and whether its domain can exist.
struct DeliveryAddress: Hashable {
    /// In small letters.
    let text: String
    let local: String
    let domain: DomainName

    /// Why no mail can arrive there.
    struct Fault: Error, Hashable {
        var sentence: String
    }

    /// Reads an address, also as `Ann Lee <ann@example.com>` or `mailto:`.
    init(_ written: String) throws(Fault) {
        var text = Names.trimmed(written)
        if text.last == ">", let open = text.lastIndex(of: "<") {
            text = Names.trimmed(String(text[text.index(after: open)...].dropLast()))
        }
        if text.lowercased().hasPrefix("mailto:") { text = String(text.dropFirst(7)) }
        text = text.lowercased()
        guard let at = text.lastIndex(of: "@") else { throw Fault(sentence: "“\(written)” is no e-mail address") }
        let local = text[..<at]
        let host = String(text[text.index(after: at)...])
        guard DeliveryAddress.isLocalPart(local), text.utf8.count <= 254 else {
            throw Fault(sentence: "“\(written)” is not a well-formed address before its @")
        }
        guard let domain = DomainName(host), domain.host == host, !host.contains("_"), !host.hasPrefix("www.") else {
            throw Fault(sentence: "“\(host)” cannot be the domain of an address")
        }
        self.text = text
        self.local = String(local)
        self.domain = domain
        if let sentence = DeliveryAddress.faultOfDomain(host) { throw Fault(sentence: sentence) }
    }

    /// One mailbox however it is tagged: `ann+list@` is `ann@`.
    var mailbox: String { String(local.prefix { $0 != "+" }) + "@" + domain.host }

    /// RFC 5321's dot-atom; letters beyond ASCII too (RFC 6531). Quoted local parts do not occur in lists.
    private static func isLocalPart(_ local: Substring) -> Bool {
        guard (1...64).contains(local.utf8.count), local.first != ".", local.last != ".", !local.contains("..") else {
            return false
        }
        return local.unicodeScalars.allSatisfy { scalar in
            if !scalar.isASCII { return scalar.properties.isAlphabetic }
            switch scalar {
            case "a"..."z", "0"..."9": return true
            default: return "!#$%&'*+-/=?^_`{|}~.".unicodeScalars.contains(scalar)
            }
        }
    }

    private static func faultOfDomain(_ host: String) -> String? {
        let top = host.split(separator: ".").last.map(String.init) ?? ""
        if let meant = mistypedTops[top] { return "there is no domain under .\(top); probably .\(meant) is meant" }
        if closedTops.contains(top) { return "“\(host)” is a name inside somebody's network; no mail arrives there" }
        if top.utf8.count < 2 || top.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            return "there is no domain under .\(top)"
        }
        return mistypedHosts[host].map { "“\(host)” is mistyped; probably \($0) is meant" }
    }

    /// Ends that no registry gives out, and what people mean by them.
    private static let mistypedTops = [
        "con": "com", "cmo": "com", "ocm": "com", "comm": "com", "cim": "com", "vom": "com", "xom": "com",
        "coom": "com", "ney": "net", "nte": "net", "nett": "net", "ogr": "org", "orgg": "org",
    ]
    private static let closedTops: Set<String> = [
        "invalid", "local", "localhost", "localdomain", "lan", "internal", "intranet", "home", "corp",
    ]
    private static let mistypedHosts = [
        "gmial.com": "gmail.com", "gamil.com": "gmail.com", "gmai.com": "gmail.com", "gnail.com": "gmail.com",
        "hotmial.com": "hotmail.com", "hotmai.com": "hotmail.com", "outlok.com": "outlook.com",
        "yaho.com": "yahoo.com", "yahooo.com": "yahoo.com",
    ]
}

/// Which end of a host name is open to everybody to register under, and so says nothing about a company.
///
/// The public suffix list's own algorithm: of the rules that match, an exception prevails, else the one with the
/// most labels, else the last label alone. The list's private section counts as well: a name under `github.io` or
/// `myshopify.com` is the customer's, not the host's. Rules beyond ASCII match in both forms, as letters and as
/// `xn--`.
enum PublicSuffix {
    /// How many bytes at the end of the host are the suffix, without the dot before it.
    ///
    /// - Parameter host: lower case, without a closing dot.
    static func count(of host: String) -> Int {
        let bytes = Array(host.utf8)
        var suffix = 0
        var isFirst = true
        var start = bytes.count
        while start > 0 {
            let end = start
            start = bytes[..<max(0, start - 1)].lastIndex(of: 0x2E).map { $0 + 1 } ?? 0
            let name = bytes[start...]
            if rules.contains(0x21, name) || hosts.contains(0x21, name) { return bytes.count - end }
            if isFirst || rules.contains(name) || hosts.contains(name) { suffix = bytes.count - start }
            if start > 0, rules.contains(0x2A, name) || hosts.contains(0x2A, name) {
                let next = bytes[..<(start - 1)].lastIndex(of: 0x2E).map { $0 + 1 } ?? 0
                suffix = bytes.count - next
            }
            isFirst = false
        }
        return suffix
    }

    private static let rules = WordTable(PublicSuffixTable.registries)
    private static let hosts = WordTable(PublicSuffixTable.hosts)
}

/// The addresses that one household or office has: an IPv4 address by itself, of IPv6 the first 64 bits, since whoever
/// has one address of those has all of them (RFC 6177).
struct AddressBlock {
    /// `192.0.2.7`, `2001:db8:0:1::/64`; what is no address stays as it is.
    let text: String

    init(_ address: String) {
        let plain = address.prefix { $0 != "%" }
        // An IPv4 address in IPv6's clothes is an IPv4 address.
        if plain.contains("."), let last = plain.split(separator: ":").last, plain.contains(":") {
            text = String(last)
            return
        }
        let halves = plain.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
        let groups = halves.map { $0.split(separator: ":").map { UInt16($0, radix: 16) } }
        let known = groups.reduce(0) { $0 + $1.count }
        guard plain.contains(":"), known <= 8, halves.count == 2 || known == 8 else {
            text = address
            return
        }
        let whole = groups[0] + Array(repeating: 0, count: 8 - known) + (groups.count == 2 ? groups[1] : [])
        text = whole.prefix(4).map { String($0 ?? 0, radix: 16) }.joined(separator: ":") + "::/64"
    }
}

/// To which machines notifications may go: to the public internet, and to networks that the workspace names. A
/// destination is typed by a person in a browser; it must not become a way into the network that Weir stands in.
public struct AddressRule: Hashable, Sendable {
    public var allowed: [Network]

    public init(allowed: [Network] = []) { self.allowed = allowed }

    /// Why an address may not be connected to.
    public struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
        public var description: String

        public init(description: String) { self.description = description }
    }

    /// - Parameter isPlain: whether the connection is not encrypted; then only named networks are open.
    /// - Throws: ``Refusal`` where it may not be connected to.
    public func check(_ address: IPAddress, isPlain: Bool) throws(Refusal) {
        let meant = address.meant
        if allowed.contains(where: { $0.contains(meant) || $0.contains(address) }) { return }
        if let word = AddressRule.reserved(meant) {
            throw Refusal(
                description: "the address is \(word); `weir notify allow NETWORK` opens a network of your own")
        }
        if isPlain {
            throw Refusal(description: "without https, only networks that `weir notify allow` names are open")
        }
    }

    /// What an address is that is not a public one; `nil` for a public one.
    /// Source: the IANA registries of special-purpose addresses (RFC 6890 and its successors).
    public static func reserved(_ address: IPAddress) -> String? {
        if address.bytes.count == 16, !global.contains(where: { $0.contains(address) }) {
            return six.first { $0.network.contains(address) }?.word ?? "no public one"
        }
        return (address.bytes.count == 4 ? four : six).first { $0.network.contains(address) }?.word
    }

    private typealias Block = (network: Network, word: String)

    /// IPv6 is given out from here; all else is not public.
    private static let global = ["2000::/3"].compactMap(Network.init)

    private static let four = blocks([
        ("0.0.0.0/8", "this machine's"), ("10.0.0.0/8", "a private one"), ("100.64.0.0/10", "a provider's own"),
        ("127.0.0.0/8", "this machine's"), ("169.254.0.0/16", "a link's own, as cloud metadata is"),
        ("172.16.0.0/12", "a private one"), ("192.0.0.0/24", "reserved"), ("192.0.2.0/24", "for examples"),
        ("192.88.99.0/24", "reserved"), ("192.168.0.0/16", "a private one"), ("198.18.0.0/15", "for measuring"),
        ("198.51.100.0/24", "for examples"), ("203.0.113.0/24", "for examples"), ("224.0.0.0/4", "multicast"),
        ("240.0.0.0/4", "reserved"),
    ])

    private static let six = blocks([
        ("::/128", "this machine's"), ("::1/128", "this machine's"), ("fc00::/7", "a private one"),
        ("fe80::/10", "a link's own"), ("fec0::/10", "a private one"), ("ff00::/8", "multicast"),
        ("2001::/23", "reserved"), ("2001:db8::/32", "for examples"), ("2002::/16", "another address in disguise"),
        ("3fff::/20", "for examples"),
    ])

    private static func blocks(_ texts: [(String, String)]) -> [Block] {
        texts.compactMap { text, word in Network(text).map { ($0, word) } }
    }
}

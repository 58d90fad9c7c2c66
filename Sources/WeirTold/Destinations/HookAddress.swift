/// Where a request is sent: `https://host[:port]/path`. Only what stands here decides whom we talk to: nothing else reads
/// the text again.
public struct HookAddress: Hashable, Sendable, CustomStringConvertible {
    public let isPlain: Bool
    /// A name or an address, without brackets.
    public let host: String
    public let port: Int
    /// Path and query.
    public let path: String
    public let description: String

    /// - Returns: `nil` for other schemes, names and passwords, fragments, and anything but visible ASCII.
    public init?(_ text: String) {
        guard text.utf8.count <= 2000,
            let match = text.wholeMatch(
                of:
                    /(https?):\/\/(?:([A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?)|\[([0-9A-Fa-f:.]+)\])(?::([0-9]{1,5}))?([\/?][!-"$-~]*)?/
            )
        else { return nil }
        let isPlain = match.output.1 == "http"
        guard let port = match.output.4.map({ Int($0) }) ?? (isPlain ? 80 : 443), (1...65_535).contains(port) else {
            return nil
        }
        if let six = match.output.3, IPAddress(String(six)) == nil { return nil }
        self.isPlain = isPlain
        self.port = port
        host = String(match.output.2 ?? match.output.3 ?? "")
        let rest = match.output.5.map(String.init) ?? "/"
        path = rest.hasPrefix("?") ? "/" + rest : rest
        description = text
    }

    /// As the `Host` header has it.
    public var authority: String {
        let name = host.contains(":") ? "[\(host)]" : host
        return port == (isPlain ? 80 : 443) ? name : "\(name):\(port)"
    }

    /// Without the path, which is often a secret.
    public var hint: String { "\(isPlain ? "http" : "https")://\(authority)/…" }
}

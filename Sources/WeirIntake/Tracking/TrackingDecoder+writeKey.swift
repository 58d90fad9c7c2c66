/// Which source a request belongs to.
extension TrackingDecoder {
    /// The write key that a request names, before anything else of it is believed; `nil` where it names none.
    ///
    /// In this order: the user of `Authorization: Basic`; `writeKey` in the body, or in the first event of a batch;
    /// `writeKey` in the query; the token of `Authorization: Bearer`; and of a Snowplow tracker its app id (`aid`).
    public static func writeKey(of request: TrackingRequest) -> String? {
        let words = (request.authorization ?? "").split(separator: " ", maxSplits: 1).map(String.init)
        let scheme = words.first?.lowercased()
        if scheme == "basic", words.count == 2, let key = basicUser(words[1]) { return key }
        if let key = request.query("writeKey") { return key }
        if let key = keyInBody(request) { return key }
        if scheme == "bearer", words.count == 2 { return words[1] }
        return request.endpoint == .snowplowPixel ? request.query("aid") : nil
    }

    /// The user of a Basic header; the colon and an empty password behind it may be left out.
    private static func basicUser(_ credentials: String) -> String? {
        guard let decoded = Base64.decode(credentials) else { return nil }
        let user = String(decoding: decoded.prefix { $0 != Json.colon }, as: UTF8.self)
        return user.isEmpty ? nil : user
    }

    private static func keyInBody(_ request: TrackingRequest) -> String? {
        guard request.endpoint != .snowplowPixel, request.body.count <= request.limits.bodyBytes,
            let tape = try? JSONTape(request.body, limits: request.limits.json)
        else { return nil }
        func key(_ node: JSONTape.Node?, _ name: JSONName) -> String? {
            tape.text(tape.member(node, name)).flatMap { $0.isEmpty ? nil : $0 }
        }
        if request.endpoint == .snowplow {
            return key(tape.member(tape.root, KeyName.data).flatMap(tape.firstItem), KeyName.aid)
        }
        return key(tape.root, KeyName.writeKey)
            ?? key(tape.member(tape.root, KeyName.batch).flatMap(tape.firstItem), KeyName.writeKey)
    }

    private enum KeyName {
        static let writeKey = JSONName("writeKey")
        static let batch = JSONName("batch")
        static let data = JSONName("data")
        static let aid = JSONName("aid")
    }
}

extension JSONTape {
    /// The first item of a list.
    func firstItem(_ list: Node) -> Node? {
        tokens[list.index].kind == .list && Int(tokens[list.index].next) > list.index + 1
            ? Node(index: list.index + 1) : nil
    }
}

/// What a Snowplow event is about: its kind, name and properties.
struct SnowplowContent {
    var kind = TrackingKind.track
    var name = ""
    var properties = JSONObject()

    init(_ item: SnowplowItem) throws(ItemFault) {
        switch item.text(SnowplowItem.Name.e) {
        case "pv":
            kind = .page
            name = item.text(SnowplowItem.Name.page) ?? ""
        case "pp":
            name = "page_ping"
            take(item, ["pp_mix", "pp_max", "pp_miy", "pp_may"])
        case "se":
            guard let action = item.text(Array("se_ac".utf8)) else {
                throw ItemFault(.noEventName, "a structured event needs its action in \"se_ac\"")
            }
            name = action
            for (key, property) in SnowplowContent.structured { take(item, key, as: property) }
        case "tr":
            name = "transaction"
            take(item, ["tr_id", "tr_tt", "tr_cu", "tr_co"])
        case "ti":
            name = "transaction_item"
            take(item, ["ti_id", "ti_sk", "ti_nm", "ti_ca", "ti_pr", "ti_qu", "ti_cu"])
        case "ue": try takeSelfDescribed(item)
        case let word:
            throw ItemFault(
                .unknownType,
                "\"\(shortened(word ?? ""))\" in \"e\" is no kind of event; known are pv, pp, ue, se, tr, ti")
        }
        try takeContexts(item)
    }

    private static let structured = [
        ("se_ca", "category"), ("se_ac", "action"), ("se_la", "label"), ("se_pr", "property"), ("se_va", "value"),
    ]

    private mutating func take(_ item: SnowplowItem, _ keys: [String]) {
        for key in keys { take(item, key, as: key) }
    }

    private mutating func take(_ item: SnowplowItem, _ key: String, as property: String) {
        guard let text = item.text(Array(key.utf8)) else { return }
        properties.members.append(JSONObject.Member(name: property, value: .text(text)))
    }

    /// The event's own schema names it: `demo_requested` of `iglu:com.acme/demo_requested/jsonschema/1-0-0`.
    private mutating func takeSelfDescribed(_ item: SnowplowItem) throws(ItemFault) {
        guard let outer = try SnowplowContent.json(item, plain: "ue_pr", encoded: "ue_px"),
            case .object(let inner)? = outer["data"], let name = SnowplowContent.schemaName(inner)
        else {
            throw ItemFault(.noEventName, "a self-describing event needs its schema and data in \"ue_pr\" or \"ue_px\"")
        }
        self.name = name
        if case .object(let data)? = inner["data"] { properties = data }
        if name == "screen_view" {
            kind = .screen
            self.name = properties.words("name") ?? ""
        }
    }

    /// What the tracker attached, by schema: `contexts.web_page` and so on.
    private mutating func takeContexts(_ item: SnowplowItem) throws(ItemFault) {
        guard let outer = try SnowplowContent.json(item, plain: "co", encoded: "cx"),
            case .list(let list)? = outer["data"]
        else { return }
        var contexts = JSONObject()
        for case .object(let context) in list {
            guard let name = SnowplowContent.schemaName(context), let data = context["data"] else { continue }
            contexts.members.append(JSONObject.Member(name: name, value: data))
        }
        properties.members.append(JSONObject.Member(name: "contexts", value: .object(contexts)))
    }

    private static func schemaName(_ object: JSONObject) -> String? {
        guard case .text(let schema)? = object["schema"] else { return nil }
        let parts = schema.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 4 && !parts[1].isEmpty ? String(parts[1]) : nil
    }

    /// JSON inside a text, plain or in base64; `nil` where there is none.
    private static func json(_ item: SnowplowItem, plain: String, encoded: String) throws(ItemFault) -> JSONObject? {
        let bytes: [UInt8]
        if let text = item.text(Array(plain.utf8)) {
            bytes = Array(text.utf8)
        } else if let text = item.text(Array(encoded.utf8)) {
            bytes = Base64.decode(text) ?? []
        } else {
            return nil
        }
        let value = try? JSONValue(parsing: bytes, limits: item.request.limits.json)
        guard case .object(let object)? = value else {
            throw ItemFault(.badValue, "what stands in \"\(plain)\" or \"\(encoded)\" is no JSON object")
        }
        return object
    }
}

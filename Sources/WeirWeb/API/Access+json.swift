import WeirApp
import WeirFacts
import WeirIntake

extension TrackingSource {
    /// A strong entity tag of the state it is in.
    var tag: String { "\"\(id).\(revision)\"" }

    func json(key: String? = nil) -> JSON {
        var members: [(String, JSON)] = [
            ("id", .text(id)), ("name", .text(name)), ("key_hint", .text(keyHint)),
            ("allowed_origins", .list(settings.allowedOrigins.map(JSON.text))),
            ("max_event_bytes", .integer(settings.maxEventBytes)),
            ("max_request_bytes", .integer(settings.maxRequestBytes)),
            ("events_per_minute", settings.eventsPerMinute.map { .integer($0) } ?? .null),
            ("is_enabled", .yesNo(settings.isEnabled)), ("created_at", .words(createdAt)),
        ]
        if let key { members.append(("write_key", .text(key))) }
        return .object(members)
    }
}

extension APIToken {
    func json(secret: String? = nil) -> JSON {
        var members: [(String, JSON)] = [
            ("id", .text(id)), ("name", .text(name)), ("hint", .text(hint)),
            ("scopes", .list(scopes.map(\.rawValue).sorted().map(JSON.text))), ("created_at", .words(createdAt)),
            ("expires_at", .words(expiresAt)), ("last_used_at", .words(lastUsedAt)),
        ]
        if let secret { members.append(("secret", .text(secret))) }
        return .object(members)
    }
}

extension JSONObject {
    /// Members of a body that was checked.
    func text(_ name: String) -> String? {
        if case .text(let text)? = self[name] { text } else { nil }
    }

    func texts(_ name: String) -> [String] {
        guard case .list(let values)? = self[name] else { return [] }
        return values.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    func whole(_ name: String) -> Int? {
        guard case .number(let written)? = self[name] else { return nil }
        return WholeNumber.read(written).map { Int($0) }
    }

    func day(_ name: String) -> CivilDay? { text(name).flatMap { CivilDay($0) } }
}

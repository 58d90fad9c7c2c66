import WeirDesk

/// What was given by name: to a move, or to a change of a team.
struct SaidWords {
    private let what: String
    private let value: (String) -> String?

    init(of what: String, _ value: @escaping (String) -> String?) {
        self.what = what
        self.value = value
    }

    subscript(name: String) -> String? { value(name).flatMap { $0.isEmpty ? nil : $0 } }

    func needed(_ name: String) throws(ServiceError) -> String {
        guard let text = self[name] else { throw ServiceError(.invalid, "\(what) needs “\(name)”") }
        return text
    }

    func needed<T>(_ name: String, _ right: String, _ read: (String) -> T?) throws(ServiceError) -> T {
        guard let found = try self.read(name, right, read) else {
            throw ServiceError(.invalid, "\(what) needs “\(name)”, \(right)")
        }
        return found
    }

    func read<T>(_ name: String, _ right: String, _ read: (String) -> T?) throws(ServiceError) -> T? {
        guard let text = self[name] else { return nil }
        guard let found = read(text) else { throw ServiceError(.invalid, "“\(name)” is \(right)") }
        return found
    }

    var milestone: ServicePromise.Milestone {
        get throws(ServiceError) {
            let all = ServicePromise.Milestone.allCases.map(\.rawValue).joined(separator: ", ")
            return try needed("milestone", "one of \(all)") { ServicePromise.Milestone(rawValue: $0) }
        }
    }
}

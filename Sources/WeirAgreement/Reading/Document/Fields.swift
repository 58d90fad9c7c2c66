/// The values of one group of keys, once its keys were compared with those it may have.
struct Fields {
    let place: Place
    /// Whether the group was there and was a group of keys at all.
    let isPresent: Bool
    private let keySet: KeySet
    private let values: [String: Node]

    /// Reports keys that are unknown or missing. A missing group has no values, and is reported by who needs it.
    init(_ node: Node?, _ keySet: KeySet, _ problems: ProblemList) {
        self.keySet = keySet
        place = node?.place ?? .start
        guard let node, let entries = node.entries(problems, of: keySet.what, keys: keySet.names) else {
            isPresent = false
            values = [:]
            return
        }
        isPresent = true
        var values: [String: Node] = [:]
        for entry in entries {
            if keySet.names.contains(entry.key) {
                values[entry.key] = entry.value
            } else {
                let right =
                    problems.nearest(to: entry.key, among: keySet.names)
                    .map { "did you mean \(quoted($0))?" }
                    ?? "its keys are \(listed(keySet.names, by: "and"))"
                problems.add(
                    .unknownKey, at: entry.keyPlace, "\(quoted(entry.key)) is not a key of \(keySet.what)", right)
            }
        }
        self.values = values
        for key in keySet.keys where key.isRequired && values[key.name] == nil {
            problems.add(
                .missingKey, at: place, "\(keySet.what) has no \(quoted(key.name))",
                "add '\(key.name): …': \(key.meaning)")
        }
        if entries.isEmpty && !keySet.mayBeEmpty && !keySet.keys.contains(where: \.isRequired) {
            problems.add(
                .empty, at: place, "\(keySet.what) is empty",
                "its keys are \(listed(keySet.names, by: "and")); or leave it out")
        }
    }

    /// The value of a key, `nil` where it is left out.
    subscript(key: String) -> Node? {
        assert(keySet.names.contains(key), "\(keySet.what) declares no key \(key)")
        return values[key]
    }
}

/// Countries under any of the names and codes that customer files carry: `UK`, `GBR` and `Great Britain` are one.
public enum Country {
    /// The key and the usual English name of a country written in any known way.
    ///
    /// What is not in the table stands for itself, so that a region that people treat as a country still compares.
    public static func named(_ written: String) -> (key: TextKey, name: String) {
        let key = TextKey(written)
        if let name = names[key] { return name }
        let undotted = key.text.filter { $0 != "." }
        if undotted != key.text, let name = names[TextKey(undotted)] { return name }
        return (key, written)
    }

    private static let names: [TextKey: (key: TextKey, name: String)] = {
        var names: [TextKey: (key: TextKey, name: String)] = [:]
        for line in CountryTable.lines.split(separator: "\n") {
            let ways = line.split(separator: ";").map(String.init)
            guard ways.count >= 3 else { continue }
            let name = (key: TextKey(ways[2]), name: ways[2])
            for way in ways { names[TextKey(way)] = name }
        }
        return names
    }()
}

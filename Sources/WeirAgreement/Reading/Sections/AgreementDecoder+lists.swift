import WeirFacts

/// Attributes and lists of companies.
extension AgreementDecoder {
    mutating func declaredAttributes(_ node: Node?) -> [AttributeDeclaration] {
        var declared: [AttributeDeclaration] = []
        for entry in node?.named(problems, "attributes") ?? [] {
            let type = entry.value.choice(AttributeType.self, problems)
            if attributeTypes[entry.key] != nil {
                problems.add(
                    .duplicateName, at: entry.keyPlace, "\(quoted(entry.key)) is a standard attribute",
                    "leave it out, or use another name")
                continue
            }
            if KeySet.combinations.names.contains(entry.key) {
                problems.add(
                    .duplicateName, at: entry.keyPlace, "\(quoted(entry.key)) has a meaning of its own in criteria",
                    "use another name")
                continue
            }
            attributes.add(entry.key)
            attributeTypes[entry.key] = type
            declared.append(AttributeDeclaration(name: entry.key, type: type ?? .text))
        }
        return declared
    }

    mutating func companyLists(_ node: Node?) -> [CompanyList] {
        let found = (node?.named(problems, "lists") ?? []).map(companyList)
        found.forEach { lists.add($0.name) }
        return found
    }

    private func companyList(_ entry: Node.Entry) -> CompanyList {
        guard case .mapping = entry.value.content else {
            return CompanyList(name: entry.key, entries: entry.value.texts(problems))
        }
        let fields = Fields(entry.value, .listFile, problems)
        guard let pathNode = fields["file"], let hashNode = fields["sha256"] else {
            return CompanyList(name: entry.key, entries: [])
        }
        let path = pathNode.text(problems, longest: 1000)
        let hash = hashNode.text(problems)
        let file = ExternalList(path: path, sha256: hash)
        return CompanyList(name: entry.key, entries: load(file, pathNode.place, hashNode.place), file: file)
    }

    private func load(_ file: ExternalList, _ path: Place, _ hash: Place) -> [String] {
        let isHash =
            file.sha256.utf8.count == 64 && file.sha256.utf8.allSatisfy { isDigit($0) || (97...102).contains($0) }
        if !isHash {
            problems.add(
                .wrongType, at: hash, "\(quoted(file.sha256)) is not a SHA-256",
                "write its 64 digits 0-9 and a-f in lower case")
        }
        let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
        guard !file.path.isEmpty, parts.allSatisfy({ !["", ".", ".."].contains($0) }) else {
            problems.add(
                .badListFile, at: path, "\(quoted(file.path)) is not a path beside the agreement",
                "write a name such as competitors.csv, without '..' or a leading '/'")
            return []
        }
        guard let bytes = loadList(file.path) else {
            problems.add(
                .missingFile, at: path, "the file \(quoted(file.path)) cannot be read",
                "put it beside the agreement, or correct its name")
            return []
        }
        let found = AgreementHash.sha256Hex(bytes)
        if isHash && found != file.sha256 {
            problems.add(
                .wrongHash, at: hash, "\(quoted(file.path)) has another SHA-256, so it is not the file meant here",
                "restore that file, or write \(found) after reading what changed")
            return []
        }
        guard let entries = CompanyListFile.entries(bytes), !entries.isEmpty else {
            problems.add(
                .badListFile, at: path, "\(quoted(file.path)) is not a list of companies",
                "it needs UTF-8 text with one company a line")
            return []
        }
        return entries
    }
}

/// A list in a file of its own: CSV or plain text, one company a line, in the first column.
enum CompanyListFile {
    /// The first column of each line that is not blank, each once; `nil` if the bytes are not UTF-8.
    static func entries(_ bytes: [UInt8]) -> [String]? {
        let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard let text = String(validating: body, as: UTF8.self) else { return nil }
        var seen: Set<String> = []
        return text.split(whereSeparator: \.isNewline).map(firstColumn)
            .filter { !$0.isEmpty && seen.insert($0.lowercased()).inserted }
    }

    private static func firstColumn(_ line: Substring) -> String {
        guard line.first == "\"" else {
            let column = line.prefix { $0 != "," && $0 != ";" && $0 != "\t" }
            return trimmed(column)
        }
        var column = ""
        var rest = line.dropFirst()
        while let quote = rest.firstIndex(of: "\"") {
            column += rest[..<quote]
            rest = rest[rest.index(after: quote)...]
            guard rest.first == "\"" else { return trimmed(column[...]) }
            column += "\""
            rest = rest.dropFirst()
        }
        return trimmed((column + rest)[...])
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text = text.dropFirst() }
        while text.last?.isWhitespace == true { text = text.dropLast() }
        return String(text)
    }
}

/// The only door to an `Agreement`: from the exact bytes that both sides sign, with every mistake named at once.
public enum AgreementReader {
    /// Reads and checks an agreement.
    ///
    /// - Parameters:
    ///   - bytes: the file as it is; at most 1 MiB, UTF-8.
    ///   - file: its name, for the problems' places.
    ///   - loadList: the bytes of a list kept in a file of its own, by the path that the agreement gives it (relative
    ///     to the agreement); `nil` where there is no such file.
    public static func read(
        _ bytes: [UInt8], file: String = "agreement.yaml", loadList: (String) -> [UInt8]? = { _ in nil }
    ) -> AgreementReading {
        let problems = ProblemList(file: file)
        let agreement = decode(bytes, problems, loadList)
        return AgreementReading(
            agreement: problems.isEmpty ? agreement : nil, problems: problems.inOrder,
            sha256: AgreementHash.sha256Hex(bytes))
    }

    private static func decode(
        _ bytes: [UInt8], _ problems: ProblemList, _ loadList: (String) -> [UInt8]?
    ) -> Agreement? {
        guard let root = root(of: bytes, startWith: "agreement: NAME", problems) else { return nil }
        return withoutActuallyEscaping(loadList) { loadList in
            var decoder = AgreementDecoder(problems, loadList: loadList)
            return decoder.agreement(root)
        }
    }

    /// A file's one document; `nil` when it is none, which is then reported.
    ///
    /// - Parameter startWith: how such a file begins, for who has an empty one.
    static func root(of bytes: [UInt8], startWith: String, _ problems: ProblemList) -> Node? {
        guard let text = SourceText(bytes, problems) else { return nil }
        let hadHiddenCharacters = !problems.isEmpty
        let (root, fault) = NodeTree.compose(text.readable, problems)
        if let fault {
            // A tab or an invisible character made a space may itself break the layout; it was named already.
            if !hadHiddenCharacters { report(fault, problems) }
            return nil
        }
        if root == nil, problems.isEmpty {
            problems.add(.missingValue, at: .start, "the file says nothing", "start with '\(startWith)'")
        }
        return root
    }

    private static func report(_ fault: YAMLFault, _ problems: ProblemList) {
        // libyaml gives up by itself where brackets open without an end.
        if fault.problem.contains("nesting level") {
            problems.add(.nestedTooDeep, at: fault.place, "this is nested too deep", NodeTree.remedyForDepth)
            return
        }
        let begun = fault.begun.map { $0.line == fault.place.line ? "" : " (in what begins in line \($0.line))" } ?? ""
        problems.add(.notYAML, at: fault.place, "this is not YAML: \(fault.problem)\(begun)", fault.remedy)
    }
}

extension YAMLFault {
    /// libyaml's words, answered with what a writer can do.
    fileprivate var remedy: String {
        if problem.contains("expected ',' or") { return "separate with commas and close the bracket that was opened" }
        if problem.contains("mapping values are not allowed") {
            return "check the line's indentation, and put text that holds ': ' in quotes"
        }
        if problem.contains("expected ':'") { return "write 'key: value', with a space after the colon" }
        if problem.contains("cannot start any token") { return "put text that begins with this character in quotes" }
        if problem.contains("unexpected end of stream") || problem.contains("document indicator") {
            return "close the quote that was opened"
        }
        if problem.contains("expected key") || problem.contains("'-' indicator")
            || problem.contains("not allowed in this context") || problem.contains("document start")
        {
            return "indent this line as much as its neighbours of the same group"
        }
        if problem.contains("escape") { return "write \\\\ for a backslash, or use single quotes" }
        return "check brackets, quotes and indentation here"
    }
}

import WeirAgreement

/// A draft's values as a form has them, with the mistakes where they are. What is kept is the text with these values
/// put into their places: comments, order and everything else stay as somebody wrote them.
public struct DraftForm: Sendable {
    public struct Field: Hashable, Sendable {
        /// The keys that lead to it, with points between them: `qualified_account.enter.score`.
        public var path: String
        /// As it is written, or was typed: `100`, `7 days`, `30%`.
        public var value: String
        /// Line in the text, from 1.
        public var line: Int
        public var mistakes: [String] = []
    }

    /// In the order of the text.
    public internal(set) var fields: [Field]
    /// Mistakes where no field stands.
    public internal(set) var elsewhere: [AgreementProblem] = []
    /// The text with these values; `nil` where one of them can stand nowhere.
    public internal(set) var text: [UInt8]?

    /// Whether it can be kept: a mistake elsewhere was there before.
    public var isKeepable: Bool { text != nil && fields.allSatisfy(\.mistakes.isEmpty) }

    init(_ source: AgreementText, _ typed: [String: String]) {
        var changes: [(setting: AgreementSetting, text: String)] = []
        var fits = true
        fields = source.settings.map { setting in
            var field = Field(path: setting.path, value: setting.written, line: setting.line)
            guard let value = typed[setting.path], value != setting.written else { return field }
            field.value = value
            if let text = setting.text(for: value) {
                changes.append((setting, text))
            } else {
                fits = false
                field.mistakes = ["“\(value)” cannot stand here; write it like “\(setting.written)”"]
            }
            return field
        }
        text = fits ? source.bytes(with: changes) : nil
    }

    /// Puts each mistake of the text to the value it is about: the last one that begins at or before it in its line.
    mutating func place(_ problems: [AgreementProblem], in source: AgreementText) {
        let settings = source.settings
        for problem in problems {
            let near = settings.last { $0.line == problem.line && $0.column <= problem.column }
            if let near, let number = fields.firstIndex(where: { $0.path == near.path }) {
                fields[number].mistakes.append("\(problem.whatIsWrong); \(problem.whatWouldBeRight)")
            } else {
                elsewhere.append(problem)
            }
        }
    }
}

extension Service {
    /// - Throws: `invalid` where the draft cannot be read at all.
    public func draftForm(_ typed: [String: String]) async throws -> DraftForm? {
        guard let draft = try await agreementDraft() else { return nil }
        func source(_ text: [UInt8]) throws -> AgreementText {
            do { return try AgreementText(text, file: "agreement.yaml") } catch {
                throw ServiceError(.invalid, "the draft cannot be read: \(error); mend it in the text")
            }
        }
        var form = DraftForm(try source(draft.text), typed)
        if let text = form.text {
            form.place(try await readDraft(text).problems, in: try source(text))
        }
        return form
    }
}

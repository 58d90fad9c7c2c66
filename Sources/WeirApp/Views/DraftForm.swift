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

    /// A list or group that takes one more entry, and what was typed for it.
    public struct Row: Hashable, Sendable {
        public var rows: AgreementRows
        public var name = ""
        public var value: String
        public var mistake: String?
    }

    /// In the order of the text.
    public internal(set) var fields: [Field]
    public internal(set) var rows: [Row]
    /// Mistakes where no field stands.
    public internal(set) var elsewhere: [AgreementProblem] = []
    /// Of the draft that it shows; see ``AgreementDraft/revision``.
    public internal(set) var revision = ""
    /// The text with these values; `nil` where one of them can stand nowhere.
    public internal(set) var text: [UInt8]?

    /// Whether it can be kept: a mistake elsewhere was there before.
    public var isKeepable: Bool {
        text != nil && fields.allSatisfy(\.mistakes.isEmpty) && rows.allSatisfy { $0.mistake == nil }
    }

    init(_ source: AgreementText, _ typed: [String: String], _ added: [String: AddedRow]) {
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
        var text = fits ? source.bytes(with: changes) : nil
        rows = source.rows.map { rows in
            var row = Row(rows: rows, value: rows.isNamed ? rows.lastValue : "")
            guard let new = added[rows.path] else { return row }
            (row.name, row.value) = (new.name, new.value)
            // A name makes an entry; of a list, which has none, the value does.
            guard !(rows.isNamed ? new.name : new.value).isEmpty, let now = text else { return row }
            let source = try? AgreementText(now, file: source.file)
            let name = rows.isNamed ? new.name : nil
            if let grown = source?.adding(new.value, named: name, to: rows.path) {
                text = grown
            } else {
                row.mistake =
                    "“\(AgreementRows.entry(new.value, named: name))” cannot stand here; write it like “\(rows.last)”"
            }
            return row
        }
        self.text = text
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

/// One more entry for a list or group of the draft.
public struct AddedRow: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) { (self.name, self.value) = (name, value) }
}

extension Service {
    /// - Throws: `invalid` where the draft cannot be read at all.
    public func draftForm(
        _ typed: [String: String], adding added: [String: AddedRow] = [:]
    ) async throws -> DraftForm? {
        guard let draft = try await agreementDraft() else { return nil }
        func source(_ text: [UInt8]) throws -> AgreementText {
            do { return try AgreementText(text, file: "agreement.yaml") } catch {
                throw ServiceError(.invalid, "the draft cannot be read: \(error); mend it in the text")
            }
        }
        var form = DraftForm(try source(draft.text), typed, added)
        form.revision = draft.revision
        if let text = form.text {
            form.place(try await readDraft(text).problems, in: try source(text))
        }
        return form
    }
}

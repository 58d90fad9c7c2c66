import WeirAgreement

/// A draft's values as a form has them, with the mistakes where they are. What is kept is the text with these values
/// put into their places: comments, order and everything else stay as somebody wrote them.
public struct DraftForm: Sendable {
    public struct Field: Hashable, Sendable {
        /// The keys that lead to it, with points between them: `qualified_account.enter.score`.
        public var path: String
        /// The steps of the path as people name them.
        public var names: [String]
        /// As it is written, or was typed: `100`, `7 days`, `30%`.
        public var value: String
        /// Line in the text, from 1.
        public var line: Int
        public var mistakes: [String] = []
    }

    /// A list or group that takes one more entry, what was typed for it, and what is to go.
    public struct Row: Hashable, Sendable {
        public var rows: AgreementRows
        /// Names, or numbers, of the entries that are to be removed.
        public var removed: Set<String> = []
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

    init(
        _ source: AgreementText, _ typed: [String: String], _ added: [String: AddedRow],
        _ removed: [String: Set<String>]
    ) {
        var changes: [(setting: AgreementSetting, text: String)] = []
        var fits = true
        fields = source.settings.map { setting in
            var field = Field(
                path: setting.path, names: setting.names, value: setting.written, line: setting.line)
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
            if let new = added[rows.path] { row.add(new, to: &text, file: source.file) }
            return row
        }
        // From the end, so that what is still to go keeps its number and its place; and after the new entries, so that
        // one may take the place of the last.
        for number in rows.indices.reversed() {
            rows[number].remove(removed[rows[number].rows.path] ?? [], from: &text, file: source.file)
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

extension DraftForm.Row {
    /// Adds what was typed to the text, or says why it cannot stand there.
    fileprivate mutating func add(_ new: AddedRow, to text: inout [UInt8]?, file: String) {
        (name, value) = (new.name, new.value)
        // A name makes an entry; of a list, which has none, the value does.
        guard !(rows.isNamed ? new.name : new.value).isEmpty, let now = text else { return }
        let source = try? AgreementText(now, file: file)
        let name = rows.isNamed ? new.name : nil
        if let grown = source?.adding(new.value, named: name, to: rows.path) {
            text = grown
        } else {
            mistake = "“\(AgreementRows.entry(new.value, named: name))” cannot stand here; write it like “\(rows.last)”"
        }
    }

    /// Takes entries out of the text, or says why one stays.
    fileprivate mutating func remove(_ steps: Set<String>, from text: inout [UInt8]?, file: String) {
        for entry in rows.entries.reversed() where steps.contains(entry.step) {
            removed.insert(entry.step)
            guard mistake == nil, let now = text, let source = try? AgreementText(now, file: file) else { continue }
            do { text = try source.removing(entry.step, from: rows.path) } catch {
                mistake = "“\(entry.written)” cannot be removed here: \(DraftForm.Row.words(error))"
            }
        }
    }

    private static func words(_ refusal: AgreementText.Refusal) -> String {
        switch refusal {
        case .missing: "it is not there any more"
        case .only: "it is the only one; add another first, or take the whole list out of the text"
        case .entangled: "it shares its line with something else; take it out of the text"
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
        _ typed: [String: String], adding added: [String: AddedRow] = [:], removing removed: [String: Set<String>] = [:]
    ) async throws -> DraftForm? {
        guard let draft = try await agreementDraft() else { return nil }
        func source(_ text: [UInt8]) throws -> AgreementText {
            do { return try AgreementText(text, file: "agreement.yaml") } catch {
                throw ServiceError(.invalid, "the draft cannot be read: \(error); mend it in the text")
            }
        }
        var form = DraftForm(try source(draft.text), typed, added, removed)
        form.revision = draft.revision
        guard let text = form.text else { return form }
        let problems = try await readDraft(text).problems
        form.place(problems, in: try source(text))
        if !removed.isEmpty, let whole = DraftForm(try source(draft.text), typed, added, [:]).text {
            let before = Set(try await readDraft(whole).problems.map(\.whatIsWrong))
            form.refuseRemoval(for: problems.first { !before.contains($0.whatIsWrong) })
        }
        return form
    }
}

extension DraftForm {
    /// Says at what was to be removed that the rest needs it.
    fileprivate mutating func refuseRemoval(for problem: AgreementProblem?) {
        guard let problem, let number = rows.firstIndex(where: { !$0.removed.isEmpty && $0.mistake == nil }) else {
            return
        }
        let gone = rows[number].rows.entries.filter { rows[number].removed.contains($0.step) }.map { "“\($0.written)”" }
        rows[number].mistake =
            "without \(gone.joined(separator: ", ")) the rest does not hold: \(problem.whatIsWrong); "
            + problem.whatWouldBeRight
    }
}

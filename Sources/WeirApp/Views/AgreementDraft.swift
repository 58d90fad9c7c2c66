import Foundation
import WeirAgreement
import WeirFacts
import WeirInsight
import WeirLedger

/// A text that somebody is working on, as the pages show it: its mistakes, or what it says and what that changes.
public struct AgreementDraft: Sendable {
    public var text: [UInt8]
    /// Where nothing was written yet, the text in force stands in.
    public var isSaved: Bool
    /// In order of place.
    public var problems: [AgreementProblem]
    /// `nil` while there are mistakes.
    public var agreement: Agreement?
    /// Against the version in force; `nil` without either.
    public var difference: AgreementDifference?
    /// The same bytes were proposed already, as this version.
    public var version: Int?

    public var isSound: Bool { agreement != nil }

    /// Changes with every byte of the text, so that nobody keeps theirs over one that they have not seen.
    public var revision: String { AgreementHash.sha256Hex(text) }
}

extension AgreementDraft {
    /// The text with some of its values set to others.
    /// - Parameter leavingOut: whether values that the text does not have stay out, or are a mistake.
    fileprivate func text(with changes: [(path: String, value: String)], leavingOut: Bool) throws -> [UInt8] {
        let source: AgreementText
        do { source = try AgreementText(text, file: "agreement.yaml") } catch {
            throw ServiceError(.invalid, "the draft cannot be read: \(error)")
        }
        let settings = try changes.compactMap { change -> (setting: AgreementSetting, text: String)? in
            guard let setting = try? source.setting(at: change.path) else {
                if leavingOut { return nil }
                throw ServiceError(
                    .invalid, "the draft has no line for \(change.path); write one there, then set it here")
            }
            guard setting.written != change.value else { return nil }
            guard let text = setting.text(for: change.value) else {
                throw ServiceError(.invalid, "“\(change.value)” is no value for \(change.path); write a number")
            }
            return (setting, text)
        }
        return source.bytes(with: settings)
    }
}

extension Service {
    /// The draft that is kept in the workspace as `agreement.yaml`; the text in force where there is none.
    public func agreementDraft() async throws -> AgreementDraft? {
        let path = draftPath
        let kept = try await onDisk {
            FileManager.default.fileExists(atPath: path) ? try Files.read(path, limit: AgreementInUse.readLimit) : nil
        }
        if let kept { return try await readDraft(kept, isSaved: true) }
        guard let version = try await agreementInForce() else { return nil }
        return try await readDraft(try await agreementText(version: version.version), isSaved: false)
    }

    /// Checks a text without keeping it.
    public func readDraft(_ text: [UInt8], isSaved: Bool = false) async throws -> AgreementDraft {
        let (workspace, lists) = (workspace, try await draftLists())
        let current = definitions.now.use?.agreement
        return try await onDisk {
            let reading = AgreementReader.read(text, file: "agreement.yaml", loadList: lists)
            let known = try workspace.ledger.agreements().first { $0.sha256 == reading.sha256 }
            return AgreementDraft(
                text: text, isSaved: isSaved, problems: reading.problems, agreement: reading.agreement,
                difference: reading.agreement.flatMap { new in
                    current.map { AgreementDifference(from: $0, to: new) }
                },
                version: known?.version)
        }
    }

    /// Keeps a text, with its mistakes, for whoever goes on with it.
    /// - Throws: `conflict` where the draft is no longer the one that the text was made from.
    public func keepDraft(_ text: [UInt8], over revision: String? = nil) async throws {
        guard text.count < AgreementInUse.readLimit else {
            throw ServiceError(.invalid, "an agreement has at most 1 MiB; this text has \(text.count) bytes")
        }
        let (path, drafting) = (draftPath, drafting)
        // Before anything was kept, it was made from the text in force.
        let first = revision == nil ? nil : try await agreementDraft()?.revision
        try await onDisk {
            try drafting.withLock {
                let kept = try? Files.read(path, limit: AgreementInUse.readLimit)
                let now = kept.map(AgreementHash.sha256Hex) ?? first
                guard revision == nil || now == nil || now == revision else {
                    throw ServiceError(.conflict, "the draft was changed meanwhile")
                }
                try Files.write(text, to: path)
            }
        }
    }

    /// Proposes the draft as a version.
    public func proposeDraft(by name: String) async throws -> AgreementVersion {
        guard let draft = try await agreementDraft() else {
            throw ServiceError(.notFound, "there is no draft to propose; write one first")
        }
        let lists = try await draftLists()
        var pinned: [String: [UInt8]] = [:]
        for file in (draft.agreement?.lists ?? []).compactMap(\.file) { pinned[file.path] = lists(file.path) }
        return try await propose(draft.text, lists: pinned, by: name).0
    }

    /// The draft's text with some of its values set to others; those that it does not have stay out.
    /// - Parameter changes: paths such as `market.tiers.A`, and what shall stand there.
    public func draftText(with changes: [(path: String, value: String)]) async throws -> [UInt8] {
        try await draftToChange().text(with: changes, leavingOut: true)
    }

    /// The draft with other thresholds, kept.
    /// - Throws: `invalid` where the draft has mistakes, or no line for a threshold that changes.
    public func keepDraft(with values: TrialValues) async throws {
        let draft = try await draftToChange()
        guard let agreement = draft.agreement else {
            throw ServiceError(.invalid, "the draft has mistakes; mend them first, then set thresholds")
        }
        try await keepDraft(try draft.text(with: values.changes(to: agreement), leavingOut: false))
    }

    private func draftToChange() async throws -> AgreementDraft {
        guard let draft = try await agreementDraft() else {
            throw ServiceError(.notFound, "there is no agreement to change; propose one first")
        }
        return draft
    }

    /// What a draft would have done over the history; `nil` before the first engagement.
    public func trial(ofDraft draft: AgreementDraft) async throws -> Trial? {
        let overview = try await overview()
        guard let past = overview.past, let agreement = draft.agreement else { return nil }
        let population = try await population(of: draft, like: overview)
        return try await past.frame.trials(of: [agreement], population).first
    }

    private func population(of draft: AgreementDraft, like overview: Overview) async throws -> Population {
        let (workspace, use) = (workspace, try await draftInUse(draft.text))
        return try await onDisk {
            if let alike = Population(use, like: overview.population) { return alike }
            let snapshot = try workspace.snapshot()
            let sameZone = use.agreement.timeZone == overview.use.agreement.timeZone
            return sameZone
                ? try Population(snapshot, use, columns: overview.population.columns) : try Population(snapshot, use)
        }
    }

    /// A draft's text, ready to be applied; every page and every answer about drafts takes it from here.
    func draftInUse(_ text: [UInt8]) async throws -> AgreementInUse {
        let lists = try await draftLists()
        return try await onDisk {
            try AgreementInUse(
                AgreementReader.read(text, file: "draft", loadList: lists), file: "draft",
                name: { "\($0.name), draft \($1)" }, banner: "UNSIGNED DRAFT")
        }
    }

    private var draftPath: String { workspace.folder + "/agreement.yaml" }

    /// Lists that a draft may name: files of the workspace's folder, or those of the version in force.
    private func draftLists() async throws -> @Sendable (String) -> [UInt8]? {
        let (folder, ledger) = (workspace.folder, workspace.ledger)
        let sha256 = try await agreementInForce()?.sha256
        return { path in
            // A path given by whoever writes the draft must not lead out of the folder.
            if !path.hasPrefix("/"), !path.split(separator: "/").contains(".."),
                let bytes = try? Files.read(folder + "/" + path)
            {
                return bytes
            }
            return sha256.flatMap { try? ledger.agreementList(of: $0, path: path) }
        }
    }
}

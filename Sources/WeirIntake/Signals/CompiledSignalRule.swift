import WeirAgreement
import WeirFacts

/// What rules ask of an event, put into comparable form once.
struct AskedEvent {
    let event: TrackedEvent
    let kind: SignalRule.Kind
    let compactBytes: [UInt8]
    var compactName: String { String(decoding: compactBytes, as: UTF8.self) }
    let path: [UInt8]?

    /// Longer paths are compared by their beginning: no rule is longer.
    private static let longestPath = 2048

    init(_ event: TrackedEvent) {
        self.event = event
        kind = SignalRule.Kind(event.kind)
        compactBytes = EventName.compactBytes(event.name)
        path = event.page.path.map { AskedEvent.comparable($0) }
    }

    /// Small letters, without a slash at the end.
    private static func comparable(_ path: String) -> [UInt8] {
        var bytes = Array(WordPattern.lowered(path).prefix(longestPath))
        if bytes.count > 1, bytes.last == 0x2F { bytes.removeLast() }
        return bytes
    }
}

extension SignalRule.Kind {
    init(_ kind: TrackingKind) {
        switch kind {
        case .identify: self = .identify
        case .group: self = .group
        case .track: self = .track
        case .page: self = .page
        case .screen: self = .screen
        case .alias: self = .alias
        }
    }
}

/// A rule with its patterns ready to be compared. Each event is held against each rule, so they are not copied.
final class CompiledSignalRule: Sendable {
    let rule: SignalRule
    private let signal: Signal?
    private let kinds: [SignalRule.Kind]
    private let events: [WordPattern]
    private let names: [WordPattern]
    private let paths: [WordPattern]
    private let properties: [CompiledPropertyTest]

    /// - Parameter signal: the one it gives, if it gives one.
    init(_ rule: SignalRule, _ signal: Signal?) {
        self.rule = rule
        self.signal = signal
        kinds = rule.takenKinds
        events = rule.events.map { WordPattern(EventName.compact($0), isPath: false) }
        names = rule.names.map { WordPattern(EventName.compact($0), isPath: false) }
        paths = rule.paths.flatMap(CompiledSignalRule.patterns)
        properties = rule.properties.map(CompiledPropertyTest.init)
    }

    /// `/blog/**` takes `/blog` too, and a slash at the end makes no difference.
    private static func patterns(_ path: String) -> [WordPattern] {
        var bare = path
        if bare.count > 1, bare.hasSuffix("/") { bare.removeLast() }
        guard bare.hasSuffix("/**"), bare.count > 3 else { return [WordPattern(bare, isPath: true)] }
        return [WordPattern(bare, isPath: true), WordPattern(String(bare.dropLast(3)), isPath: true)]
    }

    func fits(_ asked: AskedEvent) -> Bool {
        guard kinds.contains(asked.kind) else { return false }
        if !events.isEmpty, asked.kind != .track || !events.contains(where: { $0.fits(asked.compactBytes) }) {
            return false
        }
        if !names.isEmpty, asked.kind == .track || !names.contains(where: { $0.fits(asked.compactBytes) }) {
            return false
        }
        if !paths.isEmpty {
            guard let path = asked.path, paths.contains(where: { $0.fits(path) }) else { return false }
        }
        return properties.allSatisfy { $0.holds(for: asked.event.properties) }
    }

    // MARK: Details

    func details(of event: TrackedEvent, named name: String) -> MappedSignal {
        var mapped = MappedSignal(signal: name)
        mapped.content = rule.content.map { value($0, event) } ?? usualContent(event)
        mapped.sharedWith = rule.sharedWith.map { value($0, event) } ?? usualSharedWith(event)
        mapped.sharedWith = mapped.sharedWith.map { TrackedEvent.address($0) ?? $0 }
        mapped.campaign =
            rule.campaign.map { value($0, event) } ?? event.campaign?.name ?? event.properties.words("campaign_name")
        mapped.channel = rule.channel.map { value($0, event) } ?? event.campaign?.medium
        return mapped
    }

    /// Where a rule says nothing, acts that read or share name their content in one of these, else by the page.
    private func usualContent(_ event: TrackedEvent) -> String? {
        guard let signal, signal.consumes || signal.shares else { return nil }
        return ["content", "asset", "content_id", "asset_id", "title"].lazy.compactMap(event.properties.words).first
            ?? event.page.path
    }

    private func usualSharedWith(_ event: TrackedEvent) -> String? {
        guard let signal, signal.shares else { return nil }
        return ["shared_with", "recipient", "recipient_email"].lazy.compactMap(event.properties.words).first
    }

    private func value(_ source: ValueSource, _ event: TrackedEvent) -> String? {
        switch source {
        case .fixed(let text): text
        case .property(let path): event.properties.text(at: path)
        case .trait(let path): event.traits.text(at: path) ?? event.contextTraits.text(at: path)
        case .name: event.name.isEmpty ? nil : event.name
        case .page(let field): page(field, event.page)
        case .campaign(let field): event.campaign.flatMap { campaign(field, $0) }
        }
    }

    private func page(_ field: ValueSource.PageField, _ page: TrackedPage) -> String? {
        switch field {
        case .path: page.path
        case .url: page.url
        case .title: page.title
        case .referrer: page.referrer
        }
    }

    private func campaign(_ field: ValueSource.CampaignField, _ campaign: TrackedCampaign) -> String? {
        switch field {
        case .name: campaign.name
        case .source: campaign.source
        case .medium: campaign.medium
        case .term: campaign.term
        case .content: campaign.content
        }
    }
}

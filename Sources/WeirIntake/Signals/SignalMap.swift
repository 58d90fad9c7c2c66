import WeirAgreement

/// Says which signal of the agreement an event is.
///
/// The first rule of `signals.yaml` that fits decides. Where none does, a track call whose name is a signal's name
/// ("Demo Requested", `demo_requested`) is that signal. Calls of the other kinds describe people and companies.
public struct SignalMap: Sendable {
    private let rules: [CompiledSignalRule]
    /// For each signal, the rule that takes events of its name.
    private let rulesByName: [String: CompiledSignalRule]

    public init(_ rules: SignalRules, agreement: Agreement) {
        let signals = Dictionary(agreement.signals.map { ($0.name, $0) }) { first, _ in first }
        let byName = agreement.signals.map {
            (EventName.compact($0.name), CompiledSignalRule(SignalRule(outcome: .signal($0.name)), $0))
        }
        rulesByName = Dictionary(byName) { first, _ in first }
        self.rules = rules.rules.map { rule in
            var signal: Signal?
            if case .signal(let name) = rule.outcome { signal = signals[name] }
            return CompiledSignalRule(rule, signal)
        }
    }

    /// Reads a workspace's `signals.yaml` and checks it against its agreement.
    public static func read(
        _ bytes: [UInt8], file: String = "signals.yaml", agreement: Agreement
    ) -> SignalMapReading {
        let reading = SignalRulesReader.read(bytes, file: file, agreement: agreement)
        return SignalMapReading(
            map: reading.rules.map { SignalMap($0, agreement: agreement) }, problems: reading.problems)
    }

    /// For a workspace without `signals.yaml`: events count under the names of the signals themselves.
    public static func byNames(of agreement: Agreement) -> SignalMap {
        SignalMap(SignalRules(), agreement: agreement)
    }

    public func map(_ event: TrackedEvent) -> MappedEvent {
        guard event.isActive else { return .ignored("the event says that nobody did it (context.active is false)") }
        let asked = AskedEvent(event)
        for rule in rules where rule.fits(asked) {
            switch rule.rule.outcome {
            case .ignored(let why): return .ignored(why)
            case .signal(let name): return .signal(rule.details(of: event, named: name))
            }
        }
        switch event.kind {
        case .identify, .group, .alias: return .ignored("it describes a person or a company and is no act")
        case .track:
            if let rule = rulesByName[asked.compactName], case .signal(let name) = rule.rule.outcome {
                return .signal(rule.details(of: event, named: name))
            }
        case .page, .screen: break
        }
        return .unmapped(UnmappedKey(kind: event.kind, name: SignalMap.unmappedName(of: event)))
    }

    private static let longestName = 100

    private static func unmappedName(of event: TrackedEvent) -> String {
        var name = event.name
        if event.kind == .page, let path = event.page.path {
            let parts = path.split(separator: "/")
            name = "/" + (parts.first ?? "") + (parts.count > 1 ? "/…" : "")
        }
        return String(String.UnicodeScalarView(name.unicodeScalars.prefix(longestName)))
    }
}

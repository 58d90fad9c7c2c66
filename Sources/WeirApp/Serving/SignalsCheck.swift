import WeirAgreement
import WeirLedger

/// What is wrong with a `signals.yaml`, told before a server reads it.
public struct SignalsCheck: Sendable {
    /// Every mistake with its place, in the order of the text; empty: there is none.
    public let problems: [String]
    public let ruleCount: Int
    /// Signals of the agreement that no rule names: they count where a track call has their name.
    public let signalsWithoutRule: [String]

    /// - Parameter file: at most 1 MiB of UTF-8.
    /// - Throws: `AppError` where the file cannot be read.
    public init(_ file: String, against use: AgreementInUse) throws {
        let reading = SignalRulesReader.read(
            try Files.read(file, limit: 1 << 20), file: file, agreement: use.agreement)
        problems = reading.problems.map(\.description)
        let rules = reading.rules?.rules ?? []
        ruleCount = rules.count
        let named = Set(rules.compactMap { if case .signal(let name) = $0.outcome { name } else { nil } })
        signalsWithoutRule = use.agreement.signals.map(\.name).filter { !named.contains($0) }
    }
}

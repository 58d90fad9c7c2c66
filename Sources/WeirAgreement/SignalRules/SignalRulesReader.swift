/// What became of reading `signals.yaml`.
public struct SignalRulesReading: Sendable {
    /// `nil` whenever there is a problem.
    public let rules: SignalRules?
    /// Every mistake found, in the order of the text.
    public let problems: [AgreementProblem]
}

/// Reads `signals.yaml` as strictly as the agreement itself, and checks it against one.
public enum SignalRulesReader {
    /// - Parameters:
    ///   - bytes: the file as it is; at most 1 MiB, UTF-8.
    ///   - file: its name, for the problems' places.
    ///   - agreement: the one whose signals the rules name.
    public static func read(
        _ bytes: [UInt8], file: String = "signals.yaml", agreement: Agreement
    ) -> SignalRulesReading {
        let problems = ProblemList(file: file)
        let rules = AgreementReader.root(of: bytes, startWith: "rules:", problems).map {
            SignalRulesDecoder(problems, agreement).rules($0)
        }
        return SignalRulesReading(rules: problems.isEmpty ? rules : nil, problems: problems.inOrder)
    }
}

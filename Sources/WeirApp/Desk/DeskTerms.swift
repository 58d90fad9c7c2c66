import WeirAgreement
import WeirDesk
import WeirFacts
import WeirLedger
import WeirMarket

/// An agreement as the desk applies it: its rules compiled, and its routing ready to be asked about companies.
struct DeskTerms: Sendable {
    let version: Int
    let use: AgreementInUse
    let rules: DeskRules
    /// One for each routing rule; `nil` takes everybody.
    private let routing: [CompiledCriteria?]
    /// Signals that raise a hand.
    let raisingSignals: [String]

    /// - Throws: `AppError.badAgreement` where a team's calendar cannot be used.
    init(_ use: AgreementInUse, version: Int) throws {
        self.version = version
        self.use = use
        do {
            rules = try DeskRules(use.agreement, hash: use.sha256)
        } catch {
            throw AppError(.badAgreement, error.description)
        }
        routing = try use.agreement.handOff.routing.enumerated().map { number, rule in
            try rule.when.map { try use.market.compile($0, at: "routing[\(number)].when") }
        }
        raisingSignals = use.agreement.signals.filter(\.handRaise).map(\.name)
    }

    /// Whether there is anybody to hand buyers to.
    var hasTeams: Bool { !rules.handOff.teams.isEmpty }

    /// Numbers of the routing rules that fit a company.
    func fitting(name: String?, domain: String?, _ attributes: [String: AttributeValue]) -> [Int] {
        let company = use.market.company(name: name, domain: domain, attributes)
        return routing.indices.filter { routing[$0].map { $0.answer(company) == .yes } ?? true }
    }

    /// What the desk is told of a qualified buyer.
    func input(
        buyer: Int64, account: Int64, scoreMilli: Int64, raisedHand: Bool, facts: [Int64], _ reader: LiveReader
    ) throws -> QualifiedInput {
        let company = try reader.accounts(after: 0, limit: 1, only: account).first
        var owner: String?
        if case .text(let name)? = company?.attributes["owner"] { owner = name }
        return QualifiedInput(
            buyer: RecordID.buyer.text(buyer), account: RecordID.account.text(account), raisedHand: raisedHand,
            tier: company?.tier ?? use.rules.rules.tierCount, scoreMilli: scoreMilli, accountOwner: owner,
            fittingRules: fitting(name: company?.name, domain: company?.domain, company?.attributes ?? [:]),
            facts: facts)
    }
}

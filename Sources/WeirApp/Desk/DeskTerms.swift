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

    /// - Parameter teams: in place of the agreement's own, with their routing.
    /// - Throws: `AppError.badAgreement` where a team's calendar cannot be used.
    init(_ use: AgreementInUse, version: Int, teams: (teams: [Team], routing: [RoutingRule])? = nil) throws {
        var agreement = use.agreement
        if let teams { (agreement.handOff.teams, agreement.handOff.routing) = teams }
        self.version = version
        self.use = use
        do {
            rules = try DeskRules(agreement, hash: use.sha256)
        } catch {
            throw AppError(.badAgreement, error.description)
        }
        routing = try agreement.handOff.routing.enumerated().map { number, rule in
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
        var input = input(
            buyer: RecordID.buyer.text(buyer), account: RecordID.account.text(account), tier: company?.tier,
            scoreMilli: scoreMilli, raisedHand: raisedHand, name: company?.name, domain: company?.domain,
            company?.attributes ?? [:])
        input.facts = facts
        return input
    }

    /// - Parameters:
    ///   - tier: `nil` where the company is not known, so that it fits least.
    ///   - attributes: the company's.
    func input(
        buyer: String, account: String, tier: Int?, scoreMilli: Int64, raisedHand: Bool, name: String?,
        domain: String?, _ attributes: [String: AttributeValue]
    ) -> QualifiedInput {
        var owner: String?
        if case .text(let name)? = attributes["owner"] { owner = name }
        return QualifiedInput(
            buyer: buyer, account: account, raisedHand: raisedHand, tier: tier ?? use.rules.rules.tierCount,
            scoreMilli: scoreMilli, accountOwner: owner,
            fittingRules: fitting(name: name, domain: domain, attributes))
    }
}

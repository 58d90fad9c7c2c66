import WeirFacts
import WeirLedger
import WeirMarket

/// What another definition of the market would do: which accounts it moves, from where to where, and why.
public struct MarketShift: Sendable, Encodable {
    /// Where an account stands under one definition.
    public struct Place: Hashable, Sendable, Encodable {
        /// The innermost circle it is in; `nil` outside all.
        public var layer: MarketLayer?
        public var tier: String
        public var fitMilli: Int64

        public var isTarget: Bool { layer == .target }
    }

    public enum Kind: String, Hashable, Sendable, CaseIterable, Codable, CodingKeyRepresentable {
        /// Into the target market, or out of it.
        case enters, leaves
        /// A better or a worse tier within the target market.
        case rises, falls
        /// From one circle to another outside the target market.
        case shifts
    }

    public struct Move: Sendable, Encodable {
        /// `acc_7`.
        public var account: String
        public var name: String
        public var kind: Kind
        public var from: Place
        public var to: Place
        /// The line that keeps it out under one of the two, in words, or what the tier is made of.
        public var reason: String
    }

    /// Titles of the two definitions.
    public var before: String
    public var after: String
    /// Accounts compared.
    public private(set) var accounts = 0
    public private(set) var counts: [Kind: Int] = [:]
    public private(set) var targetsBefore = 0
    public private(set) var targetsAfter = 0
    /// Those that enter first, then those that leave, then tiers; within each by the account's id. At most as many of
    /// each kind as was asked for.
    public private(set) var moves: [Move] = []
    /// When the accounts were counted, where something came in since that is not counted yet; `nil` where all is.
    public internal(set) var behindSince: Instant?

    /// Accounts that move at all.
    public var moved: Int { counts.values.reduce(0, +) }

    /// `The draft moves 37 of 1,500 accounts: 12 enter the target market, 25 leave it.`
    public var headline: String {
        guard moved > 0 else { return "The draft moves none of \(Words.count(accounts)) accounts." }
        let told = Kind.allCases.compactMap { kind -> String? in
            guard let count = counts[kind] else { return nil }
            return "\(Words.count(count)) \(kind.words(count))"
        }
        return "The draft moves \(Words.count(moved)) of \(Words.count(accounts)) accounts: "
            + told.joined(separator: ", ") + "."
    }

    /// Judges every account of a workspace, as known last, under both.
    /// - Parameter listed: how many moves of each kind to name.
    public init(_ workspace: Workspace, from old: AgreementInUse, to new: AgreementInUse, listed: Int) throws {
        self.init(from: old, to: new)
        var oldReader = CompanyReader(old.market)
        var newReader = CompanyReader(new.market)
        try workspace.ledger.forEachTimeline { timeline in
            let known = timeline.profiles[timeline.profiles.count - 1].attributes
            let was = oldReader.company(name: timeline.name, domain: timeline.domain, known)
            let becomes = newReader.company(name: timeline.name, domain: timeline.domain, known)
            let from = KnownCompanies.Place(old.market.verdict(on: was))
            let to = KnownCompanies.Place(new.market.verdict(on: becomes))
            count(from, to, old.market, new.market, listed: listed) { kind in
                Move(
                    account: RecordID.account.text(timeline.account),
                    name: timeline.name ?? timeline.domain ?? RecordID.account.text(timeline.account), kind: kind,
                    from: Place(from, old.market), to: Place(to, new.market),
                    reason: MarketShift.reason(
                        kind, old.market.explanation(of: was), new.market.explanation(of: becomes)))
            }
            return true
        }
        sort()
    }

    /// The same of companies that were kept.
    /// - Precondition: they fit both markets.
    init(
        of population: Population, _ companies: KnownCompanies, standing: [KnownCompanies.Place],
        from old: AgreementInUse, to new: AgreementInUse, listed: Int
    ) {
        self.init(from: old, to: new)
        if old.agreement.drawsMarket(like: new.agreement) {
            accounts = standing.count
            targetsBefore = standing.count { $0.layer == .target }
            targetsAfter = targetsBefore
            return
        }
        for (number, (from, to)) in zip(standing, companies.places(in: new.market)).enumerated() {
            count(from, to, old.market, new.market, listed: listed) { kind in
                let company = companies.last(number)
                return Move(
                    account: RecordID.account.text(population.columns.accounts[number]),
                    name: population.accountNames[number], kind: kind,
                    from: Place(from, old.market), to: Place(to, new.market),
                    reason: MarketShift.reason(
                        kind, old.market.explanation(of: company), new.market.explanation(of: company)))
            }
        }
        sort()
    }

    private init(from old: AgreementInUse, to new: AgreementInUse) { (before, after) = (old.title, new.title) }

    private mutating func count(
        _ from: KnownCompanies.Place, _ to: KnownCompanies.Place, _ old: CompiledMarket, _ new: CompiledMarket,
        listed: Int, _ move: (Kind) -> Move
    ) {
        accounts += 1
        if from.layer == .target { targetsBefore += 1 }
        if to.layer == .target { targetsAfter += 1 }
        guard let kind = Kind(from, to, old, new) else { return }
        counts[kind, default: 0] += 1
        if counts[kind, default: 0] <= listed { moves.append(move(kind)) }
    }

    private mutating func sort() {
        let order = Dictionary(uniqueKeysWithValues: Kind.allCases.enumerated().map { ($1, $0) })
        moves = moves.enumerated().sorted {
            (order[$0.element.kind] ?? 0, $0.offset) < (order[$1.element.kind] ?? 0, $1.offset)
        }.map(\.element)
    }

    private static func reason(_ kind: Kind, _ was: MarketExplanation, _ becomes: MarketExplanation) -> String {
        switch kind {
        case .enters: return was.reasons.first.map { "before, \($0.sentence)" } ?? "by exception"
        case .leaves, .shifts:
            return (becomes.reasons.first ?? was.reasons.first)?.sentence ?? "by exception"
        case .rises, .falls:
            let before = Words.number(thousandths: was.verdict.fitMilli)
            return "\(before) fit points before, \(Words.number(thousandths: becomes.verdict.fitMilli)) after"
        }
    }

    /// Keys in snake case and sorted.
    public func json() throws -> String { try MarketAnswer.json(self) }

    /// The shift as lines for a terminal.
    public func lines() -> [String] {
        var lines = [headline]
        for kind in Kind.allCases {
            let listed = moves.filter { $0.kind == kind }
            if listed.isEmpty { continue }
            lines += ["", "\(kind.heading) (\(Words.count(counts[kind] ?? 0)))"]
            for move in listed {
                lines.append("  \(move.account)  \(move.name): \(move.from.words) → \(move.to.words); \(move.reason)")
            }
        }
        return lines
    }
}

extension MarketShift.Place {
    init(_ place: KnownCompanies.Place, _ market: CompiledMarket) {
        self.init(layer: place.layer, tier: market.tierName(place.tier), fitMilli: place.fitMilli)
    }

    /// `target, tier A`
    public var words: String { "\(layer?.rawValue ?? "not addressable"), tier \(tier)" }
}

extension MarketShift.Kind {
    fileprivate init?(
        _ from: KnownCompanies.Place, _ to: KnownCompanies.Place, _ old: CompiledMarket, _ new: CompiledMarket
    ) {
        switch (from.layer == .target, to.layer == .target) {
        case (false, true): self = .enters
        case (true, false): self = .leaves
        case (false, false):
            guard from.layer != to.layer else { return nil }
            self = .shifts
        case (true, true):
            // Tiers are compared by name where both have it, as a draft may add some.
            let (was, becomes) = (old.tierName(from.tier), new.tierName(to.tier))
            guard was != becomes else { return nil }
            let rank = new.tierNames.firstIndex(of: was) ?? old.tierNames.firstIndex(of: was) ?? .max
            self = (new.tierNames.firstIndex(of: becomes) ?? .max) < rank ? .rises : .falls
        }
    }

    fileprivate func words(_ count: Int) -> String {
        let isOne = count == 1
        return switch self {
        case .enters: isOne ? "enters the target market" : "enter the target market"
        case .leaves: isOne ? "leaves it" : "leave it"
        case .rises: isOne ? "rises to a better tier" : "rise to a better tier"
        case .falls: isOne ? "falls to a lower tier" : "fall to a lower tier"
        case .shifts: isOne ? "changes its circle outside it" : "change their circle outside it"
        }
    }

    fileprivate var heading: String {
        switch self {
        case .enters: "Into the target market"
        case .leaves: "Out of the target market"
        case .rises: "To a better tier"
        case .falls: "To a lower tier"
        case .shifts: "Between circles outside the target market"
        }
    }
}

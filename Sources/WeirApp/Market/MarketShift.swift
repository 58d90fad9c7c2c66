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
        before = old.title
        after = new.title
        var oldReader = CompanyReader(old.market)
        var newReader = CompanyReader(new.market)
        try workspace.ledger.forEachTimeline { timeline in
            let known = timeline.profiles[timeline.profiles.count - 1].attributes
            let was = oldReader.company(name: timeline.name, domain: timeline.domain, known)
            let becomes = newReader.company(name: timeline.name, domain: timeline.domain, known)
            let from = Place(old.market, was)
            let to = Place(new.market, becomes)
            accounts += 1
            if from.isTarget { targetsBefore += 1 }
            if to.isTarget { targetsAfter += 1 }
            guard let kind = Kind(from, to, old.market, new.market) else { return true }
            counts[kind, default: 0] += 1
            guard counts[kind, default: 0] <= listed else { return true }
            moves.append(
                Move(
                    account: RecordID.account.text(timeline.account),
                    name: timeline.name ?? timeline.domain ?? "acc_\(timeline.account)", kind: kind, from: from, to: to,
                    reason: MarketShift.reason(
                        kind, old.market.explanation(of: was), new.market.explanation(of: becomes))
                ))
            return true
        }
        let order = Dictionary(uniqueKeysWithValues: Kind.allCases.enumerated().map { ($1, $0) })
        moves = moves.enumerated().sorted {
            (order[$0.element.kind] ?? 0, $0.offset) < (order[$1.element.kind] ?? 0, $1.offset)
        }.map(\.element)
    }

    /// Nobody moves, because both draw the market alike.
    init(of places: [Population.Place], from old: AgreementInUse, to new: AgreementInUse) {
        before = old.title
        after = new.title
        accounts = places.count
        targetsBefore = places.count(where: \.isTarget)
        targetsAfter = targetsBefore
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
    init(_ market: CompiledMarket, _ company: CompanyAttributes) {
        let verdict = market.verdict(on: company)
        let inside = MarketLayer.allCases.last { verdict[$0] == .yes }
        self.init(layer: inside, tier: market.tierName(verdict.tier), fitMilli: verdict.fitMilli)
    }

    /// `target, tier A`
    public var words: String { "\(layer?.rawValue ?? "not addressable"), tier \(tier)" }
}

extension MarketShift.Kind {
    fileprivate init?(
        _ from: MarketShift.Place, _ to: MarketShift.Place, _ old: CompiledMarket, _ new: CompiledMarket
    ) {
        switch (from.isTarget, to.isTarget) {
        case (false, true): self = .enters
        case (true, false): self = .leaves
        case (false, false):
            guard from.layer != to.layer else { return nil }
            self = .shifts
        case (true, true):
            // Tiers are compared by name where both have it, as a draft may add some.
            guard from.tier != to.tier else { return nil }
            let rank = new.tierNames.firstIndex(of: from.tier) ?? old.tierNames.firstIndex(of: from.tier) ?? .max
            self = (new.tierNames.firstIndex(of: to.tier) ?? .max) < rank ? .rises : .falls
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

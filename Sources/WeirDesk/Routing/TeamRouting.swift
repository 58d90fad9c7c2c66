import WeirAgreement

/// Where a qualified buyer goes: to the account's owner, or else the team of the first rule that fits.
public struct TeamRouting: Hashable, Sendable {
    public struct Way: Hashable, Sendable {
        /// Number of the team.
        public var team: Int
        /// The account's owner, where they are the reason.
        public var owner: String?
        /// Why, in words.
        public var reason: String
    }

    /// - Parameters:
    ///   - owner: who looks after the account, if anybody does.
    ///   - fitting: numbers of the agreement's routing rules that fit the company.
    ///   - handOff: the agreement's teams and rules.
    ///   - rosters: who is in each team now.
    /// - Returns: `nil` where no rule fits: such a buyer waits until one does, and is counted as without a team.
    public static func way(
        owner: String?, fitting: [Int], handOff: HandOff, rosters: [Roster]
    ) -> Way? {
        if let owner, let team = rosters.firstIndex(where: { $0.member(owner).map { !$0.hasLeft } ?? false }) {
            return Way(team: team, owner: owner, reason: "\(owner) looks after the account")
        }
        guard let rule = fitting.filter({ handOff.routing.indices.contains($0) }).min() else { return nil }
        let team = handOff.routing[rule].team
        return Way(
            team: team, owner: nil, reason: "rule \(rule + 1) of the agreement's routing: \(handOff.teams[team].name)")
    }
}

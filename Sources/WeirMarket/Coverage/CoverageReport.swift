import WeirAgreement

/// Which seats of the buying group are filled, account by account: who is known, who takes part, who is missing.
public struct CoverageReport: Hashable, Sendable, Encodable {
    /// The seats of one role.
    public struct Seat: Hashable, Sendable, Codable {
        public var role: String
        /// Seats to fill, as the agreement wants them.
        public var wanted: Int
        /// People known in the role. May exceed `wanted`.
        public var known: Int
        /// Of them, those who are engaged.
        public var engaged: Int
        /// Seats with nobody in them.
        public var missing: Int
    }

    public struct Account: Hashable, Sendable, Codable {
        public var name: String
        public var seats: [Seat]
        /// People without a role of a wanted seat.
        public var others: Int

        public var missing: Int { seats.reduce(0) { $0 + $1.missing } }
        public var engaged: Int { seats.reduce(0) { $0 + $1.engaged } }
    }

    /// A person of an account, placed by title.
    public struct Person: Hashable, Sendable {
        /// Number of the role; `nil` for none.
        public var role: Int?
        public var isEngaged: Bool

        public init(role: Int?, isEngaged: Bool) {
            self.role = role
            self.isEngaged = isEngaged
        }
    }

    public private(set) var accounts: [Account] = []
    /// Over all accounts.
    public private(set) var totals: [Seat]
    private var wantedRoles: [Int]
    private var seatsOfOneAccount: [Seat]

    private enum CodingKeys: String, CodingKey { case accounts, totals }

    public init(_ group: BuyingGroup) {
        wantedRoles = group.wanted.map(\.role)
        totals = group.wanted.map {
            Seat(
                role: group.roles.indices.contains($0.role) ? group.roles[$0.role].name : "role \($0.role)",
                wanted: $0.count, known: 0, engaged: 0, missing: 0)
        }
        seatsOfOneAccount = totals
        for number in totals.indices { totals[number].wanted = 0 }
    }

    /// Adds a target account with everybody known there.
    public mutating func add(_ name: String, people: [Person]) {
        var seats = seatsOfOneAccount
        var others = 0
        for person in people {
            guard let seat = person.role.flatMap(wantedRoles.firstIndex) else {
                others += 1
                continue
            }
            seats[seat].known += 1
            if person.isEngaged { seats[seat].engaged += 1 }
        }
        for number in seats.indices {
            seats[number].missing = max(0, seats[number].wanted - seats[number].known)
            totals[number].wanted += seats[number].wanted
            totals[number].known += seats[number].known
            totals[number].engaged += seats[number].engaged
            totals[number].missing += seats[number].missing
        }
        accounts.append(Account(name: name, seats: seats, others: others))
    }

    /// Accounts with every wanted seat filled.
    public var complete: Int { accounts.count { $0.missing == 0 } }

    /// The accounts that lack somebody: those closest to complete first, then those with most people engaged.
    public var incomplete: [Account] {
        accounts.filter { $0.missing > 0 }.sorted { a, b in
            (a.missing, b.engaged, a.name) < (b.missing, a.engaged, b.name)
        }
    }

    public func json() throws -> String { try reportJSON(self) }
}

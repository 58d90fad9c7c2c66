import WeirAgreement
import WeirFacts

/// Days on which a member is away, wholly or in part; both ends are included.
public struct Leave: Hashable, Sendable, Codable {
    public var from: CivilDay
    public var to: CivilDay
    /// How much of each day they are away: 1000 is all of it, 500 half.
    public var awayPermille: Int

    public init(from: CivilDay, to: CivilDay, awayPermille: Int = 1000) {
        self.from = from
        self.to = to
        self.awayPermille = awayPermille
    }
}

/// One person of a team.
public struct TeamMember: Hashable, Sendable, Codable {
    public let name: String
    /// Follow-ups a business day that they can do well.
    public var capacity: Int
    public var leave: [Leave] = []
    /// Gone for good.
    public var hasLeft = false

    public init(name: String, capacity: Int) {
        self.name = name
        self.capacity = capacity
    }

    /// How much of a day they work, permille.
    public func presencePermille(on day: CivilDay) -> Int {
        guard !hasLeft else { return 0 }
        let away = leave.filter { $0.from <= day && day <= $0.to }.map(\.awayPermille).max() ?? 0
        return 1000 - min(max(away, 0), 1000)
    }

    /// Follow-ups on one day, whole ones only: half of a follow-up helps nobody.
    public func capacity(on day: CivilDay) -> Int { capacity * presencePermille(on: day) / 1000 }
}

/// Who is in a team, in the order in which they came.
public struct Roster: Hashable, Sendable, Codable {
    public private(set) var members: [TeamMember]

    public init(_ team: Team) {
        members = team.members.map { TeamMember(name: $0.name, capacity: $0.capacity) }
    }

    public func member(_ name: String) -> TeamMember? { members.first { $0.name == name } }

    /// Members who work at least part of a day.
    public func present(on day: CivilDay) -> [TeamMember] { members.filter { $0.presencePermille(on: day) > 0 } }

    /// Follow-ups that the members present can do on a day.
    public func capacity(on day: CivilDay) -> Int { members.reduce(0) { $0 + $1.capacity(on: day) } }

    /// Someone joins, comes back after having left, or has a new capacity.
    mutating func join(_ name: String, capacity: Int) {
        if let index = members.firstIndex(where: { $0.name == name }) {
            members[index].capacity = capacity
            members[index].hasLeft = false
        } else {
            members.append(TeamMember(name: name, capacity: capacity))
        }
    }

    mutating func leave(_ name: String) throws(DeskError) {
        members[try index(name)].hasLeft = true
    }

    mutating func away(_ name: String, _ leave: Leave) throws(DeskError) {
        guard leave.from <= leave.to, (1...1000).contains(leave.awayPermille) else {
            throw DeskError(.notAllowed, at: name, "leave ends after it begins, and takes 1 to 1000 permille of a day")
        }
        members[try index(name)].leave.append(leave)
    }

    private func index(_ name: String) throws(DeskError) -> Int {
        guard let index = members.firstIndex(where: { $0.name == name && !$0.hasLeft }) else {
            throw DeskError(.unknown, at: name, "is not a member of this team")
        }
        return index
    }
}

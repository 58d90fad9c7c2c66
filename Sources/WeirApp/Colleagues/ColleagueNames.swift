import WeirLedger

/// What agreements may call somebody who signs in, as a member of a team: id or mail address, or name.
public struct ColleagueNames: Hashable, Sendable {
    /// What they are called, the surest first.
    private let names: [String]

    public init(id: String, email: String, name: String) {
        let whole = name.lowercased()
        names = [id, email.lowercased(), whole, String(whole.prefix { $0 != " " })]
    }

    init(_ stored: StoredColleague) {
        self.init(id: RecordID.colleague.text(stored.id), email: stored.email, name: stored.name)
    }

    /// How sure it is that they are meant, 0 being the surest: by id, mail address, whole name, first name alone.
    private func doubt(_ member: String) -> Int? { names.firstIndex(of: member.lowercased()) }

    /// Which of the members they are.
    public func member(of members: [String]) -> String? {
        members.compactMap { member in doubt(member).map { (member, $0) } }.min { $0.1 < $1.1 }?.0
    }

    /// Who is meant by a member's name; `nil` where nobody is, or others might be as well.
    static func meant(by member: String, among people: [StoredColleague]) -> StoredColleague? {
        let found = people.compactMap { person in ColleagueNames(person).doubt(member).map { (person, $0) } }
        let surest = found.map(\.1).min()
        let meant = found.filter { $0.1 == surest }
        return meant.count == 1 ? meant[0].0 : nil
    }
}

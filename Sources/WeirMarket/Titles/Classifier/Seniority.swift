/// How high in a company a job stands, lowest first.
public enum Seniority: UInt8, CaseIterable, Comparable, Sendable {
    /// Learning: interns, working students, apprentices, trainees, "junior".
    case junior
    /// Does the work, with no rank named; also account, project and product managers, who seldom lead people.
    case professional
    /// Does the work with long experience.
    case senior
    /// Leads a team, a shift or a project.
    case lead
    /// Runs a piece of a function.
    case manager
    /// Heads a function or a site: "head of", German "Leiter".
    case head
    case director
    case vicePresident
    /// Holds part of the company without a named office: owners, founders, partners.
    case owner
    /// The company's management: chief officers, managing directors, boards, holders of a general power of attorney.
    case executive

    public static func < (a: Seniority, b: Seniority) -> Bool { a.rawValue < b.rawValue }

    /// As reports write it.
    public var name: String {
        switch self {
        case .junior: "Junior"
        case .professional: "Professional"
        case .senior: "Senior"
        case .lead: "Lead"
        case .manager: "Manager"
        case .head: "Head"
        case .director: "Director"
        case .vicePresident: "VP"
        case .owner: "Owner"
        case .executive: "C-level"
        }
    }
}

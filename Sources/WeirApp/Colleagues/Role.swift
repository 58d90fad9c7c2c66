/// What somebody does here, and so what they may see and do in the pages.
public enum Role: String, Hashable, Sendable, CaseIterable, Codable {
    /// Everything, and who may sign in.
    case admin
    /// Definitions, imports, the market, sources of events; signs for Marketing.
    case marketingOperations = "marketing_operations"
    /// Their own hand-offs.
    case sdr
    /// The hand-offs of everybody, capacity; signs for Sales.
    case salesManager = "sales_manager"
    /// Figures, without names of people.
    case analyst
    /// Everything to look at, nothing to change; the audit log; no names of people.
    case auditor

    /// As it is written on pages.
    public var words: String {
        switch self {
        case .admin: "Administrator"
        case .marketingOperations: "Marketing operations"
        case .sdr: "SDR"
        case .salesManager: "Sales manager"
        case .analyst: "Analyst"
        case .auditor: "Auditor"
        }
    }

    /// Whether names and addresses of buyers are shown.
    public var seesPeople: Bool {
        switch self {
        case .admin, .marketingOperations, .sdr, .salesManager: true
        case .analyst, .auditor: false
        }
    }
}

extension Set<Role> {
    /// Whoever is signed in.
    public static var everybody: Set<Role> { Set(Role.allCases) }
}

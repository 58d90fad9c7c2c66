/// One file of a simulated world: what Weir imports, who is there in Sales, and beside it the truth that Weir must not
/// see.
public enum WorldFile: Int, Hashable, Sendable, CaseIterable {
    case accounts, buyers, engagements, opportunities, dispositions, costs, teams, leave
    case needs, judgedActs, echoes, enthusiasts, opportunityCauses
    case world

    /// Where the file goes, relative to the world's folder.
    public var path: String {
        switch self {
        case .accounts: "accounts.csv"
        case .buyers: "buyers.csv"
        case .engagements: "engagements.csv"
        case .opportunities: "opportunities.csv"
        case .dispositions: "dispositions.csv"
        case .costs: "costs.csv"
        case .teams: "teams.csv"
        case .leave: "leave.csv"
        case .needs: "truth/needs.csv"
        case .judgedActs: "truth/engagements.csv"
        case .echoes: "truth/echoes.csv"
        case .enthusiasts: "truth/enthusiasts.csv"
        case .opportunityCauses: "truth/opportunities.csv"
        case .world: "world.json"
        }
    }

    /// The first line, with the names that an import knows without being told.
    var header: String? {
        switch self {
        case .accounts:
            "id,name,domain,industry,country,region,city,employees,revenue,founded,technologies,parent,created_at"
        case .buyers: "id,email,first_name,last_name,title,account_id,created_at"
        case .engagements: "id,buyer,email,account,domain,signal,at,content,shared_with,campaign,channel"
        case .opportunities: "id,account,buyer,opened_at,stage,amount,currency,closed_at,outcome,loss_reason"
        case .dispositions: "id,buyer,account,verdict,reason,at,by"
        case .costs: "id,campaign,vendor,from,to,amount,currency"
        case .teams: "team,time_zone,hours,holidays,countries,member,capacity,joins,leaves"
        case .leave: "team,member,from,to,away_percent"
        case .needs: "id,account,start,end,intensity,buyers,raised_hand_at,noticed_at,fate,opportunity"
        case .judgedActs: "id,account,truth"
        case .echoes: "account,share,read,from,to,content"
        case .enthusiasts: "buyer,account,from,to,kind"
        case .opportunityCauses: "id,account,cause,need,source"
        case .world: nil
        }
    }
}

/// Where a world is written to. Weir's command line writes files; a test counts or keeps the bytes.
public protocol WorldSink {
    /// Takes the next bytes of a file. Files are written in turns, each from its beginning to its end.
    mutating func write(_ bytes: [UInt8], to file: WorldFile) throws
}

/// Keeps a whole world in memory. For tests and small worlds.
public struct WorldInMemory: WorldSink, Sendable {
    /// The bytes of each file.
    public private(set) var bytes: [WorldFile: [UInt8]] = [:]

    public init() {}

    public mutating func write(_ bytes: [UInt8], to file: WorldFile) {
        self.bytes[file, default: []] += bytes
    }

    /// A file's text.
    public func text(_ file: WorldFile) -> String {
        String(decoding: bytes[file] ?? [], as: UTF8.self)
    }
}

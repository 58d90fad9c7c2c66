/// Phrases that take the words near them out of the count: the assistant to the CEO is not the CEO.
enum TitleGuard: UInt8, CaseIterable {
    /// "assistant to": until the next title, no level counts, and no function until the next comma.
    case serves
    /// "office of the", "former": nothing counts until the next comma.
    case elsewhere
    /// "executive assistant": until the next title, no level counts; functions do.
    case assistant
    /// "assistant" or "secretary" right after a level: that level is somebody else's ("CEO Assistant").
    case trails
    /// "chief of staff": its own words are no level.
    case falseFriend

    var phrases: [String] {
        switch self {
        case .serves:
            [
                "assistant to", "assist to", "ea to", "pa to", "secretary to", "aide to", "advisor to", "adviser to",
                "chief of staff to", "staff to", "delegate to", "counsel to", "counselor to", "support to",
                "coordinator to", "coach to", "consultant to", "reporting to", "reports to", "report to",
                "on behalf of",
            ]
        case .elsewhere:
            ["office of the", "former", "formerly", "ex", "retired", "aspiring", "previously", "past"]
        case .assistant:
            [
                "executive assistant", "exec assistant", "personal assistant", "administrative assistant",
                "admin assistant", "executive secretary", "executive admin", "executive administrator",
                "management assistant", "supporting", "assisting",
            ]
        case .trails:
            [
                "assistant", "secretary", "s assistant", "s secretary", "executive assistant", "s executive assistant",
                "personal assistant", "s personal assistant", "s office", "admin", "s admin",
            ]
        case .falseFriend:
            ["chief of staff", "chief of party", "principal investigator", "principal scientist"]
        }
    }
}

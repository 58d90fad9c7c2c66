/// Our ids as they are written outside: a word of what it is, and a number.
enum RecordID: String {
    case account = "acc"
    case buyer = "buy"
    case engagement = "eng"
    case opportunity = "opp"
    case source = "src"
    case token = "tok"
    case job
    case rejected = "rej"
    case event = "evt"
    case inquiry = "inq"
    case merge = "mrg"
    case colleague = "per"
    case handOff = "hof"
    case destination = "dst"
    case delivery = "dlv"

    func text(_ number: Int64) -> String { "\(rawValue)_\(number)" }

    /// The number in an id of this kind.
    /// - Throws: `notFound` for anything else: what is no id names nothing.
    func number(_ text: String) throws(ServiceError) -> Int64 {
        guard let number = numberIfAny(text) else { throw notFound(text) }
        return number
    }

    func numberIfAny(_ text: String) -> Int64? {
        let prefix = rawValue + "_"
        guard text.hasPrefix(prefix) else { return nil }
        let digits = text.utf8.dropFirst(prefix.utf8.count)
        guard digits.allSatisfy({ (0x30...0x39).contains($0) }), digits.count <= 19, digits.first != 0x30 else {
            return nil
        }
        return Int64(Substring(digits))
    }

    func notFound(_ text: String) -> ServiceError {
        ServiceError(.notFound, "there is no \(word) “\(String(text.prefix(80)))”")
    }

    private var word: String {
        switch self {
        case .account: "account"
        case .buyer: "buyer"
        case .engagement: "engagement"
        case .opportunity: "opportunity"
        case .source: "source"
        case .token: "token"
        case .job: "job"
        case .rejected: "rejected event"
        case .event: "event"
        case .inquiry: "inquiry"
        case .merge: "merge"
        case .colleague: "person"
        case .handOff: "hand-off"
        case .destination: "destination"
        case .delivery: "delivery"
        }
    }
}

/// What one attribute of a company holds. *Unknown* is the absence of a value, never a value.
public enum AttributeValue: Hashable, Sendable {
    case text(String)
    case number(FixedNumber)
    case money(Money)
    case date(CivilDay)
    case set([String])
    case yesNo(Bool)
}

/// The type an attribute is declared with in the agreement.
public enum AttributeType: String, Hashable, Sendable, CaseIterable {
    case text, number, money, date, set
    case yesNo = "yes/no"
}

extension AttributeValue: CustomStringConvertible {
    /// The value as a person would write it.
    public var description: String {
        switch self {
        case .text(let text): text
        case .number(let number): number.description
        case .money(let money): money.description
        case .date(let day): day.description
        case .set(let members): members.joined(separator: "; ")
        case .yesNo(let yes): yes ? "yes" : "no"
        }
    }
}

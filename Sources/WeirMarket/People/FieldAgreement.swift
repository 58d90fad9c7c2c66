/// How two records agree in one field, and how much that speaks for one person.
///
/// After Fellegi and Sunter (1969): the weight of an agreement is the logarithm of how much commoner it is between
/// records of one person than between records of two. In tenths of a bit: 10 doubles the odds, -10 halves them.
public struct FieldAgreement: Hashable, Sendable {
    public enum Field: String, Sendable, Codable, CaseIterable {
        case number, email, phone, name, given, family, birthDate = "birth_date", street, city, postcode, company
    }

    public var field: Field
    /// In plain words.
    public var finding: String
    /// Tenths of a bit.
    public var weight: Int
}

/// The weights of agreement in tenths of a bit: for the same, for nearly the same, and for different values.
struct FieldWeights {
    var same: Int
    var near: Int
    var other: Int

    static let number = FieldWeights(same: 180, near: 110, other: -50)
    static let email = FieldWeights(same: 170, near: 60, other: -10)
    /// Of two mailboxes of one company that differ as their owners' names do: Noah and Nia work there.
    static let ownMailboxes = -60
    static let phone = FieldWeights(same: 120, near: 70, other: -10)
    static let family = FieldWeights(same: 100, near: 60, other: -50)
    static let given = FieldWeights(same: 75, near: 45, other: -40)
    static let birthDate = FieldWeights(same: 125, near: 80, other: -50)
    static let street = FieldWeights(same: 100, near: 60, other: -10)
    static let city = FieldWeights(same: 60, near: 40, other: -10)
    static let postcode = FieldWeights(same: 65, near: 35, other: -15)
    static let company = FieldWeights(same: 70, near: 30, other: -35)
}

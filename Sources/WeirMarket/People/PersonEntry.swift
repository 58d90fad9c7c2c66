/// What one source knows of a person. Everything as written; what is not known is empty or `nil`.
public struct PersonEntry: Hashable, Sendable {
    /// The caller's own; no two records given together have the same.
    public var id: String
    public var given: String?
    public var family: String?
    public var email: String?
    public var phone: String?
    public var company: String?
    public var street: String?
    public var city: String?
    public var postcode: String?
    /// In any form whose digits are in the same order in all records.
    public var birthDate: String?
    /// A number that every person has one of: a customer, member or insurance number.
    public var number: String?

    public init(
        id: String, given: String? = nil, family: String? = nil, email: String? = nil, phone: String? = nil,
        company: String? = nil, street: String? = nil, city: String? = nil, postcode: String? = nil,
        birthDate: String? = nil, number: String? = nil
    ) {
        (self.id, self.given, self.family, self.email, self.phone) = (id, given, family, email, phone)
        (self.company, self.street, self.city, self.postcode) = (company, street, city, postcode)
        (self.birthDate, self.number) = (birthDate, number)
    }
}

import WeirAgreement
import WeirFacts

/// The attributes a market knows, each with its slot: the standard ones first, then the agreement's own, as written.
public struct AttributeLayout: Sendable, Hashable {
    public let declarations: [AttributeDeclaration]
    private let slots: [String: Int]

    /// - Throws: `duplicate_attribute` when a name is declared twice.
    public init(declared: [AttributeDeclaration] = []) throws(MarketError) {
        declarations = AttributeDeclaration.standard + declared
        var slots: [String: Int] = [:]
        for (slot, declaration) in declarations.enumerated() {
            if slots.updateValue(slot, forKey: declaration.name) != nil {
                throw MarketError(
                    .duplicateAttribute, at: "attributes.\(declaration.name)",
                    "“\(declaration.name)” is declared twice or is a standard attribute; remove this declaration")
            }
        }
        self.slots = slots
    }

    public var count: Int { declarations.count }

    /// The slot of an attribute, by its name; `nil` if there is no such attribute.
    public func slot(_ name: String) -> Int? { slots[name] }

    static let name = 0
    static let domain = 1
    static let industry = 2
    static let country = 3
}

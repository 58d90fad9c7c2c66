/// What of a value can be compared without touching its text: a fingerprint, or a number.
///
/// Comparing marks counts no references, so that several threads judge companies without waiting for each other.
struct SlotMark: Hashable, Sendable {
    enum Kind: UInt8, Hashable, Sendable {
        case unknown
        /// A text's fingerprint: unequal ones are of unequal texts, equal ones are almost always of equal texts.
        case text
        /// A number, in thousandths.
        case number
        /// Only the value itself tells.
        case ask
    }

    var kind: Kind
    var bits: UInt64

    static let unknown = SlotMark(kind: .unknown, bits: 0)

    init(kind: Kind, bits: UInt64) {
        self.kind = kind
        self.bits = bits
    }

    init(_ key: TextKey) { self.init(kind: .text, bits: key.fingerprint) }

    init(_ slot: CompanyAttributes.Slot) {
        switch slot {
        case .unknown, .unreadable: self = .unknown
        case .text(let key, _): self.init(key)
        case .number(let thousandths): self.init(kind: .number, bits: UInt64(bitPattern: thousandths))
        default: self.init(kind: .ask, bits: 0)
        }
    }

    var number: Int64 { Int64(bitPattern: bits) }
}

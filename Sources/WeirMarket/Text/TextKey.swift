/// Text as it compares: without case, accents or surrounding space.
///
/// Two texts are the same to an agreement exactly when their keys are equal. A key carries its own hash, so that
/// looking it up in a set costs the same however long the text is.
public struct TextKey: Hashable, Sendable {
    /// The folded text.
    public let text: String
    /// Equal for equal texts; unequal ones almost never share it.
    let fingerprint: UInt64

    /// Folds the text.
    public init(_ written: String) {
        self.init(folded: TextFolding.fold(written))
    }

    /// - Parameter folded: what `TextFolding.fold` returned.
    init(folded: String) {
        text = folded
        fingerprint = TextKey.fingerprint(of: folded)
    }

    public var isEmpty: Bool { text.isEmpty }

    public static func == (a: TextKey, b: TextKey) -> Bool {
        a.fingerprint == b.fingerprint && a.text == b.text
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(fingerprint)
    }

    /// FNV-1a over ASCII. Beyond ASCII the standard library's hash, which takes canonically equal texts for equal,
    /// as its `==` does.
    private static func fingerprint(of text: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 {
            if byte >= 0x80 { return UInt64(bitPattern: Int64(text.hashValue)) }
            hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        return hash
    }
}

extension TextKey: Comparable {
    public static func < (a: TextKey, b: TextKey) -> Bool { a.text < b.text }
}

extension TextKey: CustomStringConvertible {
    public var description: String { text }
}

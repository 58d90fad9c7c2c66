/// Who is meant.
extension TrackedEvent {
    /// The person's e-mail address in small letters: from the traits of an identify call, else from the context's.
    public var email: String? {
        let own = kind == .identify ? traits["email"] : nil
        guard case .text(let written)? = own ?? contextTraits["email"] else { return nil }
        return TrackedEvent.address(written)
    }

    /// An e-mail address without what is around it, in small letters; `nil` if it is none.
    static func address(_ written: String) -> String? {
        let bytes = Array(CSVDialect.trimmed(written).utf8)
        guard !bytes.isEmpty,
            case .address(let range, _) = EmailText.judge(bytes.span, TextRange(start: 0, count: bytes.count))
        else { return nil }
        return String(decoding: bytes[range.start..<range.end], as: UTF8.self).lowercased()
    }
}

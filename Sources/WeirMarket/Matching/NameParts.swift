/// A written name parted from the other names it carries, and from a register's marks at its end.
struct NameParts {
    /// Folded, in Latin letters.
    let name: String
    /// From brackets, or after "doing business as" and its like.
    let others: [String]

    init(_ written: String) {
        var folded = TextFolding.fold(written)
        var isASCII = true
        for byte in folded.utf8 where byte >= 0x80 {
            isASCII = false
            break
        }
        if !isASCII { folded = NameParts.plain(folded) }
        var others: [String] = []
        if folded.utf8.contains(0x28) || folded.utf8.contains(0x5B) {
            folded = NameParts.withoutBrackets(folded, &others)
        }
        if let (before, after) = NameParts.parted(folded) {
            folded = before
            others.append(after)
        }
        name = NameParts.withoutRegisterMark(folded)
        self.others = others
    }

    private static let marks = [
        " dba ", " d/b/a ", " doing business as ", " f/k/a ", " fka ", " formerly ", " a/k/a ", " aka ", " t/a ",
        " trading as ", " vormals ", " previously ",
    ].map { Array($0.utf8) }

    /// What stands before and after the first mark of another name.
    private static func parted(_ folded: String) -> (String, String)? {
        let bytes = Array(folded.utf8)
        for start in bytes.indices.dropFirst() where bytes[start] == 0x20 {
            for mark in marks where bytes.count > start + mark.count && bytes[start + 1] == mark[1] {
                if bytes[start..<(start + mark.count)].elementsEqual(mark) {
                    return (
                        String(decoding: bytes[..<start], as: UTF8.self),
                        String(decoding: bytes[(start + mark.count)...], as: UTF8.self)
                    )
                }
            }
        }
        return nil
    }

    /// Beyond ASCII: full-width and East Asian legal forms as words of their own, punctuation as its plain kind.
    private static func plain(_ folded: String) -> String {
        var text = ""
        for scalar in folded.unicodeScalars {
            if scalar.isASCII {
                text.unicodeScalars.append(scalar)
                continue
            }
            switch scalar {
            case "’", "‘", "`", "´": text += "'"
            case "（", "【": text += "("
            case "）", "】": text += ")"
            case "＆": text += "&"
            case "㈱": text += " 株式会社 "
            case "№", "®", "™", "©", "℠": continue
            default:
                let counts =
                    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || scalar.properties.generalCategory == .nonspacingMark
                    || scalar.properties.generalCategory == .spacingMark
                if counts { text.unicodeScalars.append(scalar) } else { text += " " }
            }
        }
        for form in forms where text.contains(form) {
            text = text.split(separator: form, omittingEmptySubsequences: false).joined(separator: " \(form) ")
        }
        for (short, form) in shortForms where text.contains(short) {
            text = text.split(separator: short, omittingEmptySubsequences: false).joined(separator: " \(form) ")
        }
        return Transliteration.latin(text)
    }

    /// Longest first.
    private static let forms = [
        "集团股份有限公司", "集团有限公司", "股份有限公司", "有限责任公司", "有限公司", "株式会社", "合同会社", "有限会社", "주식회사", "유한회사",
    ]
    private static let shortForms = [("(株)", "株式会社"), ("(有)", "有限会社"), ("(주)", "주식회사"), ("(유)", "유한회사")]

    private static func withoutBrackets(_ folded: String, _ others: inout [String]) -> String {
        var outside: [UInt8] = []
        var inside: [UInt8] = []
        var depth = 0
        for byte in folded.utf8 {
            switch byte {
            case 0x28, 0x5B:
                depth += 1
                outside.append(0x20)
            case 0x29, 0x5D:
                depth = max(0, depth - 1)
                if depth == 0, !inside.isEmpty {
                    others.append(String(decoding: inside, as: UTF8.self))
                    inside.removeAll()
                }
            default: if depth > 0 { inside.append(byte) } else { outside.append(byte) }
            }
        }
        if depth > 0 { return folded }
        return String(decoding: outside, as: UTF8.self)
    }

    /// Without `/DE/`, `/NEW`, `\MD\` and the like at the end: a slash and up to four letters.
    private static func withoutRegisterMark(_ folded: String) -> String {
        var bytes = Array(folded.utf8)
        guard bytes.contains(0x2F) || bytes.contains(0x5C) else { return folded }
        // A/S, S/A, K/S are legal forms.
        for place in bytes.indices.dropFirst().dropLast() where bytes[place] == 0x2F {
            let isAlone =
                (place < 2 || bytes[place - 2] == 0x20) && (place + 2 == bytes.count || bytes[place + 2] == 0x20)
            if isAlone, isLetter(bytes[place - 1]), isLetter(bytes[place + 1]) { bytes[place] = 0x27 }
        }
        while let last = bytes.last, last == 0x2F || last == 0x5C || last == 0x20 { bytes.removeLast() }
        if let slash = bytes.lastIndex(where: { $0 == 0x2F || $0 == 0x5C }), slash > 2,
            bytes.count - slash <= 5, bytes[(slash + 1)...].allSatisfy({ isLetter($0) || $0 == 0x20 })
        {
            bytes.removeSubrange(slash...)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
}

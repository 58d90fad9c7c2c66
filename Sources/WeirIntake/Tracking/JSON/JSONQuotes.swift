/// Text written as JSON.
enum JSONQuotes {
    /// In quotes, with the escapes that JSON demands.
    static func quoted(_ text: String) -> [UInt8] {
        var bytes: [UInt8] = [quoteMark]
        for byte in text.utf8 {
            switch byte {
            case quoteMark, Json.backslash: bytes += [Json.backslash, byte]
            case 0..<0x20:
                bytes += Array("\\u00".utf8)
                bytes += [hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
            default: bytes.append(byte)
            }
        }
        return bytes + [quoteMark]
    }

    /// Members of an object, each already as JSON.
    static func object(_ members: [(name: String, json: [UInt8])]) -> [UInt8] {
        let written = members.map { quoted($0.name) + [Json.colon] + $0.json }
        return [Json.openBrace] + Array(written.joined(separator: [Json.comma])) + [Json.closeBrace]
    }

    static let hexDigits = Array("0123456789abcdef".utf8)
}

import Foundation

/// How text is written in mail: in ASCII, on short lines.
enum MailText {
    /// A header's text; encoded words (RFC 2047) where it is not plain, folded so that no line is longer than 76.
    /// - Parameter used: characters that the line has already.
    static func header(_ text: String, used: Int) -> String {
        let isPlain = text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
        if isPlain, used + text.utf8.count <= 76 { return text }
        var words: [String] = []
        var piece: [UInt8] = []
        for character in text {
            let bytes = Array(String(character).utf8)
            // 36 bytes are 48 characters of base64: with `=?utf-8?B??=` and a long name before them, 76.
            if piece.count + bytes.count > 36, !piece.isEmpty {
                words.append(encodedWord(piece))
                piece = []
            }
            piece += bytes
        }
        if !piece.isEmpty { words.append(encodedWord(piece)) }
        return words.joined(separator: "\r\n ")
    }

    private static func encodedWord(_ bytes: [UInt8]) -> String {
        "=?utf-8?B?\(Data(bytes).base64EncodedString())?="
    }

    /// Quoted-printable (RFC 2045): lines of at most 76, ended by CR LF.
    static func quotedPrintable(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            quotedLine(Array(line.utf8).filter { $0 != 0x0D })
        }.joined(separator: "\r\n")
    }

    private static func quotedLine(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var result: [UInt8] = []
        var length = 0
        for (place, byte) in bytes.enumerated() {
            let isLast = place == bytes.count - 1
            let isSpace = byte == 0x20 || byte == 0x09
            let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=") || isSpace && !isLast
            let written = isPlain ? [byte] : [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            if length + written.count > 75 {
                result += Array("=\r\n".utf8)
                length = 0
            }
            result += written
            length += written.count
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// For HTML's text and attribute values.
    static func html(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}

/// An address that mail goes to or comes from: one mailbox, without a name, in ASCII.
public struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    public let description: String

    /// - Returns: `nil` for anything else, so that no header and no command can be smuggled in.
    public init?(_ text: String) {
        guard text.utf8.count <= 254,
            text.wholeMatch(
                of: /[A-Za-z0-9.!#$%&'*+\/=?^_`{|}~\-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.\-]*[A-Za-z0-9])?/) != nil
        else { return nil }
        description = text
    }

    /// What stands after the `@`.
    public var domain: String { String(description.split(separator: "@").last ?? "") }
}

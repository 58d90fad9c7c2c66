/// How a name sounds, roughly: names that are spelt otherwise and sound alike have the same key.
///
/// Soundex (US patents 1,261,167 and 1,435,663) with its first letter put into a class as well, and with the spellings
/// that begin names in several ways (`ph`, `kn`, `wr`, `sch`, `ck`) taken together first.
enum SoundKey {
    /// Four digits at most; empty for a name without Latin letters.
    static func key(_ folded: String) -> String {
        var text = folded.utf8.filter { $0 >= 0x61 && $0 <= 0x7A }
        for (spelling, sound) in spellings { text = replaced(text, spelling, sound) }
        var key: [UInt8] = []
        var last: UInt8 = 0
        for (place, letter) in text.enumerated() {
            let code = codes[Int(letter - 0x61)]
            if code == 0x30 {
                if place == 0 { key.append(0x30) }
                // H and W part nothing, a vowel does.
                if letter != 0x68, letter != 0x77 { last = 0 }
                continue
            }
            if code != last { key.append(code) }
            last = code
            if key.count == 4 { break }
        }
        return String(decoding: key, as: UTF8.self)
    }

    private static let spellings: [([UInt8], [UInt8])] = [
        ("sch", "s"), ("ph", "f"), ("kn", "n"), ("gn", "n"), ("wr", "r"), ("ck", "k"), ("gh", "g"), ("th", "t"),
        ("mc", "mk"), ("ae", "e"),
    ].map { (Array($0.0.utf8), Array($0.1.utf8)) }

    /// The class of each letter from a to z; 0 for vowels and what is not heard.
    private static let codes = Array("01230120022455012623010202".utf8)

    private static func replaced(_ text: [UInt8], _ spelling: [UInt8], _ sound: [UInt8]) -> [UInt8] {
        guard text.count >= spelling.count, text.contains(spelling[0]) else { return text }
        var replaced: [UInt8] = []
        var place = 0
        while place < text.count {
            if text[place...].starts(with: spelling) {
                replaced += sound
                place += spelling.count
            } else {
                replaced.append(text[place])
                place += 1
            }
        }
        return replaced
    }
}

/// Greek and Cyrillic letters in Latin ones, so that a name compares across scripts.
///
/// Greek follows ELOT 743 letter by letter, Cyrillic the usual form in passports (ICAO Doc 9303) with `kh`, `ts`, `ch`;
/// Ukrainian and Serbian letters follow their countries' own tables. Letters of other scripts stay as they are.
enum Transliteration {
    /// - Parameter folded: lower case, without accents.
    static func latin(_ folded: String) -> String {
        var latin = ""
        for scalar in folded.unicodeScalars {
            if let letters = table[scalar] { latin += letters } else { latin.unicodeScalars.append(scalar) }
        }
        return latin
    }

    private static let table: [Unicode.Scalar: String] = {
        var table: [Unicode.Scalar: String] = [:]
        for pair in pairs.split(whereSeparator: \.isWhitespace) {
            guard let letter = pair.unicodeScalars.first else { continue }
            table[letter] = String(pair.dropFirst())
        }
        return table
    }()

    /// A letter and what it becomes.
    private static let pairs = """
        αa βv γg δd εe ζz ηi θth ιi κk λl μm νn ξx οo πp ρr σs τt υy φf χch ψps ωo
        аa бb вv гg дd еe жzh зz иi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ъ ыy ь эe юyu яya
        іi їi єye ґg ђdj јj љlj њnj ћc џdz ѓg ќk ѕdz ўu
        """
}

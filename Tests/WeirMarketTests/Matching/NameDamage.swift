/// A company's name as another source writes it: the same company to anybody who reads it.
struct NameDamage {
    var random: Seeded

    /// Case, accents, punctuation, legal form, "the", "&" and "and", a register's mark, spaces, turned-about names.
    mutating func harmless(_ name: String) -> String {
        var name = name
        switch random.below(5) {
        case 0: name = "The " + name
        case 1: name = name.split(separator: " & ", omittingEmptySubsequences: false).joined(separator: " and ")
        case 2: name = replaced(name, "e", by: "é")
        case 3: name = replaced(name, ",", by: "")
        default: break
        }
        if random.below(2) == 0 { name += NameDamage.forms[random.below(NameDamage.forms.count)] }
        if random.below(3) == 0 { name += NameDamage.marks[random.below(NameDamage.marks.count)] }
        switch random.below(4) {
        case 0: return name.uppercased()
        case 1: return name.lowercased()
        case 2: return "  " + replaced(name, " ", by: "  ") + " "
        default: return name
        }
    }

    private static let forms = [
        " Inc.", ", LLC", " GmbH", " S.A.", " Pty Ltd", " Oyj", " Sp. z o.o.", " Co., Ltd.", " S.A. de C.V.",
        " GmbH & Co. KG",
    ]
    private static let marks = [" /DE/", " /NEW/", "/ADR", " (The)", " \\MD\\"]

    private func replaced(_ text: String, _ old: Character, by new: String) -> String {
        text.reduce(into: "") { $0 += $1 == old ? new : String($1) }
    }
}

/// Thousandths as people read them.
enum MatchText {
    /// `0.984`
    static func ratio(_ permille: Int) -> String {
        let digits = String(permille % 1000)
        return "\(permille / 1000)." + String(repeating: "0", count: 3 - digits.utf8.count) + digits
    }
}

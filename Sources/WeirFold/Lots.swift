/// A stored score cut into the lots that made it, so that the lots always add up to it exactly.
///
/// The whole is what the fold rounds. Each lot gets the difference of the rounded running sums before and after it,
/// which telescopes: whatever the roundings, the lots add up to the rounded whole. Running sums are never negative,
/// since right after every fact the whole was not, and decay keeps their order.
struct Lots {
    private(set) var amounts: [Int64] = []

    var total: Int64 { amounts.reduce(0, +) }

    mutating func append(_ amount: Int64) { amounts.append(amount) }

    mutating func decay(_ table: DecayTable, days: Int) {
        guard days > 0, table.decays else { return }
        amounts = apportioned { Int64(table.decayed(UInt32(clamping: $0), days: days)) }
    }

    /// The lots after a rounding function is applied to the whole.
    func apportioned(_ rounded: (Int64) -> Int64) -> [Int64] {
        var sum: Int64 = 0
        var before = rounded(0)
        return amounts.map { amount in
            sum += amount
            let after = rounded(sum)
            defer { before = after }
            return after - before
        }
    }
}

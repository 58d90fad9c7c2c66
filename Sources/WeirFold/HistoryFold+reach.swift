// Which accounts a backtest need not fold.

extension HistoryFold {
    /// Whether nothing that an account does can change its status, so that it need not be folded.
    ///
    /// Every way in asks for a tier: `enter`, `act now` and the buyer's rule each hold only where the account's tier is
    /// at most theirs. An account is unfit until its first fit, and then has the tier of its last one; if neither
    /// unfit nor any of its fits is good enough for the most lenient of the three, none of them ever holds. What never
    /// entered never leaves.
    func isOutOfReach(_ facts: borrowing AccountRows) -> Bool {
        if compiled.rules.tierCount <= mostLenientTier { return false }
        for number in 0..<facts.noteCount {
            let note = facts.note(number)
            if note.buyer == History.Note.account, reading.fits[Int(note.value)].tier <= mostLenientTier {
                return false
            }
        }
        return true
    }

    /// The same, the other way round, by the profiles that an account has had: without a look at its facts, which
    /// costs more than all else where most accounts are skipped.
    func mayReach(_ profiles: Range<Int>) -> Bool {
        if compiled.rules.tierCount <= mostLenientTier { return true }
        let fits = reading.fits.span
        for profile in profiles where fits[profile].tier <= mostLenientTier { return true }
        return false
    }
}

import WeirFacts

extension BacktestReport {
    /// `1 Jan 2025 to 30 Jun 2026`.
    var periodWords: String { "\(Words.day(from)) to \(Words.day(to))" }

    /// The answer in five sentences, the same in text and on the page.
    public var summary: [String] {
        [entriesSentence, capacitySentence, outcomeSentence, liftSentence, winsSentence].compactMap(\.self)
    }

    private var entriesSentence: String {
        let accounts = flow.accounts
        let again = accounts.entered - accounts.enteredDistinct
        let repeats = again == 0 ? "" : " (an account came back \(Words.count(again, "time")))"
        return "\(Words.count(accounts.enteredDistinct, "account")) and "
            + "\(Words.count(flow.buyers.enteredDistinct, "buyer")) would have become qualified\(repeats); "
            + "\(Words.count(accounts.closing, "account is", "accounts are")) qualified at the end."
    }

    private var capacitySentence: String? {
        guard flow.hasCapacity else { return nil }
        let over = flow.weeksOverCapacity
        guard let worst = over.max(by: { $0.overCapacity < $1.overCapacity }) else {
            return "In no week did more buyers enter than the teams can follow up."
        }
        return
            "In \(Words.number(over.count)) of \(Words.count(flow.weeks.count, "week")) more buyers entered than the "
            + "teams can follow up; the worst was the week of \(Words.day(worst.monday)), "
            + "\(Words.number(worst.overCapacity)) over its \(Words.number(worst.capacity ?? 0))."
    }

    private var outcomeSentence: String {
        let all = outcome.all
        guard all.ripe > 0 else {
            return "No entrant's \(Words.days(horizonDays)) are over yet, so nothing can be said of outcomes: "
                + "choose an earlier start or a shorter horizon."
        }
        let entrants =
            "Of the entrants whose \(Words.days(horizonDays)) are over, \(Words.share(all.opportunity)) got an "
        guard won.undated == 0 else {
            return entrants + "opportunity; how many were won in that time cannot be told, since "
                + "\(Words.count(won.undated, "win has", "wins have")) no closing date."
        }
        return entrants + "opportunity and \(Words.share(all.won)) were won."
    }

    private var liftSentence: String? {
        guard let lift = baseRate.opportunityLift,
            let rest = baseRate.opportunitiesOfRest.expectedShare(days: horizonDays)
        else { return nil }
        return "Elsewhere in the target market \(Words.percent(rest.permille)) would have got one in as many days: "
            + "after entry an opportunity is \(Words.times(lift.ratioHundredths)) as likely (95% interval "
            + "\(Words.times(lift.interval.lowerBound)) to \(Words.times(lift.interval.upperBound)))."
    }

    private var winsSentence: String? {
        let judged = won.foundShare
        guard judged.of > 0 else { return nil }
        return "Of the wins of the period \(Words.share(judged)) had been let through before their opportunity opened; "
            + "\(Words.number(won.late.count)) only afterwards, \(Words.number(won.never.count)) never."
    }

    /// Where the entrants stand: `68 ripe, 25 not yet ripe, 7 already in pipeline`.
    var standingWords: String {
        let all = outcome.all
        return "\(Words.count(all.entrants, "account")) entered: \(Words.number(all.ripe)) ripe (their "
            + "\(Words.days(horizonDays)) are over), \(Words.number(all.notYetRipe)) not yet ripe, "
            + "\(Words.number(all.alreadyInPipeline)) already in pipeline. The shares are of the ripe."
    }

    /// How the numbers are reckoned, for the foot of every report.
    public var notes: [String] {
        var notes = [
            "An account counts once, by its first entry in the period. Those with an opportunity still open from before "
                + "entry are “already in pipeline”: the gate did not find them. Those that entered less than "
                + "\(Words.days(horizonDays)) before the period's end are “not yet ripe”. Neither is in the base.",
            "An opportunity counts if it opened on the day of entry or within \(Words.days(horizonDays)) after; a win if "
                + "such an opportunity was won within the same days. \(sameDayWords)",
            "The rest: every day of the period of every target-market account that was neither qualified nor within "
                + "\(Words.days(horizonDays)) after an entry, days before an entry included. Days with an opportunity "
                + "open from before count for neither side. Rates are per 100 account-quarters (91.25 days); the share “in "
                + "\(horizonDays) days” would have at least one in so many days at that rate. A win "
                + "counts on the day its opportunity opened, so only days up to "
                + "\(Words.day(to.advanced(by: -horizonDays))) count for wins.",
            "Shares have 95% Wilson intervals, rates Byar's, the ratio a log-normal one. A base under "
                + "\(Share.smallBase) is marked small.",
        ]
        if outcome.outsideTarget > 0 {
            notes.append(
                "\(Words.count(outcome.outsideTarget, "entrant lies", "entrants lie")) outside the target market: among "
                    + "the entrants, but not in the comparison with the rest.")
        }
        if won.undated > 0 {
            notes.append(
                "\(Words.count(won.undated, "win has", "wins have")) no closing date: whether they came within "
                    + "\(Words.days(horizonDays)) cannot be told, so the shares won are too low; elsewhere they are taken "
                    + "as won by the end of the period.")
        }
        return notes
    }

    private var sameDayWords: String {
        outcome.sameDay == 0
            ? "" : "\(Words.count(outcome.sameDay, "opportunity", "opportunities")) opened on the very day of entry."
    }
}

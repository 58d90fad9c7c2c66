import WeirAgreement
import WeirFacts
import WeirFold
import WeirInsight

extension AccountExplanation {
    /// The account's score as lines that add up.
    func accountView() throws -> ExplanationView {
        let standing = explanation.standing
        return try ExplanationView(
            subject: .account, id: "acc_\(dossier.account)", name: accountName, asOf: day,
            agreement: use.title, banner: use.banner, isQualified: explanation.isQualified,
            since: explanation.isQualified ? explanation.enteredDay.map(CivilDay.init(number:)) : nil,
            fit: fitLines, buyers: explanation.buyers.map(buyerAccount),
            echo: explanation.echoLines.compactMap(echoLine),
            breadth: breadthLines, totalMilli: standing.scoreMilli, gates: AccountGates(self).views,
            suggestions: Suggestions(self).forAccount, nextChange: nextChange, nextChangeWords: nextChangeWords)
    }

    /// One buyer's engagement as lines that add up.
    func buyerView(_ buyer: Int) throws -> ExplanationView {
        guard let part = explanation.buyers.first(where: { $0.buyer == buyer }) else {
            throw AppError(.notFound, "\(label(buyer)) had done nothing by \(day)")
        }
        var own = buyerAccount(part)
        own.weightPermille = 1000
        own.lines = own.lines.map { line in
            var line = line
            line.contributionMilli = line.remainingMilli
            return line
        }
        own.subtotalMilli = part.engagementMilli
        let stay = explanation.transitions.last { $0.subject == .buyer(buyer) }
        return try ExplanationView(
            subject: .buyer, id: own.id, name: "\(own.name), \(own.title ?? "no title"), at \(accountName)", asOf: day,
            agreement: use.title, banner: use.banner, isQualified: part.isQualified,
            since: part.isQualified ? stay.map { CivilDay(number: $0.day) } : nil, buyers: [own],
            totalMilli: part.engagementMilli, gates: [BuyerGate(self, part).view],
            suggestions: Suggestions(self).forBuyer(part), nextChange: nextChange, nextChangeWords: nextChangeWords)
    }

    private var fitLines: [AmountLine] {
        let lines = placing.fit.filter { $0.pointsMilli != 0 }.map { line in
            AmountLine("\(line.attribute): \(line.value ?? "not known")", amountMilli: line.pointsMilli)
        }
        // The company may have changed since its fit was last read at a day's start; the fold's own figure stands.
        let rest = explanation.standing.fitMilli - lines.reduce(0) { $0 + $1.amountMilli }
        return rest == 0 ? lines : lines + [AmountLine("as recorded at the time", amountMilli: rest)]
    }

    private var breadthLines: [AmountLine] {
        let each = Int64(use.rules.rules.breadthMilli)
        guard each != 0 else { return [] }
        return explanation.standing.engagedRoles.members.map { role in
            AmountLine("\(agreement.buyingGroup.roles[role].name) among the engaged", amountMilli: each)
        }
    }

    private func echoLine(_ line: Explanation.EchoLine) -> AmountLine? {
        guard line.contributionMilli != 0 else { return nil }
        let content = line.content.map { "“\(dossier.content($0))”" } ?? "content"
        let upward = line.isUpward ? ", who is more senior" : ""
        let age = day.number - line.day
        let lost = line.lostMilli == 0 ? "" : "; the cap took \(points(line.lostMilli))"
        return AmountLine(
            "\(label(line.sharer)) shared \(content); read by \(label(line.consumer))\(upward) "
                + "(\(points(line.pointsMilli)) points, \(age) days ago\(lost))",
            amountMilli: line.contributionMilli, day: CivilDay(number: line.day))
    }

    /// Who shared what and who read it, in words, with the day on which it was read; only what counts.
    var sharings: [(day: CivilDay, words: String)] {
        explanation.echoLines.filter { $0.contributionMilli != 0 }.map { line in
            let content = line.content.map { "“\(dossier.content($0))”" } ?? "content"
            let upward = line.isUpward ? ", who is more senior," : ""
            let words = "\(label(line.sharer)) shared \(content); \(label(line.consumer))\(upward) read it"
            return (CivilDay(number: line.day), words)
        }
    }

    private func buyerAccount(_ part: Explanation.BuyerPart) -> BuyerAccount {
        let person = person(part.buyer)
        let lines = explanation.lines.filter { $0.buyer == part.buyer }
        return BuyerAccount(
            id: "buy_\(dossier.buyers[part.buyer])", name: label(part.buyer),
            title: person?.title, role: part.role.map { agreement.buyingGroup.roles[$0].name },
            weightPermille: Int(part.weightPermille), isEngaged: part.isEngaged,
            engagementMilli: part.engagementMilli, lines: lines.map(contribution),
            subtotalMilli: part.contributionMilli)
    }

    private func contribution(_ line: Explanation.Line) -> ContributionLine {
        let signal = agreement.signals[line.signal]
        let category = agreement.categories[signal.category]
        let age = day.number - line.day
        let halfLife = category.halfLifeDays.map { " (half \($0))" } ?? ", no decay"
        let place = dossier.engagements[line.position]
        return ContributionLine(
            factID: place.map { "eng_\($0)" }, day: CivilDay(number: line.day), signal: signal.name,
            content: line.content.map { dossier.content($0) }, pointsMilli: line.pointsMilli,
            lostMilli: line.lostMilli, decay: "\(age) days\(halfLife)", remainingMilli: line.remainingMilli,
            contributionMilli: line.contributionMilli, note: note(line, signal, category))
    }

    private func note(_ line: Explanation.Line, _ signal: Signal, _ category: Category) -> String? {
        if line.isOverLimit { return "over the limit of \(signal.limitPerDay ?? 0) a day: not counted" }
        if line.lostMilli > 0, let cap = category.capMilli {
            return "the cap of \(points(Int64(cap))) on \(category.name) took \(points(line.lostMilli))"
        }
        return line.lostMilli < 0 ? "no score falls below 0: \(points(-line.lostMilli)) not taken" : nil
    }

    private var nextChange: CivilDay? { explanation.nextChangeDay.map(CivilDay.init(number:)) }

    private var nextChangeWords: String? {
        guard nextChange != nil else { return nil }
        let changes = explanation.nextChanges.map { change in
            let verb = change.change == .entered ? "becomes qualified" : "stops being qualified"
            switch change.subject {
            case .account: return "the account \(verb)"
            case .buyer(let buyer): return "\(label(buyer)) \(verb)"
            }
        }
        return "if nothing new happens before, " + changes.joined(separator: "; ")
    }

    /// Millipoints as points with three decimals.
    func points(_ milli: Int64) -> String { FixedNumber(thousandths: milli).description }
}

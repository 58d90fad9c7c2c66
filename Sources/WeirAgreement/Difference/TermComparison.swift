/// Compares what two agreements say, term by term.
struct TermComparison {
    private(set) var changes: [AgreementDifference.Change] = []

    init(_ before: Terms, _ after: Terms) {
        let old = Dictionary(before.all.map { ($0.key, $0) }) { first, _ in first }
        let new = Dictionary(after.all.map { ($0.key, $0) }) { first, _ in first }
        for term in after.all {
            if let previous = old[term.key] {
                compare(previous, term)
            } else if !term.isEmpty, term.owner.map({ old[$0] != nil }) ?? true {
                add(term, "New: \(lowercasedFirst(term.alone))", term.effectWhenNew)
            }
        }
        for term in before.all
        where new[term.key] == nil && !term.isEmpty && (term.owner.map { new[$0] != nil } ?? true) {
            add(term, "No longer: \(lowercasedFirst(term.alone))", term.effectWhenNew?.opposite)
        }
        // Stable: within a clause the order in which they were found.
        changes = changes.enumerated().sorted { ($0.element.clause, $0.offset) < ($1.element.clause, $1.offset) }
            .map(\.element)
    }

    private mutating func compare(_ old: Term, _ new: Term) {
        switch (old.value, new.value) {
        case (.words(let before, let from, let oldScale), .words(let after, let to, let scale)):
            if before == after { return }
            add(new, said(new, after, before), scale == oldScale ? effect(new.looser, from, to) : nil)
        case (.members(let before), .members(let after)):
            compareMembers(new, before, after)
        case (.order(let before), .order(let after)):
            let (kept, keptBefore) = (after.filter(Set(before).contains), before.filter(Set(after).contains))
            if kept == keptBefore { return }
            add(new, said(new, listed(after, by: "and"), listed(before, by: "and")), nil)
        default: break
        }
    }

    private mutating func compareMembers(_ term: Term, _ before: [String], _ after: [String]) {
        // Sets, since a list of companies may have a hundred thousand entries.
        let (known, kept) = (Set(before), Set(after))
        let (added, removed) = (after.filter { !known.contains($0) }, before.filter { !kept.contains($0) })
        if added.isEmpty && removed.isEmpty {
            if before == after { return }
            add(term, "\(term.subject) \(term.verb) the same in another order, which changes nothing else", nil)
        }
        if !added.isEmpty {
            add(
                term, "\(term.subject) \(with("now also", term.verb)) \(listed(added, by: "and"))",
                effect(term.looser, 0, 1))
        }
        if !removed.isEmpty {
            add(
                term, "\(term.subject) \(with("no longer", term.verb)) \(listed(removed, by: "and"))",
                effect(term.looser, 1, 0))
        }
    }

    private func said(_ term: Term, _ after: String, _ before: String) -> String {
        let now = "\(term.subject) \(with("now", term.verb)) \(after)"
        // Long parts are easier to compare as two sentences.
        return after.count + before.count > 110 ? "\(now). Before: \(before)" : "\(now) instead of \(before)"
    }

    /// "now enters", but "is now called".
    private func with(_ adverb: String, _ verb: String) -> String {
        let first = verb.prefix { $0 != " " && $0 != "," }
        guard ["is", "are", "may"].contains(String(first)) else { return "\(adverb) \(verb)" }
        return "\(first) \(adverb)\(verb.dropFirst(first.count))"
    }

    private func effect(_ looser: Term.Looser?, _ from: Int64?, _ to: Int64?) -> AgreementDifference.Effect? {
        guard let looser, let from, let to, from != to else { return nil }
        return (to > from) == (looser == .higher) ? .loosens : .tightens
    }

    private mutating func add(_ term: Term, _ sentence: String, _ effect: AgreementDifference.Effect?) {
        changes.append(.init(clause: term.clause, sentence: ended(sentence), effect: effect))
    }

    private func ended(_ sentence: String) -> String {
        var text = sentence
        while text.last == " " { text.removeLast() }
        return text.hasSuffix(".") ? text : text + "."
    }

    /// "An account enters" after "New:" becomes "an account enters"; names keep their capitals.
    private func lowercasedFirst(_ text: String) -> String {
        let word = text.prefix { $0 != " " }
        let starters = [
            "A", "An", "The", "In", "For", "When", "Points", "Every", "Being", "What", "Each", "Of",
        ]
        guard starters.contains(String(word)) else { return text }
        return text.prefix(1).lowercased() + text.dropFirst()
    }
}

extension AgreementDifference.Effect {
    var opposite: AgreementDifference.Effect { self == .loosens ? .tightens : .loosens }
}

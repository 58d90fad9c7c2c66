/// One thing that an agreement says, in a form that can be compared: "An account" "enters at" "100 points".
struct Term {
    /// Which way the number or the members must go to let more through.
    enum Looser { case higher, lower }

    enum Value {
        /// Told apart by its words; the amount says which way it went, if both are on one scale.
        case words(String, amount: Int64?, scale: String)
        /// Members whose order means nothing.
        case members([String])
        /// Names in an order that matters, as far as both agreements have them.
        case order([String])
    }

    let clause: Int
    /// The same in both agreements for the same thing.
    let key: String
    /// Key of the term that introduces the thing this belongs to: a role's weight comes and goes with the role.
    let owner: String?
    let subject: String
    let verb: String
    let value: Value
    let looser: Looser?
    /// Effect of the term's coming; its going has the opposite.
    let effectWhenNew: AgreementDifference.Effect?

    /// Whether it names nothing, so that its coming or going says nothing.
    var isEmpty: Bool {
        switch value {
        case .words: false
        // What introduces a thing has no verb, and its subject says it all.
        case .members(let names), .order(let names): names.isEmpty && !verb.isEmpty
        }
    }

    /// The term on its own: "An account enters at 100 points".
    var alone: String {
        switch value {
        case .words(let words, _, _): "\(subject) \(verb) \(words)"
        case .members(let names), .order(let names): "\(subject) \(verb) \(listed(names, by: "and"))"
        }
    }
}

/// Everything that an agreement says, term by term.
struct Terms {
    let words: Words
    let areTiersComparable: Bool
    private(set) var all: [Term] = []
    /// Where the next terms belong.
    var clause = 0
    var owner: String?

    init(of agreement: Agreement, areTiersComparable: Bool) {
        words = Words(agreement)
        self.areTiersComparable = areTiersComparable
        addPreamble()
        addMarket()
        addBuyingGroup()
        addSignals()
        addQualified()
        addHandOff()
        addCredit()
    }

    var agreement: Agreement { words.agreement }

    /// - Parameters:
    ///   - amount: given where more and less mean something.
    ///   - scale: amounts of different scales never compare: elapsed and business hours, two currencies.
    mutating func say(
        _ key: String, _ subject: String, _ verb: String, _ value: String, amount: Int64? = nil, scale: String = "",
        looser: Term.Looser? = nil, whenNew: AgreementDifference.Effect? = nil
    ) {
        add(key, subject, verb, .words(value, amount: amount, scale: scale), looser, whenNew)
    }

    mutating func members(
        _ key: String, _ subject: String, _ verb: String, _ members: [String], looser: Term.Looser? = nil,
        whenNew: AgreementDifference.Effect? = nil
    ) {
        add(key, subject, verb, .members(members), looser, whenNew)
    }

    mutating func order(_ key: String, _ subject: String, _ verb: String, _ names: [String]) {
        add(key, subject, verb, .order(names), nil, nil)
    }

    /// Introduces a thing by its own sentence; the terms that `parts` adds come and go with it.
    mutating func item(
        _ key: String, _ sentence: String, whenNew: AgreementDifference.Effect? = nil, _ parts: (inout Terms) -> Void
    ) {
        let text = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
        // Compared by its parts, not by its words.
        add(key, text, "", .members([]), nil, whenNew)
        let outer = owner
        owner = key
        parts(&self)
        owner = outer
    }

    private mutating func add(
        _ key: String, _ subject: String, _ verb: String, _ value: Term.Value, _ looser: Term.Looser?,
        _ effectWhenNew: AgreementDifference.Effect?
    ) {
        all.append(
            Term(
                clause: clause, key: key, owner: owner, subject: subject, verb: verb, value: value, looser: looser,
                effectWhenNew: effectWhenNew))
    }
}

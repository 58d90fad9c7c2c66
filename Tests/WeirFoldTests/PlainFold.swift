import WeirFold

/// The specification read aloud: every day walked, every buyer asked, nothing remembered but what it says.
///
/// It shares no code with the fold but the decay formula's table, which has its own test, so that the two can only
/// agree by both being right.
struct PlainFold {
    struct Person {
        var scores: [Int64]
        var folded: Int32
        var role: Int?
        var level: Int?
        var raised: Int32?
        var qualified = false
        var counted: [Int: Int] = [:]
        var countedDay: Int32?
    }

    struct Share: Hashable {
        var from: Int
        var to: Int
        var content: Int
    }

    let rules: FoldRules
    let tables: [DecayTable]
    let echoTable: DecayTable
    var people: [Int: Person] = [:]
    var fit: Int64 = 0
    var tier: Int
    var shares: [(share: Share, day: Int32)] = []
    var heard: Set<Share> = []
    var echo: Int64 = 0
    var echoDay: Int32 = 0
    var qualified = false
    var entered: Int32?
    var left: Int32?
    var transitions: [Transition] = []

    init(_ compiled: CompiledRules) {
        rules = compiled.rules
        tables = compiled.categoryDecay
        echoTable = compiled.echoDecay
        tier = compiled.rules.tierCount
    }

    static func answer(_ rules: CompiledRules, _ facts: [DatedFact], until: Int32, ask: [Int32]) -> Answer {
        var fold = PlainFold(rules)
        var answer = Answer()
        guard let first = facts.first?.day else { return answer }
        for day in first...until {
            fold.settle(day, nil)
            for (index, fact) in facts.enumerated() where fact.day == day {
                fold.apply(fact.fact, day)
                fold.settle(day, index)
            }
            if ask.contains(day) { answer.scores.append(fold.score(day)) }
        }
        answer.transitions = fold.transitions
        return answer
    }

    mutating func person(_ number: Int, _ day: Int32) {
        if people[number] == nil { people[number] = Person(scores: tables.map { _ in 0 }, folded: day) }
    }

    mutating func apply(_ fact: FoldFact, _ day: Int32) {
        switch fact {
        case .fit(let points, let newTier): (fit, tier) = (points, newTier)
        case .persona(let buyer, let role, let level):
            person(buyer, day)
            people[buyer]?.role = role
            people[buyer]?.level = level
        case .engagement(let buyer, let signal, let content, let to): engage(buyer, signal, content, to, day)
        }
    }

    mutating func engage(_ buyer: Int, _ signal: Int, _ content: Int?, _ to: Int?, _ day: Int32) {
        person(buyer, day)
        guard var person = people[buyer] else { return }
        let rule = rules.signals[signal]
        if person.countedDay != day { (person.counted, person.countedDay) = ([:], day) }
        if let limit = rule.limitPerDay, person.counted[signal, default: 0] >= limit {
            people[buyer] = person
            return
        }
        person.counted[signal, default: 0] += 1
        for index in tables.indices {
            person.scores[index] = PlainFold.decay(person.scores[index], tables[index], day - person.folded)
        }
        person.folded = day
        let cap = Int64(rules.categories[rule.category].capMilli)
        person.scores[rule.category] = max(0, min(cap, person.scores[rule.category] + Int64(rule.pointsMilli)))
        if rule.raisesHand { person.raised = day }
        people[buyer] = person
        if let content, rule.consumes { listen(buyer, content, day) }
        if let content, rule.shares, let to, to != buyer {
            shares.append((Share(from: buyer, to: to, content: content), day))
        }
    }

    mutating func listen(_ buyer: Int, _ content: Int, _ day: Int32) {
        guard let rule = rules.echo else { return }
        for (share, made) in shares
        where share.to == buyer && share.content == content && Int(day - made) <= rule.windowDays {
            guard heard.insert(share).inserted else { continue }
            var points = Int64(rule.pointsMilli)
            if let senior = people[buyer]?.level, let junior = people[share.from]?.level, senior < junior {
                points = Int64(rule.upwardPointsMilli)
            }
            echo = min(Int64(rule.capMilli), PlainFold.decay(echo, echoTable, day - echoDay) + points)
            echoDay = day
        }
    }

    static func decay(_ score: Int64, _ table: DecayTable, _ days: Int32) -> Int64 {
        guard table.decays, days > 0 else { return score }
        return days >= 4096 ? 0 : (score * Int64(table.factors[Int(days)]) + (1 << 30)) >> 31
    }

    func engagement(_ person: Person, _ day: Int32) -> Int64 {
        zip(person.scores, tables).reduce(0) { $0 + PlainFold.decay($1.0, $1.1, day - person.folded) }
    }

    func score(_ day: Int32) -> VectorCase.Expectation.Score {
        var weighted: Int64 = 0
        var engaged = 0
        var roles: Set<Int> = []
        for person in people.values {
            let value = engagement(person, day)
            weighted += value * Int64(person.role.map { rules.roleWeightsPermille[$0] } ?? rules.noRoleWeightPermille)
            if value >= rules.engagedAtMilli {
                engaged += 1
                if let role = person.role { roles.insert(role) }
            }
        }
        let echoes = PlainFold.decay(echo, echoTable, day - echoDay)
        return .init(
            day: day, score: fit + weighted / 1000 + echoes + Int64(rules.breadthMilli) * Int64(roles.count),
            engaged_buyers: engaged, roles: roles.sorted(), echo: echoes, qualified: qualified,
            buyers: people.keys.sorted().map {
                .init(number: $0, engagement: engagement(people[$0]!, day), qualified: people[$0]!.qualified)
            })
    }

    func meets(_ gate: FoldRules.Gate, _ day: Int32) -> Bool {
        let now = score(day)
        return tier <= gate.tier && now.score >= gate.scoreMilli && now.engaged_buyers >= gate.engagedBuyers
            && gate.roles.members.allSatisfy(now.roles.contains)
    }

    func actNow(_ day: Int32) -> Bool {
        guard let rule = rules.actNow, tier <= rule.tier else { return false }
        return people.values.contains { person in
            guard let raised = person.raised, Int(day - raised) < rule.days else { return false }
            return rule.roles.isEmpty || person.role.map(rule.roles.contains) == true
        }
    }

    mutating func settle(_ day: Int32, _ fact: Int?) {
        let should: Bool
        if qualified {
            should = actNow(day) || meets(rules.stay, day) || Int(day - entered!) < rules.dwellDays
        } else {
            let cooled = left.map { Int(day - $0) >= rules.cooldownDays } ?? true
            should = actNow(day) || (cooled && meets(rules.enter, day))
        }
        if should != qualified {
            let cooled = left.map { Int(day - $0) >= rules.cooldownDays } ?? true
            let byGate = cooled && meets(rules.enter, day)
            qualified = should
            if should { entered = day } else { left = day }
            transitions.append(
                Transition(
                    day: day, fact: fact, subject: .account, change: should ? .entered : .left,
                    scoreMilli: score(day).score, byRaisedHand: should && !byGate))
        }
        for number in people.keys.sorted() { settleBuyer(number, day, fact) }
    }

    mutating func settleBuyer(_ number: Int, _ day: Int32, _ fact: Int?) {
        guard let person = people[number] else { return }
        let value = engagement(person, day)
        let rule = rules.buyer
        let raised = person.raised.map { Int(day - $0) < rule.raiseDays } ?? false
        let engaged =
            (qualified || !rule.needsQualifiedAccount)
            && value >= (person.qualified ? rule.stayMilli : rule.enterMilli)
        let should = person.role.map(rule.roles.contains) == true && tier <= rule.tier && (raised || engaged)
        guard should != person.qualified else { return }
        people[number]?.qualified = should
        transitions.append(
            Transition(
                day: day, fact: fact, subject: .buyer(number), change: should ? .entered : .left, scoreMilli: value))
    }
}

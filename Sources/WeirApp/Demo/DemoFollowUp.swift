import WeirAgreement
import WeirDesk
import WeirFacts
import WeirSimulation

/// One thing that somebody in the demonstration's teams does with a hand-off.
enum DemoStep {
    case does(Disposition)
    /// Writes down that a letter of BANT is confirmed.
    case confirms(SalesQualified.Letter, String)

    func disposition(by actor: Actor, at now: Instant) -> Disposition {
        switch self {
        case .does(let disposition): disposition
        case .confirms(let letter, let words):
            .confirm(
                BANTAnswer(
                    letter: letter, verdict: .yes, value: words, saidBy: nil, recordedBy: actor, at: now,
                    surePermille: 900, evidence: "call"))
        }
    }
}

/// What somebody in the demonstration's teams makes of a hand-off, and after how many minutes of work: always the same of
/// the same one.
///
/// Most are answered in time and talked with, some are refused, a few are forgotten: a team as there are many.
struct DemoFollowUp {
    private(set) var steps: [(minutes: Int, step: DemoStep)] = []
    private var chance: SeededGenerator

    /// For one that was just handed over.
    init(of record: HandOffRecord) {
        self.init(record, stream: 2)
        let isForgotten = chance.chance(permille: record.raisedHand ? 20 : 60)
        let usual = record.raisedHand ? 4...26 : 12...200
        answer(after: chance.between(isForgotten ? 300...420 : usual), record)
    }

    /// For one that somebody else did not get done in time.
    init(takenOver record: HandOffRecord) {
        self.init(record, stream: 3)
        if record.isUnanswered {
            answer(after: chance.between(5...60), record)
        } else {
            conclude(after: chance.between(60...300))
        }
    }

    private init(_ record: HandOffRecord, stream: UInt64) {
        let number = UInt64((try? RecordID.handOff.number(record.id)) ?? 0)
        chance = SeededGenerator(seed: 7, stream: stream, index: number)
    }

    private mutating func answer(after minutes: Int, _ record: HandOffRecord) {
        guard chance.chance(permille: record.raisedHand ? 950 : 860) else {
            let reasons = ["wrong_role", "no_need", "duplicate", "no_need", "bad_contact_details", "no_budget"]
            steps.append((minutes, .does(.reject(reason: reasons[chance.below(reasons.count)]))))
            return
        }
        steps.append((minutes, .does(.accept)))
        if chance.chance(permille: 940) { steps.append((minutes + chance.between(20...900), .does(.contacted))) }
        conclude(after: minutes + chance.between(chance.chance(permille: 930) ? 950...2200 : 2600...4000))
    }

    private mutating func conclude(after minutes: Int) {
        switch chance.below(100) {
        case ..<38:
            steps += DemoFollowUp.confirmed.map { (minutes, .confirms($0.letter, $0.words)) }
            steps.append((minutes, .does(.salesQualify)))
        case ..<66:
            let reasons = ["no_need", "bad_timing", "no_budget", "bad_timing", "only_wanted_content"]
            steps.append((minutes, .does(.reject(reason: reasons[chance.below(reasons.count)]))))
        default: steps.append((minutes, .does(.recycle(reason: "no answer after six touches", until: nil))))
        }
    }

    private static let confirmed: [(letter: SalesQualified.Letter, words: String)] = [
        (.need, "one funnel that both sides believe"), (.authority, "decides together with finance"),
        (.timing, "wants to begin this quarter"), (.budget, "40,000 a year are set aside"),
    ]

    /// What becomes of a buyer who is sales-qualified, and after how many days.
    static func deal(ofBuyer number: Int64) -> [(days: Int, change: DeskInput.OpportunityChange)] {
        var chance = SeededGenerator(seed: 7, stream: 4, index: UInt64(number))
        guard chance.chance(permille: 800) else { return [] }
        let opened = chance.between(1...8)
        let closed = opened + chance.between(15...70)
        switch chance.below(100) {
        case ..<28: return [(opened, .opened), (closed, .won)]
        case ..<65: return [(opened, .opened), (closed, .lost)]
        default: return [(opened, .opened)]
        }
    }
}

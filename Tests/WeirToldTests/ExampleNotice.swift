import WeirFacts
import WeirTold

/// A hand-off that somebody is told of.
enum ExampleNotice {
    static let at = Instant(milliseconds: 1_795_513_800_000)
    static let due = Instant(milliseconds: 1_795_515_600_000)

    static func offered(owner: String = "Ana", reason: String? = "routing rule 2") -> Notice {
        var matter = Notice.Matter()
        matter.handOff = "hof_7"
        matter.buyer = "buy_3"
        matter.account = "acc_1"
        matter.team = "sdr_emea"
        matter.owner = owner
        matter.reason = reason
        matter.dueAt = due
        return Notice(number: 12, at: at, kind: .handOffOffered, matter: matter)
    }

    static let names = NoticeNames(person: "Dana Ruiz", title: "VP Marketing", account: "Fabrikam Bank")
}

extension JSONText {
    var written: String { String(decoding: bytes, as: UTF8.self) }
}

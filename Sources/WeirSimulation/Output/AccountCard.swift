import WeirFacts

/// How an account and its people are called in the files: all text of theirs, ready to copy into rows.
///
/// A class because every row looks at it, and it is dear to copy.
final class AccountCard: Sendable {
    let index: Int
    let company: SimulatedCompany
    let account: [UInt8]
    let domain: [UInt8]
    /// The buyers' ids, by place in the group.
    let buyers: Words
    let emails: Words
    /// The columns `buyer,email,account,domain` of rows, with a comma behind: for each buyer by id, then for each by
    /// e-mail, then by domain, by account, and with a buyer nobody knows.
    let columns: Words
    /// `E0000123-`, the one word with which the message ids of the account begin.
    let messagePrefix: Words
    private let people: Int

    init(story: AccountStory, company: SimulatedCompany) {
        index = story.index
        self.company = company
        people = story.group.count
        let givenDomain = company.domain ?? AccountCard.domain(of: company.name, index: story.index)
        account = CSVText.escaped(company.id ?? AccountNumber.id(story.index))
        domain = CSVText.escaped(givenDomain)
        let ids = story.group.indices.map { AccountCard.buyerID(account: story.index, seat: $0) }
        let addresses = AccountCard.emails(story.group, index: story.index, domain: Array(givenDomain.utf8))
        buyers = Words(ids)
        emails = Words(addresses)
        let accountColumn = account + [0x2C, 0x2C]
        let byID = ids.map { $0 + [0x2C, 0x2C] + accountColumn }
        let byMail = addresses.map { [0x2C] + $0 + [0x2C, 0x2C, 0x2C] }
        let stranger = AccountCard.buyerID(account: story.index, seat: 9999) + [0x2C, 0x2C, 0x2C, 0x2C]
        columns = Words(
            byID + byMail + [[0x2C, 0x2C, 0x2C] + domain + [0x2C], [0x2C, 0x2C] + accountColumn, stranger])
        var prefix = CSVText()
        prefix.raw("E")
        prefix.padded(UInt(story.index + 1), digits: 7)
        prefix.raw("-")
        messagePrefix = Words([prefix.bytes])
    }

    /// Which of `columns` an act's row has.
    @inline(__always)
    func column(of act: Act) -> Int {
        switch act.identity {
        case .known: Int(act.buyer)
        case .emailOnly: people &+ Int(act.buyer)
        case .domainOnly: people &* 2
        case .accountOnly: people &* 2 &+ 1
        case .stranger: people &* 2 &+ 2
        }
    }

    /// `B0000123-04`: the account's number and the place in the group, from 1.
    static func buyerID(account: Int, seat: Int) -> [UInt8] {
        var text = CSVText()
        text.raw("B")
        text.padded(UInt(account + 1), digits: 7)
        text.raw("-")
        text.padded(UInt(seat + 1), digits: 2)
        return text.bytes
    }

    /// `E0000123-000042`: the account's number and the act's, from 1.
    func message(_ sequence: UInt32, to text: inout CSVText) {
        text.raw(messagePrefix[0])
        text.padded(UInt(sequence), digits: 6)
    }

    /// A domain for a company given without one: its name's letters and its number, under a top-level domain reserved
    /// for examples, so that invented people never get real addresses.
    private static func domain(of name: String, index: Int) -> String {
        let letters = String(decoding: PersonNames.inMail(name).prefix(24), as: UTF8.self)
        return "\(letters.isEmpty ? "company" : letters)-\(index + 1).example"
    }

    private static func emails(_ group: [Seat], index: Int, domain: [UInt8]) -> [[UInt8]] {
        var used: Set<[UInt8]> = []
        return group.enumerated().map { place, seat in
            let name = PersonNames.firstInMail[Int(seat.first)] + [0x2E] + PersonNames.lastInMail[Int(seat.last)]
            if let host = seat.freeMail {
                // The account's and the person's numbers keep it unique among all.
                let number = Array("\(index + 1).\(place + 1)@\(PersonNames.freeMailHosts[Int(host)])".utf8)
                return name + number
            }
            var local = name
            if !used.insert(local).inserted {
                local += Array("\(place + 1)".utf8)
                used.insert(local)
            }
            return CSVText.escaped(String(decoding: local + [0x40] + domain, as: UTF8.self))
        }
    }
}

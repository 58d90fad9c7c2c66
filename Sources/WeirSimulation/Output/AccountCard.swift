import WeirFacts

/// How an account and its people are called in the files: all text of theirs, ready to copy into rows.
///
/// A class because every row looks at it, and it is dear to copy.
final class AccountCard: Sendable {
    let index: Int
    let company: SimulatedCompany
    let account: [UInt8]
    let domain: [UInt8]
    let buyers: [[UInt8]]
    let emails: [[UInt8]]

    /// Rows' columns `buyer,email,account,domain` with their commas, by identity and then by place in the group.
    let knownColumns: [[UInt8]]
    let emailColumns: [[UInt8]]
    let domainColumns: [UInt8]
    let accountColumns: [UInt8]
    let strangerColumns: [UInt8]

    init(story: AccountStory, company: SimulatedCompany) {
        index = story.index
        self.company = company
        let account = Array((company.id ?? AccountNumber.id(story.index)).utf8)
        let domain = Array((company.domain ?? AccountCard.domain(of: company.name, index: story.index)).utf8)
        self.account = AccountCard.escaped(account)
        self.domain = AccountCard.escaped(domain)
        buyers = story.group.indices.map { AccountCard.buyerID(account: story.index, seat: $0) }
        emails = AccountCard.emails(story.group, index: story.index, domain: domain)
        let ready = self.account
        knownColumns = buyers.map { $0 + [0x2C, 0x2C] + ready + [0x2C, 0x2C] }
        emailColumns = emails.map { [0x2C] + $0 + [0x2C, 0x2C, 0x2C] }
        domainColumns = [0x2C, 0x2C, 0x2C] + self.domain + [0x2C]
        accountColumns = [0x2C, 0x2C] + ready + [0x2C, 0x2C]
        strangerColumns = AccountCard.buyerID(account: story.index, seat: 9999) + [0x2C, 0x2C, 0x2C, 0x2C]
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
    static func messageID(account: Int, sequence: UInt32, to text: inout CSVText) {
        text.raw("E")
        text.padded(UInt(account + 1), digits: 7)
        text.raw("-")
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
            return escaped(local + [0x40] + domain)
        }
    }

    private static func escaped(_ bytes: [UInt8]) -> [UInt8] {
        var text = CSVText()
        text.field(String(decoding: bytes, as: UTF8.self))
        return text.bytes
    }
}

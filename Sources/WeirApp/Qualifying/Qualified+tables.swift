import WeirFacts
import WeirInsight
import WeirLedger

extension Qualified {
    /// The accounts, for people and programs.
    public func accountTable(banner: String?) -> TableView {
        var table = TableView(
            title: "Qualified accounts as of \(asOf): \(accounts.count)", banner: banner,
            columns: [
                .init("account", "Account"), .init("id", "Id"), .init("since", "Since"),
                .init("score", "Score", isTrailing: true), .init("tier", "Tier"),
                .init("engaged_buyers", "Engaged", isTrailing: true), .init("roles", "Roles engaged"),
                .init("next_change", "Next change"),
            ])
        for account in accounts {
            table.append([
                .text(account.name), .text(account.id), .day(account.since), .points(account.scoreMilli),
                .text(account.tier), .number(account.engagedBuyers),
                .text(account.rolesEngaged.joined(separator: ", ")),
                account.nextChange.map { .day($0) } ?? .nothing("none ahead"),
            ])
        }
        return table
    }

    /// The buyers, for people and programs.
    /// - Parameter people: names and titles, by buyer.
    public func buyerTable(banner: String?, people: [Int64: PersonRecord]) -> TableView {
        var table = TableView(
            title: "Qualified buyers as of \(asOf): \(buyers.count)", banner: banner,
            columns: [
                .init("buyer", "Buyer"), .init("id", "Id"), .init("title", "Title"), .init("account", "Account"),
                .init("role", "Role"), .init("since", "Since"), .init("engagement", "Engagement", isTrailing: true),
                .init("raised_hand", "Raised hand"),
            ])
        for buyer in buyers {
            let person = people[buyer.id]
            table.append([
                .text(person?.label ?? "buy_\(buyer.id)"), .text("buy_\(buyer.id)"),
                person?.title.map { .text($0) } ?? .nothing("no title"), .text(buyer.account), .text(buyer.role),
                .day(buyer.since), .points(buyer.engagementMilli),
                buyer.raisedHand.map { .day($0) } ?? .nothing("–"),
            ])
        }
        return table
    }
}

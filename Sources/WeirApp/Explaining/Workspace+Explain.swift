import WeirFacts
import WeirInsight
import WeirLedger

extension Workspace {
    /// Explains an account or a buyer, found by our id, its id in a source, domain, e-mail address or name.
    /// - Throws: `AppError.notFound`, with what came close, where it is not one record.
    public func explain(_ who: String, under use: AgreementInUse, on day: CivilDay) throws -> ExplanationView {
        guard who.contains(where: { !$0.isWhitespace }) else {
            throw AppError(.usage, "say whom to explain: an id, a domain, an e-mail address or a name")
        }
        return try explain(who, in: Population(self, use), on: day)
    }

    /// The same, for whoever asks more than once of what was read once.
    public func explain(_ who: String, in population: Population, on day: CivilDay) throws -> ExplanationView {
        let columns = population.columns
        let accounts = who.hasPrefix("buy_") ? [] : try ledger.findAccounts(who).asRead(columns.accountAliases)
        if accounts.count > 1 {
            let names = accounts.compactMap { id in
                population.number(ofAccount: id).map { "acc_\(id) \(population.accountNames[$0])" }
            }
            throw AppError(
                .notFound, "several accounts match “\(who)”; name one:\n  " + names.joined(separator: "\n  "))
        }
        if let id = accounts.first, let number = population.number(ofAccount: id) {
            return try AccountExplanation(
                population.use, AccountDossier(self, population, account: number), on: day
            ).accountView()
        }
        let buyers = try ledger.findBuyers(who).asRead(columns.buyerAliases)
        if buyers.count > 1 {
            let people = try ledger.people(buyers)
            let names = buyers.map { "buy_\($0) \(people[$0]?.label ?? ""), \(people[$0]?.title ?? "no title")" }
            throw AppError(.notFound, "several buyers match “\(who)”; name one:\n  " + names.joined(separator: "\n  "))
        }
        guard let buyer = buyers.first else {
            throw AppError(
                .notFound,
                "no account or buyer is known as “\(who)”; use an id (acc_12, buy_7), a domain, an e-mail or a name")
        }
        guard let (account, number) = population.place(ofBuyer: buyer) else {
            throw AppError(
                .notFound,
                "“\(who)” is known, but is not placed on any account, so nothing is folded for them; give the "
                    + "account in an import (account_id, company or domain)")
        }
        return try AccountExplanation(
            population.use, AccountDossier(self, population, account: account), on: day
        ).buyerView(number)
    }
}

extension [Int64] {
    /// The records that these are read as, each once.
    fileprivate func asRead(_ aliases: [Int64: Int64]) -> [Int64] {
        var seen: Set<Int64> = []
        return map { aliases[$0] ?? $0 }.filter { seen.insert($0).inserted }
    }
}

extension Population {
    func number(ofAccount id: Int64) -> Int? {
        columns.accounts.firstIndex(of: columns.accountAliases[id] ?? id)
    }

    func place(ofBuyer id: Int64) -> (account: Int, number: Int)? {
        guard let place = columns.buyers.firstIndex(of: columns.buyerAliases[id] ?? id) else { return nil }
        guard let account = columns.buyerStarts.lastIndex(where: { $0 <= place }) else { return nil }
        return (account, place - columns.buyerStarts[account])
    }
}

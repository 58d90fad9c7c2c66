import WeirFacts
import WeirIntake
import WeirLedger
import WeirMarket

/// What the inbound gate says of one post of a form.
public struct CheckedPost: Sendable {
    /// Line of the file.
    public var line: Int
    public var email: String
    public var verdict: GateVerdict
    /// The account that the post was matched with.
    public var account: String?
    public var accountName: String?
    /// The company above all others of its group.
    public var ultimateParent: AccountGroups.Member?
    /// Where no domain and no name as written told the account: those that its name may mean, the best first.
    public var candidates: [AccountMatch]
}

/// What the inbound gate says of a file of posts.
public struct GateCheckOutcome: Sendable {
    public var posts: [CheckedPost]
    public var tally: GateTally
    public var unreadable: [RejectedRow]
}

extension Workspace {
    /// Judges a file of form posts as they would be judged on arrival. Nothing is recorded.
    public func checkGate(
        _ file: String, mapping: MappingOptions = MappingOptions(), under use: AgreementInUse
    ) throws -> GateCheckOutcome {
        let table = try LabelledTable(file, mapping: mapping)
        guard table.names.contains("email") else {
            throw AppError(
                .badData,
                "\(file): no column says email; name it with --map COLUMN=email. Its columns are: "
                    + table.headers.joined(separator: ", "))
        }
        let mail = try mailDomains()
        let search = try companies()
        var outcome = GateCheckOutcome(posts: [], tally: GateTally(), unreadable: table.unreadable)
        try ledger.readLive(isFreeMail: CompanyMail().isFree) { reader in
            for row in table.rows {
                try Task.checkCancellation()
                let post = FormPost(
                    email: (row.fields["email"] ?? "").lowercased().filter { !$0.isWhitespace },
                    company: row.fields["account_name"], website: row.fields["account_domain"],
                    country: row.fields["country"])
                let checked = try reader.check(post, line: row.line, use, mail, search)
                outcome.tally.add(checked.verdict)
                outcome.posts.append(checked)
            }
        }
        return outcome
    }
}

extension LiveReader {
    /// The company that a post comes from, where its words say so exactly: the one known under its domains, the most
    /// exact first, or under its name as written.
    func company(of post: FormPost, _ mail: MailDomains) throws -> Int64? {
        for domain in CompiledGate.domains(of: post, mail: mail) {
            if let account = try account(ofDomain: domain) { return account }
        }
        return try post.company.flatMap { try account(named: $0) }
    }

    /// Judges a post as on arrival.
    func check(
        _ post: FormPost, line: Int, _ use: AgreementInUse, _ mail: MailDomains, _ search: CompanySearch
    ) throws -> CheckedPost {
        var account = try company(of: post, mail)
        var found: [CompanyFinder.Found] = []
        if account == nil, post.company != nil {
            found = search.find(post.query)
            account = found.first { $0.isSure }?.account
        }
        let known = try account.flatMap { try accounts(after: 0, limit: 1, only: $0).first }
        let verdict = use.gate.judge(
            post,
            known.map { MatchedCompany(name: $0.name, domain: $0.domain, attributes: $0.attributes) }, mail: mail)
        return CheckedPost(
            line: line, email: post.email, verdict: verdict, account: known.map { RecordID.account.text($0.id) },
            accountName: known.flatMap { $0.name ?? $0.domain },
            ultimateParent: known.flatMap { search.groups.ultimateParent(of: RecordID.account.text($0.id)) },
            candidates: found.map { AccountMatch($0, search.groups) })
    }
}

extension FormPost {
    /// What the matcher is asked for it.
    var query: CompanyQuery { CompanyQuery(name: company, domain: website, email: email, country: country) }
}

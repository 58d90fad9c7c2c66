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
        var outcome = GateCheckOutcome(posts: [], tally: GateTally(), unreadable: table.unreadable)
        try ledger.readLive(isFreeMail: CompanyMail().isFree) { reader in
            for row in table.rows {
                let post = FormPost(
                    email: (row.fields["email"] ?? "").lowercased().filter { !$0.isWhitespace },
                    company: row.fields["account_name"], website: row.fields["account_domain"],
                    country: row.fields["country"])
                let known = try reader.company(of: post, mail)
                let verdict = use.gate.judge(post, known?.company, mail: mail)
                outcome.tally.add(verdict)
                outcome.posts.append(
                    CheckedPost(
                        line: row.line, email: post.email, verdict: verdict,
                        account: known.map { RecordID.account.text($0.account) }))
            }
        }
        return outcome
    }
}

extension LiveReader {
    /// The company known under a post's domains, the most exact first, or else under its name.
    fileprivate func company(of post: FormPost, _ mail: MailDomains) throws -> (
        account: Int64, company: MatchedCompany
    )? {
        var found: Int64?
        for domain in CompiledGate.domains(of: post, mail: mail) where found == nil {
            found = try account(ofDomain: domain)
        }
        if found == nil, let name = post.company { found = try account(named: name) }
        guard let found, let listed = try accounts(after: 0, limit: 1, only: found).first else { return nil }
        return (
            listed.id, MatchedCompany(name: listed.name, domain: listed.domain, attributes: listed.attributes)
        )
    }
}

import WeirAgreement
import WeirFacts
import WeirIntake
import WeirLedger

/// A lead of Sales' that is on disk.
struct RecordedLead: Sendable {
    /// The person meant.
    var buyer: Int64
    /// Nobody had heard of them before.
    var isNew: Bool
}

/// Leads come in as inquiries do: matched with the companies that are known, under an address that says who they are.
extension InquiryDesk {
    /// What leads of Sales' own are kept under, so that they are credited to it.
    static let salesSource = "sales"

    /// - Parameter check: asked about whoever is known already, before anything is recorded.
    func record(
        _ lead: SalesLead, check: @escaping @Sendable (Int64) throws -> Void
    ) async throws -> RecordedLead {
        var inquiry = try Inquiry(
            email: lead.email, name: lead.name, title: lead.title, company: lead.company, website: lead.website,
            country: lead.country, message: lead.note, form: "Lead Added"
        ).checked()
        let ledger = workspace.ledger
        let email = inquiry.email
        let find = { @Sendable () throws -> Int64? in
            guard let found = try ledger.findBuyers(email).first else { return nil }
            return try ledger.readLive(isFreeMail: CompanyMail().isFree) { try $0.place(of: found).buyer }
        }
        let known = try await onDisk {
            let known = try find()
            if let known { try check(known) }
            return known
        }
        let source = try await onDisk { try ledger.source(named: InquiryDesk.salesSource) }
        let match = try await match(inquiry)
        // A company that is known keeps its name, however it was typed.
        inquiry.company = match?.name ?? inquiry.company
        var event = event(inquiry, "lead:" + inquiry.digest, match, definitions.now, clock())
        event.kind = "lead"
        let lead = event
        _ = try await ServiceError.wrapping { try await intake.record([lead], source: source) }
        guard let buyer = try await onDisk(find) else {
            throw ServiceError(.unavailable, "the lead was not stored; send it again", retryAfterSeconds: 1)
        }
        return RecordedLead(buyer: buyer, isNew: known == nil)
    }
}

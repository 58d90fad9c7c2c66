import WeirAgreement
import WeirFacts
import WeirFold
import WeirInsight
import WeirLedger

/// Everything that an account's page shows, as of a day.
public struct AccountPortrait: Sendable {
    public var summary: AccountSummary
    public var asOf: CivilDay
    public var explanation: ExplanationView
    public var band: ScoreBand
    public var seats: SeatGrid
    /// Newest first.
    public var shares: [ConversationShare]
    /// Newest first, a part of it.
    public var timeline: [TimelineEntry]
    /// How many entries there are in all.
    public var timelineCount: Int
}

extension Service {
    /// - Parameters:
    ///   - day: `nil` is today, in the agreement's time zone.
    ///   - seesPeople: whether people are named; otherwise their titles stand for them.
    ///   - from: how many entries of the timeline to leave out.
    public func portrait(
        of account: String, asOf day: CivilDay?, seesPeople: Bool, timelineFrom from: Int = 0
    ) async throws -> AccountPortrait {
        let number = try RecordID.account.number(account)
        let use = try inForce
        let day = day ?? use.days.day(of: clock())
        let summary = try await self.account(account)
        let workspace = workspace
        return try await onDisk {
            guard let dossier = try AccountDossier(workspace, use, number) else {
                throw RecordID.account.notFound(account)
            }
            let deals = try workspace.ledger.readLive(isFreeMail: { _ in false }) { reader in
                try reader.opportunities(after: 0, limit: 100, account: dossier.account)
            }
            let explained = AccountExplanation(use, dossier, on: day, seesPeople: seesPeople)
            let drawing = PortraitDrawing(explained: explained, deals: deals)
            let timeline = drawing.timeline
            return AccountPortrait(
                summary: summary, asOf: day, explanation: try explained.accountView(), band: drawing.band,
                seats: drawing.seats,
                shares: drawing.shares, timeline: Array(timeline.dropFirst(max(0, from)).prefix(30)),
                timelineCount: timeline.count)
        }
    }
}

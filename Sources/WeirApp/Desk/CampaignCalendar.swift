import Foundation
import WeirDesk
import WeirIntake

/// What is planned: the campaigns that the forecast of the pages counts with. Kept in the workspace as `campaigns.csv`, in
/// the format of `weir plan`.
public struct CampaignCalendar: Hashable, Sendable {
    public var text: String
    public var campaigns: [PlannedCampaign]

    public init(text: String, campaigns: [PlannedCampaign]) { (self.text, self.campaigns) = (text, campaigns) }

    /// Bytes of the file.
    static let most = 256 * 1024
}

extension Service {
    /// The calendar that is kept; empty where there is none.
    /// - Throws: `AppError.badData` where somebody wrote something else into the file.
    public func campaignCalendar() async throws -> CampaignCalendar {
        let path = workspace.folder + "/campaigns.csv"
        return try await onDisk {
            guard FileManager.default.fileExists(atPath: path) else { return CampaignCalendar(text: "", campaigns: []) }
            let text = String(decoding: try Files.read(path, limit: CampaignCalendar.most), as: UTF8.self)
            return CampaignCalendar(text: text, campaigns: try PlannedCampaign.read(path))
        }
    }

    /// Keeps another calendar.
    /// - Throws: `invalid` with the line that is no campaign; then the one before stays.
    public func keepCampaigns(_ text: String) async throws {
        guard text.utf8.count < CampaignCalendar.most else {
            throw ServiceError(.invalid, "a calendar has at most 256 KiB")
        }
        let path = workspace.folder + "/campaigns.csv"
        let bytes = Array(text.utf8)
        try await onDisk {
            if text.allSatisfy(\.isWhitespace) {
                try? FileManager.default.removeItem(atPath: path)
                return
            }
            do { _ = try PlannedCampaign.read(MemoryBytes(bytes), called: "line") } catch {
                throw ServiceError(.invalid, "\(error)".replacing("line:", with: "line "))
            }
            try Files.write(bytes, to: path)
        }
    }
}

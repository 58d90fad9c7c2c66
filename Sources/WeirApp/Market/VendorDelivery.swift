import Crypto
import Foundation
import WeirFacts
import WeirMarket

/// What a vendor delivered with one list, kept in the workspace's folder `lists` for the scorecard. It names accounts
/// by our ids and nobody by name or address.
struct VendorDelivery: Codable {
    var vendor: String
    /// The name of the file, without its folder.
    var file: String
    var checkedAt: Int64
    var lines = 0
    var accepted = 0
    /// Rejected lines by their leading reason.
    var rejections: [String: Int] = [:]
    /// Accepted lines by account.
    var accounts: [Int: Int] = [:]
    var costs: [Money] = []

    init(_ vendor: String?, file: String, at now: Instant) {
        self.vendor = vendor ?? ""
        self.file = URL(filePath: file).lastPathComponent
        checkedAt = now.milliseconds
    }

    mutating func add(_ verdict: LineVerdict) {
        lines += 1
        if let leading = verdict.reasons.first {
            rejections[leading.code.rawValue, default: 0] += 1
        } else {
            accepted += 1
            if let account = verdict.company?.account { accounts[Int(account), default: 0] += 1 }
        }
    }

    /// Keeps it under the digest of what was checked, so that the same list checked again does not count twice; the
    /// day of the first check stays.
    func keep(in workspace: Workspace, digest of: [UInt8]) throws {
        let folder = workspace.folder + "/lists"
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw AppError(.cannotWrite, "\(folder) cannot be made: \(error.localizedDescription)")
        }
        let name = Secret.hex(SHA256.hash(data: Data(of + Array(vendor.utf8)))).prefix(16)
        let path = "\(folder)/\(name).json"
        var kept = self
        if let before = try? VendorDelivery.read(path) { kept.checkedAt = before.checkedAt }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try Files.write(try encoder.encode(kept), to: path)
    }

    /// All that are kept, by name of the file.
    static func all(in workspace: Workspace) throws -> [VendorDelivery] {
        let folder = workspace.folder + "/lists"
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return try names.filter { $0.hasSuffix(".json") }.sorted().map { try read("\(folder)/\($0)") }
    }

    private static func read(_ path: String) throws -> VendorDelivery {
        do {
            return try JSONDecoder().decode(VendorDelivery.self, from: Data(try Files.read(path)))
        } catch is DecodingError {
            throw AppError(.badData, "\(path) is not what weir list check keeps; delete it and check that list again")
        }
    }
}

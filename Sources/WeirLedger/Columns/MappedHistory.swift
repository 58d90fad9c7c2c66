import WeirFold

/// The facts of all accounts as columns in a mapped file.
public struct MappedHistory: HistoryColumns {
    private let file: MappedFile
    private let extents: [ColumnExtent]
    /// Number of each account's first profile.
    private let firstProfiles: [Int]
    /// Whether accounts have profiles of their own; else their notes name some that they share.
    private let hasOwnProfiles: Bool
    public let firstDay: Int32
    public let engagementCount: Int

    init(_ index: ColumnIndex, _ file: MappedFile) {
        self.file = file
        extents = index.extents
        firstDay = index.firstDay
        engagementCount = index.engagementCount
        var profiles = 0
        firstProfiles = index.extents.map { extent in
            defer { profiles += extent.profiles }
            return profiles
        }
        hasOwnProfiles = profiles > 0
    }

    public var accountCount: Int { extents.count }

    public func engagementCount(of account: Int) -> Int { extents[account].rows }

    public func profiles(of account: Int) -> Range<Int>? {
        hasOwnProfiles ? firstProfiles[account]..<firstProfiles[account] + extents[account].profiles : nil
    }

    public func withAccount<Result>(_ account: Int, _ body: (borrowing AccountRows) throws -> Result) rethrows
        -> Result
    {
        try file.withRows(
            extents[account], firstDay: firstDay, firstProfile: firstProfiles[account], body)
    }

    /// Bytes that the columns of all accounts take, without the index.
    public var byteCount: Int { extents.reduce(0) { $0 + $1.words } * 8 }
}

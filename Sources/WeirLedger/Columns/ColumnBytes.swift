import Foundation
import WeirFold

/// A file mapped into memory, to read.
///
/// Proof that it is sound, and may be shared between threads: `base` points at `byteCount` readable bytes from the
/// successful `mmap` in `init` to the `munmap` in `deinit`; all stored properties are constants, and the mapping is
/// private and read-only, so nobody writes through it. Every access goes through ``buffer(of:at:count:)``, which checks
/// that the range lies inside the mapping and that its beginning is aligned for the element before a pointer is made.
/// The elements are integers, for which every bit pattern is a value. Spans of them are lent to a closure that cannot
/// keep them, while `self` is alive. A ledger's columns are appended to, or replaced by a file of another name, never
/// shortened, so none of their pages vanishes; ``HistoryWriter`` begins its file anew, so it must not be used on a folder
/// whose columns are still mapped. Whoever cuts a mapped file from outside ends the program, as with any mapping.
final class MappedFile: @unchecked Sendable {
    private let base: UnsafeRawPointer
    let byteCount: Int

    /// - Parameter byteCount: how much of the file to map; `nil` where it is shorter than that or cannot be mapped.
    init?(path: String, byteCount: Int) {
        guard byteCount >= 0 else { return nil }
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, Int(status.st_size) >= byteCount else { return nil }
        // An empty mapping is an error to the system, so an empty file is mapped a page long and never read.
        guard let mapped = mmap(nil, max(byteCount, 1), PROT_READ, MAP_PRIVATE, file, 0), mapped != MAP_FAILED
        else { return nil }
        base = UnsafeRawPointer(mapped)
        self.byteCount = byteCount
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: base), max(byteCount, 1)) }

    /// Lends words of 64 bits.
    /// - Parameter words: counted from the beginning of the file.
    func withWords<Result>(_ words: Range<Int>, _ body: (Span<UInt64>) throws -> Result) rethrows -> Result {
        try body(buffer(of: UInt64.self, at: words.lowerBound * 8, count: words.count).span)
    }

    /// Lends the columns of one account.
    func withRows<Result>(
        _ extent: ColumnExtent, firstDay: Int32, firstProfile: Int,
        _ body: (borrowing AccountRows) throws -> Result
    ) rethrows -> Result {
        let rows = extent.rows
        var place = extent.place * 8
        func next<Element: FixedWidthInteger & BitwiseCopyable>(_: Element.Type, _ count: Int)
            -> UnsafeBufferPointer<Element>
        {
            defer { place += count * MemoryLayout<Element>.stride }
            return buffer(of: Element.self, at: place, count: count)
        }
        let notes = next(UInt32.self, extent.notes * History.Note.words)
        let shares = next(UInt32.self, extent.shares * 2)
        let days = next(UInt16.self, rows)
        let buyers = next(UInt16.self, rows)
        let signals = next(UInt16.self, rows)
        let contents = next(UInt16.self, rows)
        let buyersHigh = next(UInt16.self, extent.hasManyBuyers ? rows : 0)
        let contentsHigh = next(UInt16.self, extent.hasManyContents ? rows : 0)
        return try body(
            AccountRows(
                days: days.span, buyers: buyers.span, buyersHigh: buyersHigh.span, signals: signals.span,
                contents: contents.span, contentsHigh: contentsHigh.span, shares: shares.span, notes: notes.span,
                buyerCount: extent.buyers, firstDay: firstDay, firstProfile: firstProfile))
    }

    private func buffer<Element: FixedWidthInteger & BitwiseCopyable>(
        of _: Element.Type, at place: Int, count: Int
    ) -> UnsafeBufferPointer<Element> {
        let length = count * MemoryLayout<Element>.stride
        precondition(place >= 0 && count >= 0 && length <= byteCount - place, "outside the mapped file")
        precondition(place % MemoryLayout<Element>.alignment == 0, "not aligned")
        return UnsafeBufferPointer(
            start: (base + place).assumingMemoryBound(to: Element.self), count: count)
    }
}

/// A file that words are appended to.
final class WordFile {
    private let file: Int32
    private let path: String
    private(set) var wordCount: Int

    /// - Parameter keeping: words to keep from the beginning of the file; what is after them is cut off.
    init(path: String, keeping wordCount: Int = 0) throws(LedgerError) {
        self.path = path
        self.wordCount = wordCount
        file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw WordFile.failure(path, "cannot be made") }
        guard lseek(file, off_t(wordCount * 8), SEEK_SET) >= 0 else {
            throw WordFile.failure(path, "cannot be written")
        }
        if wordCount == 0, ftruncate(file, 0) != 0 { throw WordFile.failure(path, "cannot be written") }
    }

    deinit { close(file) }

    func append(_ words: [UInt64]) throws(LedgerError) {
        let isWritten = words.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written < 0 && errno == EINTR { continue }
                guard written > 0 else { return false }
                rest = rest.dropFirst(written)
            }
            return true
        }
        guard isWritten else { throw WordFile.failure(path, "cannot be written") }
        wordCount += words.count
    }

    /// Waits until everything is on disk.
    func synchronize() throws(LedgerError) {
        guard fsync(file) == 0 else { throw WordFile.failure(path, "cannot be written") }
    }

    private static func failure(_ path: String, _ what: String) -> LedgerError {
        LedgerError(.full, "\(path) \(what): \(String(cString: strerror(errno)))")
    }
}

/// The runs of letters and digits in a folded name.
///
/// Apostrophes vanish. A dot vanishes next to a single letter (`p.l.c.`, `a. o.`) and parts words else (`amazon.com`).
/// Short runs around an ampersand are one word (`at&t`), and so are single letters in a row (`a o smith`).
enum LetterRuns {
    static func runs(of folded: String) -> [String] {
        let bytes = joinedAtAmpersands(Array(folded.utf8))
        var runs: [String] = []
        runs.reserveCapacity(6)
        var letters: [UInt8] = []
        var run: [UInt8] = []
        /// Single letters in a row, not yet closed.
        func closeLetters() {
            if !letters.isEmpty { runs.append(String(decoding: letters, as: UTF8.self)) }
            letters.removeAll(keepingCapacity: true)
        }
        func close() {
            guard !run.isEmpty else { return }
            if run.count == 1, isLetter(run[0]) {
                letters.append(run[0])
            } else {
                closeLetters()
                runs.append(String(decoding: run, as: UTF8.self))
            }
            run.removeAll(keepingCapacity: true)
        }
        var place = 0
        while place < bytes.count {
            let byte = bytes[place]
            switch byte {
            case 0x61...0x7A, 0x30...0x39, 0x80...: run.append(byte)
            case 0x27: break
            case 0x2E:
                let next = length(bytes, from: place + 1)
                if run.count > 1 && next != 1 || next == 0 && run.count != 1 { close() }
            case 0x26, 0x2B:
                let next = length(bytes, from: place + 1)
                if run.isEmpty || run.count > 2 || next == 0 || next > 2 {
                    close()
                    closeLetters()
                    runs.append("and")
                }
            default: close()
            }
            place += 1
        }
        close()
        closeLetters()
        return runs
    }

    /// "at & t" as "at&t": without the spaces around an ampersand between runs of one or two.
    private static func joinedAtAmpersands(_ bytes: [UInt8]) -> [UInt8] {
        guard bytes.contains(0x26) else { return bytes }
        var bytes = bytes
        var place = 0
        while place < bytes.count {
            if bytes[place] == 0x26 {
                var start = place
                while start > 0, bytes[start - 1] == 0x20 { start -= 1 }
                var end = place + 1
                while end < bytes.count, bytes[end] == 0x20 { end += 1 }
                var before = start
                while before > 0, isWordByte(bytes[before - 1]) { before -= 1 }
                if (1...2).contains(start - before), (1...2).contains(length(bytes, from: end)) {
                    bytes.replaceSubrange(start..<end, with: [0x26])
                    place = start
                }
            }
            place += 1
        }
        return bytes
    }

    private static func length(_ bytes: [UInt8], from start: Int) -> Int {
        var end = start
        while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
        return end - start
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || byte >= 0x30 && byte <= 0x39 || byte >= 0x80
    }
}

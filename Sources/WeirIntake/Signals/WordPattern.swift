/// Text with stars in it, compared without case.
struct WordPattern: Hashable, Sendable {
    private enum Piece: Hashable, Sendable {
        case byte(UInt8)
        /// Any run of bytes; of a path, without a slash.
        case run
        /// Any run of bytes, slashes too.
        case anything
    }

    private let pieces: [Piece]
    /// What stands before the first star: most texts differ there already.
    private let beginning: [UInt8]
    private let hasStars: Bool
    /// One star at the end that takes anything.
    private let isBeginning: Bool

    /// - Parameter isPath: whether `*` ends at a slash and `**` does not.
    init(_ text: String, isPath: Bool) {
        let bytes = Array(WordPattern.lowered(text))
        var pieces: [Piece] = []
        var index = 0
        while index < bytes.count {
            guard bytes[index] == 0x2A else {
                pieces.append(.byte(bytes[index]))
                index += 1
                continue
            }
            var stars = 0
            while index < bytes.count, bytes[index] == 0x2A {
                stars += 1
                index += 1
            }
            pieces.append(isPath && stars == 1 ? .run : .anything)
        }
        self.pieces = pieces
        beginning = Array(bytes.prefix { $0 != 0x2A })
        hasStars = beginning.count < bytes.count
        isBeginning = pieces.count == beginning.count + 1 && pieces.last == .anything
    }

    /// Whether the text fits. `lowered` is in small letters, as ``lowered(_:)`` gives it.
    ///
    /// Takes time in proportion to the text times the pattern, whatever they hold.
    func fits(_ lowered: [UInt8]) -> Bool {
        guard lowered.count >= beginning.count, hasStars || lowered.count == beginning.count else { return false }
        for place in beginning.indices where lowered[place] != beginning[place] { return false }
        if !hasStars || isBeginning { return true }
        // `reached[p]`: the text so far fits the first `p` pieces.
        var reached = [Bool](repeating: false, count: pieces.count + 1)
        var next = reached
        reached[0] = true
        skipStars(&reached)
        for byte in lowered {
            for place in next.indices { next[place] = false }
            var isAlive = false
            for (place, piece) in pieces.enumerated() {
                switch piece {
                case .byte(let wanted) where wanted == byte && reached[place]: next[place + 1] = true
                case .run where byte != 0x2F && reached[place], .anything where reached[place]: next[place] = true
                default: continue
                }
                isAlive = true
            }
            guard isAlive else { return false }
            skipStars(&next)
            swap(&reached, &next)
        }
        return reached[pieces.count]
    }

    /// A star may stand for nothing.
    private func skipStars(_ reached: inout [Bool]) {
        for (place, piece) in pieces.enumerated() where reached[place] {
            switch piece {
            case .run, .anything: reached[place + 1] = true
            case .byte: continue
            }
        }
    }

    static func lowered(_ text: String) -> [UInt8] {
        let isPlain = text.utf8.allSatisfy { $0 < 0x80 }
        return isPlain ? text.utf8.map(asciiLower) : Array(text.lowercased().utf8)
    }
}

/// Names of events: `Demo Requested`, `demo_requested` and `demoRequested` are one name.
enum EventName {
    /// Small letters without spaces, hyphens, underscores and dots; stars stay.
    static func compact(_ name: String) -> String {
        String(decoding: compactBytes(name), as: UTF8.self)
    }

    static func compactBytes(_ name: String) -> [UInt8] {
        let isPlain = name.utf8.allSatisfy { $0 < 0x80 }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(name.utf8.count)
        for byte in (isPlain ? name : name.lowercased()).utf8 {
            if byte != 0x20 && byte != 0x5F && byte != 0x2D && byte != 0x2E { bytes.append(asciiLower(byte)) }
        }
        return bytes
    }
}

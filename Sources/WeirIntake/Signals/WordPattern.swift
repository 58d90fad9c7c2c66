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
    /// The text itself, where it has no stars.
    private let literal: [UInt8]?

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
        literal = bytes.contains(0x2A) ? nil : bytes
    }

    /// Whether the text fits. `lowered` is in small letters, as ``lowered(_:)`` gives it.
    ///
    /// Takes time in proportion to the text times the pattern, whatever they hold.
    func fits(_ lowered: [UInt8]) -> Bool {
        if let literal { return literal == lowered }
        // `reached[p]`: the text so far fits the first `p` pieces.
        var reached = [Bool](repeating: false, count: pieces.count + 1)
        reached[0] = true
        skipStars(&reached)
        for byte in lowered {
            var next = [Bool](repeating: false, count: pieces.count + 1)
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
            reached = next
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
        let plain = name.utf8.allSatisfy { $0 < 0x80 } ? name : name.lowercased()
        var bytes: [UInt8] = []
        for byte in plain.utf8 where byte != 0x20 && byte != 0x5F && byte != 0x2D && byte != 0x2E {
            bytes.append(asciiLower(byte))
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

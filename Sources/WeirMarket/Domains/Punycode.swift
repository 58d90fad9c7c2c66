/// Labels of host names in their `xn--` form, read back into letters (RFC 3492).
enum Punycode {
    /// The host with every `xn--` label as letters; labels that do not decode stay as they are.
    static func decoded(host: String) -> String {
        guard host.contains("xn--") else { return host }
        return host.split(separator: ".", omittingEmptySubsequences: false).map { label in
            label.hasPrefix("xn--") ? letters(Array(label.utf8.dropFirst(4))) ?? String(label) : String(label)
        }.joined(separator: ".")
    }

    /// What follows `xn--`, as letters; `nil` when it is no Punycode.
    private static func letters(_ bytes: [UInt8]) -> String? {
        var scalars: [Unicode.Scalar] = []
        var next = 0
        if let dash = bytes.lastIndex(of: 0x2D) {
            for byte in bytes[..<dash] {
                guard byte < 0x80 else { return nil }
                scalars.append(Unicode.Scalar(byte))
            }
            next = dash + 1
        }
        var code = 0x80
        var place = 0
        var bias = 72
        while next < bytes.count {
            let before = place
            var weight = 1
            var step = 36
            while true {
                guard next < bytes.count, let digit = digit(bytes[next]), place < 0x7fff_ffff else { return nil }
                next += 1
                guard weight < 0x7fff_ffff / 36 else { return nil }
                place += digit * weight
                let threshold = min(max(step - bias, 1), 26)
                if digit < threshold { break }
                weight *= 36 - threshold
                step += 36
            }
            let count = scalars.count + 1
            bias = adapted(place - before, count: count, isFirst: before == 0)
            code += place / count
            place %= count
            guard let value = UInt32(exactly: code), let scalar = Unicode.Scalar(value), place <= scalars.count else {
                return nil
            }
            scalars.insert(scalar, at: place)
            place += 1
        }
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars)
        return text
    }

    private static func digit(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x61...0x7A: Int(byte) - 0x61
        case 0x41...0x5A: Int(byte) - 0x41
        case 0x30...0x39: Int(byte) - 0x30 + 26
        default: nil
        }
    }

    private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var step = 0
        while delta > 455 {
            delta /= 35
            step += 36
        }
        return step + 36 * delta / (delta + 38)
    }
}

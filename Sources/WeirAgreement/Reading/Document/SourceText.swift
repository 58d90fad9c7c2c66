/// The bytes of a file, judged before they are read as YAML: size, encoding, and characters that show nothing on
/// screen and could therefore make a text look different from what it says.
struct SourceText {
    /// Largest file, bytes.
    static let largest = 1 << 20

    /// What is handed to the YAML reader: valid UTF-8 without byte order mark, hidden characters made spaces.
    let readable: [UInt8]

    /// - Returns: `nil` when the file cannot be read at all; why is reported.
    init?(_ bytes: [UInt8], _ problems: ProblemList) {
        guard bytes.count <= SourceText.largest else {
            problems.add(
                .fileTooLarge, at: .start, "the file has \(bytes.count) bytes",
                "at most 1 MiB (\(SourceText.largest) bytes) is read: put long lists into files of their own")
            return nil
        }
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        var inspection = Inspection(bytes.starts(with: mark) ? bytes.dropFirst(3) : bytes[...], problems)
        guard let readable = inspection.run() else { return nil }
        self.readable = readable
    }

    /// Controls, line separators that YAML versions disagree on, and characters without a shape of their own.
    static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .format, .privateUse, .unassigned, .surrogate: return true
        case .spaceSeparator: return true
        default: break
        }
        switch scalar.value {
        // Fillers and selectors that draw nothing, though Unicode files them under letters, marks and symbols.
        case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x2800, 0x3164, 0xFE00...0xFE0F, 0xFFA0,
            0xE0100...0xE01EF:
            return true
        default: return false
        }
    }
}

/// One pass over the characters.
private struct Inspection {
    private let bytes: ArraySlice<UInt8>
    private let problems: ProblemList
    private var place = Place.start
    private var readable: [UInt8] = []
    private var offset: Int
    private var lastLineWithTab = 0

    init(_ bytes: ArraySlice<UInt8>, _ problems: ProblemList) {
        self.bytes = bytes
        self.problems = problems
        offset = bytes.startIndex
    }

    mutating func run() -> [UInt8]? {
        readable.reserveCapacity(bytes.count)
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        while true {
            switch decoder.decode(&iterator) {
            case .emptyInput: return readable
            case .error:
                problems.add(
                    .notUTF8, at: place, "there are bytes here that are not UTF-8 text", "save the file as UTF-8")
                return nil
            case .scalarValue(let scalar): take(scalar)
            }
        }
    }

    private mutating func take(_ scalar: Unicode.Scalar) {
        offset += UTF8.width(scalar)
        switch scalar {
        case "\n":
            readable.append(UInt8(ascii: "\n"))
            place = Place(line: place.line + 1, column: 1)
            return
        case "\r" where offset < bytes.endIndex && bytes[offset] == UInt8(ascii: "\n"):
            readable.append(UInt8(ascii: "\r"))
        case "\t":
            if lastLineWithTab != place.line {
                problems.add(.tab, at: place, "a tab stands here", "use spaces: a tab looks different everywhere")
            }
            lastLineWithTab = place.line
            readable.append(UInt8(ascii: " "))
        case _ where SourceText.isHidden(scalar):
            report(scalar)
            // One space for one character, so that columns stay true.
            readable.append(UInt8(ascii: " "))
        default:
            readable.append(contentsOf: UTF8.encode(scalar).map(Array.init) ?? [])
        }
        place.column += 1
    }

    private func report(_ scalar: Unicode.Scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        let number = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
        problems.add(
            .hiddenCharacter, at: place, "the invisible character U+\(number) stands here",
            "delete it, or type a plain space: what is signed must be what is seen")
    }
}

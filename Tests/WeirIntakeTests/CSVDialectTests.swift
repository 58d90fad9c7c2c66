import Testing
import WeirIntake

@Suite("Dialects of delimited tables")
struct CSVDialectTests {
    static let sameTable: [(String, String)] = [
        ("comma", "a,b\n1,2\n3,4\n"),
        ("semicolon", "a;b\n1;2\n3;4\n"),
        ("tab", "a\tb\n1\t2\n3\t4\n"),
        ("stroke", "a|b\n1|2\n3|4\n"),
        ("CRLF", "a,b\r\n1,2\r\n3,4\r\n"),
        ("CR alone", "a,b\r1,2\r3,4\r"),
        ("no line end at the end", "a,b\n1,2\n3,4"),
        ("byte order mark", "\u{FEFF}a,b\n1,2\n3,4\n"),
        ("quotes everywhere", "\"a\",\"b\"\n\"1\",\"2\"\n\"3\",\"4\"\n"),
        ("spaces before quotes", "\"a\", \"b\"\n\"1\", \"2\"\n\"3\", \"4\"\n"),
        ("spaces behind quotes", "\"a\" ,\"b\"\n\"1\" ,\"2\" \n\"3\",\"4\"\n"),
        ("blank lines", "\n\na,b\n\n1,2\n\n\n3,4\n\n"),
        ("empty extra fields", "a,b\n1,2,,\n3,4,\n"),
        ("declared for Excel", "sep=;\na;b\n1;2\n3;4\n"),
        ("header with another mark quoted", "\"a\";\"b\"\n1;2\n3;4\n"),
    ]

    @Test("the same table in every dialect", arguments: sameTable)
    func readsTheSame(name: String, text: String) throws {
        for chunk in [1, 2, 3, 7, 1000] {
            let table = try ReadTable(Array(text.utf8), chunk: chunk)
            #expect(table.headers == ["a", "b"], "\(name), \(chunk) bytes at a time")
            #expect(table.rows == [["1", "2"], ["3", "4"]], "\(name), \(chunk) bytes at a time")
            #expect(table.rejected.isEmpty)
        }
    }

    @Test func quotedFieldsHoldDelimitersQuotesAndLineEnds() throws {
        let table = try ReadTable("a,b\n\"x,y\",\"say \"\"hi\"\"\"\n\"two\r\nlines\",\"\"\nlast,\"\"\"\"\n")
        #expect(table.rows == [["x,y", "say \"hi\""], ["two\r\nlines", ""], ["last", "\""]])
        #expect(table.lines == [2, 3, 5])
    }

    @Test func shortRowsLackTheirLastFieldsAndLongOnesAreRejected() throws {
        let table = try ReadTable("a,b,c\n1\n1,2,3,4\n1,2,3\n")
        #expect(table.rows == [["1", "", ""], ["1", "2", "3"]])
        #expect(table.lines == [2, 4])
        let rejected = try #require(table.rejected.first)
        #expect(table.rejected.count == 1)
        #expect(rejected.problem.code == .tooManyFields)
        #expect(rejected.problem.line == 3)
        #expect(rejected.values == ["1", "2", "3", "4"])
    }

    @Test func aQuoteLeftOpenSpoilsOnlyItsLine() throws {
        let table = try ReadTable("a,b\n1,2\n3,\"four\n5,6\n7,8\n")
        #expect(table.rows == [["1", "2"], ["5", "6"], ["7", "8"]])
        #expect(table.lines == [2, 4, 5])
        let rejected = try #require(table.rejected.first)
        #expect(rejected.problem.code == .openQuote)
        #expect(rejected.problem.line == 3)
        #expect(rejected.problem.reason.contains("line 3"))
        #expect(rejected.values == ["3", "\"four"])
    }

    @Test func anOpenQuoteNamesTheLineOnWhichItOpened() throws {
        let table = try ReadTable("a,b\n\"x\ny\",\"z\nnext,row\n")
        let rejected = try #require(table.rejected.first)
        #expect(rejected.problem.line == 2)
        #expect(rejected.problem.reason.contains("opened on line 3"))
        #expect(table.rows == [["next", "row"]])
        #expect(table.lines == [4])
    }

    @Test func aQuoteInsideAQuotedValueMustBeDoubled() throws {
        let table = try ReadTable("a,b\n\"The \"Best\" one\",2\n3,4\n")
        #expect(table.rows == [["3", "4"]])
        #expect(table.rejected.map(\.problem.code) == [.strayQuote])
        #expect(table.lines == [3])
    }

    @Test func aQuoteInsideAPlainValueIsText() throws {
        let table = try ReadTable("a,b\n5\" pipe,2\n")
        #expect(table.rows == [["5\" pipe", "2"]])
    }

    @Test func nulBytesAreRejectedWithTheirColumn() throws {
        let table = try ReadTable(Array("a,b\n1,x\u{0}y\n3,4\n".utf8))
        #expect(table.rows == [["3", "4"]])
        #expect(table.rejected.map(\.problem.code) == [.nulByte])
        #expect(table.rejected.map(\.problem.column) == ["b"])
    }

    @Test func whatIsNotUTF8IsReadAsWindows1252() throws {
        let table = try ReadTable(
            Array("a,b\nM".utf8) + [0xFC] + Array("nchen,".utf8) + [0x80] + Array("5\nKöln,2\n".utf8))
        #expect(table.rows == [["München", "€5"], ["Köln", "2"]])
        #expect(table.notices.map(\.code) == [.readAsWindows1252, .readAsWindows1252])
        #expect(table.notices.map(\.firstLine) == [2, 2])
    }

    @Test("UTF-16 with and without a mark", arguments: [true, false], [true, false])
    func utf16(isBigEndian: Bool, hasMark: Bool) throws {
        let text = (hasMark ? "\u{FEFF}" : "") + "name,city\nJörg 🦊,Köln\n\"a\nb\",c\n"
        let bytes = utf16Bytes(text, isBigEndian: isBigEndian)
        for chunk in [1, 3, 1000] {
            let table = try ReadTable(bytes, chunk: chunk)
            #expect(table.headers == ["name", "city"])
            #expect(table.rows == [["Jörg 🦊", "Köln"], ["a\nb", "c"]])
        }
    }

    @Test func halfACharacterOfUTF16IsReplacedAndNoted() throws {
        let table = try ReadTable(utf16Bytes("\u{FEFF}a,b\n1,", isBigEndian: false) + [0x3E, 0xD8, 0x0A, 0x00])
        #expect(table.rows == [["1", "\u{FFFD}"]])
        #expect(table.notices.map(\.code) == [.brokenUTF16])
    }

    @Test(
        "files that are no tables",
        arguments: [
            ([0x50, 0x4B, 0x03, 0x04, 0x14, 0x00], IntakeError.Code.notText),
            ([0x1F, 0x8B, 0x08, 0x00], .notText),
            ([0xFF, 0xFE, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00], .notText),
            ([], .emptyFile),
            (Array("\n\n  \n".utf8), .emptyFile),
            (Array(",,,\n1,2,3\n".utf8), .badHeader),
            (Array("a,\"b\n1,2\n".utf8), .badHeader),
            (Array("[{\"a\":1}]".utf8), .notText),
        ] as [([UInt8], IntakeError.Code)])
    func refused(bytes: [UInt8], code: IntakeError.Code) {
        #expect { try ReadTable(bytes) } throws: { ($0 as? IntakeError)?.code == code }
    }

    @Test func fieldsAndRowsBeyondTheLimitsAreRejectedNotHeld() throws {
        let limits = ReaderLimits(fieldBytes: 100, rowBytes: 1000, windowBytes: 64, batchBytes: 500)
        let long = String(repeating: "x", count: 101)
        let endless = String(repeating: "y", count: 50_000)
        let many = Array(repeating: "zzzz", count: 400).joined(separator: ",")
        let text = "a,b\n1,\(long)\n2,ok\n3,\(endless)\n4,ok\n\(many)\n5,ok\n\"\(endless)\",6\n7,ok\n"
        let table = try ReadTable(Array(text.utf8), chunk: 37, limits: limits)
        #expect(table.rows == [["2", "ok"], ["4", "ok"], ["5", "ok"], ["7", "ok"]])
        #expect(table.lines == [3, 5, 7, 9])
        #expect(table.rejected.map(\.problem.code) == [.fieldTooLong, .rowTooLong, .rowTooLong, .openQuote])
        #expect(table.rejected.map(\.problem.line) == [2, 4, 6, 8])
        #expect(table.mostBuffered <= 1064)
        #expect(table.mostInBatch <= 1564)
    }

    @Test func batchesHoldNoMoreRowsThanAsked() throws {
        let text = "a\n" + (1...10).map { "\($0)\n" }.joined()
        var reader = try TableReader(MemoryBytes(text))
        var sizes: [Int] = []
        while let batch = try reader.nextBatch(maxRows: 4) { sizes.append(batch.rowCount) }
        #expect(sizes.filter { $0 > 0 } == [4, 4, 2])
        #expect(reader.bytesRead == UInt64(text.utf8.count))
    }
}

func utf16Bytes(_ text: String, isBigEndian: Bool) -> [UInt8] {
    text.utf16.flatMap { unit in
        isBigEndian
            ? [UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit)] : [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
    }
}

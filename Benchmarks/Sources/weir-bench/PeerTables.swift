import Foundation
import WeirFold

/// A written world as the peers read it: tables for DuckDB, a plan for the loop in C.
struct PeerTables {
    let world: WrittenWorld
    let rules: FoldRules

    var folder: String { world.folder + "/tables" }

    /// Writes the tables where they are not there, but for what DuckDB has taken in already.
    func write(unless database: String) throws {
        let files = FileManager.default
        try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        try Data("\(Double(rules.engagedAtMilli) / 1000)".utf8).write(to: URL(filePath: folder + "/engaged_at"))
        if files.fileExists(atPath: database) { return }
        try writeRules()
        try writeFacts()
    }

    /// Once DuckDB has its tables, the large files need not stay.
    func remove() {
        for name in ["engagements", "buyers", "accounts"] {
            try? FileManager.default.removeItem(atPath: "\(folder)/\(name).csv")
        }
    }

    private func writeRules() throws {
        var signals = TableText("kind,cat,pts")
        for (number, meaning) in world.words.signals.enumerated() {
            guard let meaning else { continue }
            let signal = rules.signals[meaning]
            signals.row(number, signal.category, Int(signal.pointsMilli), scale: 1000)
        }
        try signals.write(folder + "/signals.csv")
        var categories = "cat,hl,cap\n"
        for (number, category) in rules.categories.enumerated() {
            let days = category.halfLife.map { Double($0.microdays) / 1e6 } ?? 1e9
            categories += "\(number),\(days),\(Double(category.capMilli) / 1000)\n"
        }
        try Data(categories.utf8).write(to: URL(filePath: folder + "/categories.csv"))
    }

    private func writeFacts() throws {
        var engagements = TableText("account,contact,kind,day")
        var buyers = TableText("account,contact,role,weight")
        var accounts = TableText("account,tier,fit")
        try engagements.open(folder + "/engagements.csv")
        for account in 0..<world.history.accountCount {
            var roles = [Int: Int]()
            var fit = WorldReading.Fit(pointsMilli: 0, tier: rules.tierCount)
            world.history.withAccount(account) { rows in
                for row in rows.days.indices {
                    engagements.row(account, rows.buyer(row), Int(rows.signals[row]), Int(rows.days[row]))
                }
                for number in 0..<rows.noteCount {
                    let note = rows.note(number)
                    if note.buyer == History.Note.account {
                        fit = world.words.fits[world.words.fitsByAccount[Int(note.value)]]
                    } else if let role = world.words.personas[Int(note.value)].role {
                        roles[Int(note.buyer)] = role
                    }
                }
                for buyer in 0..<rows.buyerCount {
                    let weight = roles[buyer].map { rules.roleWeightsPermille[$0] } ?? rules.noRoleWeightPermille
                    buyers.row(account, buyer, roles[buyer] ?? -1, Int(weight), scale: 1000)
                }
            }
            accounts.row(account, fit.tier, Int(fit.pointsMilli), scale: 1000)
        }
        try engagements.close()
        try buyers.write(folder + "/buyers.csv")
        try accounts.write(folder + "/accounts.csv")
    }
}

extension PeerTables {
    /// Numbers of 64 bits, in the order in which `fold.c` takes them.
    func writePlan(_ path: String, compiled: CompiledRules, reading: Reading, until: Int32) throws {
        guard rules.categories.count <= 4, rules.signals.count(where: { $0.limitPerDay != nil }) <= 4 else {
            throw BenchError("the loop in C knows at most four categories and four daily limits")
        }
        let echo = rules.echo
        var words: [Int64] = [
            Int64(until - world.history.firstDay), rules.engagedAtMilli, Int64(rules.breadthMilli),
            Int64(echo?.windowDays ?? -1), Int64(echo?.pointsMilli ?? 0), Int64(echo?.upwardPointsMilli ?? 0),
            Int64(echo?.capMilli ?? 0),
        ]
        words += compiled.echoDecay.factors.map { Int64($0) }
        for lane in 0..<4 {
            let isThere = lane < rules.categories.count
            words.append(isThere ? Int64(rules.categories[lane].capMilli) : 0)
            words += (isThere ? compiled.categoryDecay[lane] : compiled.echoDecay).factors.map { Int64($0) }
        }
        words.append(Int64(rules.noRoleWeightPermille))
        words.append(Int64(rules.roleWeightsPermille.count))
        words += rules.roleWeightsPermille.map { Int64($0) }
        words.append(Int64(reading.signals.count))
        for meaning in reading.signals {
            guard let signal = meaning.map({ rules.signals[$0] }) else {
                words += [0, 0, 0, -1, 0, 0, 0]
                continue
            }
            words += [1, Int64(signal.pointsMilli), Int64(signal.category), Int64(signal.limitPerDay ?? -1)]
            words += [signal.shares ? 1 : 0, signal.consumes && echo != nil ? 1 : 0]
            words.append(signal.raisesHand || signal.pointsMilli < 0 ? 1 : 0)
        }
        words.append(Int64(reading.personas.count))
        words += reading.personas.flatMap { [Int64($0.role ?? -1), Int64($0.level ?? -1)] }
        words.append(Int64(reading.fits.count))
        words += reading.fits.flatMap { [$0.pointsMilli, Int64($0.tier)] }
        let bytes = words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
        try Data(bytes).write(to: URL(filePath: path))
    }
}

/// Rows of numbers as comma-separated text.
struct TableText {
    private var bytes: [UInt8]
    private var file: FileHandle?

    init(_ header: String) { bytes = Array((header + "\n").utf8) }

    mutating func open(_ path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: nil) else {
            throw BenchError("\(path) cannot be made")
        }
        file = try FileHandle(forWritingTo: URL(filePath: path))
    }

    /// - Parameter scale: what the last number is divided by, as a power of ten.
    mutating func row(_ numbers: Int..., scale: Int = 1) {
        for (place, number) in numbers.enumerated() {
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            if place == numbers.count - 1 && scale > 1 {
                bytes.append(contentsOf: "\(Double(number) / Double(scale))".utf8)
            } else {
                bytes.append(contentsOf: String(number).utf8)
            }
        }
        bytes.append(UInt8(ascii: "\n"))
        if bytes.count > 1 << 20, let file {
            file.write(Data(bytes))
            bytes.removeAll(keepingCapacity: true)
        }
    }

    mutating func close() throws {
        file?.write(Data(bytes))
        try file?.close()
        bytes.removeAll()
    }

    func write(_ path: String) throws { try Data(bytes).write(to: URL(filePath: path)) }
}

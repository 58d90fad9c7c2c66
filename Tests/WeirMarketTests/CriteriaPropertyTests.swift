import Testing
import WeirAgreement
import WeirFacts
import WeirMarket

/// Random markets and companies, judged once by `CompiledMarket` and once by a plain reading of the same definition.
@Suite("Compiled criteria answer as a plain reading does")
struct CriteriaPropertyTests {
    @Test("Layers, lines and fit", arguments: [11, 12, 13, 14])
    func agrees(seed: UInt64) throws {
        var random = Seeded(seed)
        for round in 0..<400 {
            let definition = MarketDefinition(
                addressable: random.criteria(2), served: random.criteria(2), target: random.criteria(2),
                matrix: random.matrix(), tiers: [Tier(name: "A", atLeastMilli: 20), Tier(name: "B", atLeastMilli: 5)])
            let market = try CompiledMarket(definition, lists: PlainReading.lists)
            var reader = CompanyReader(market)
            for _ in 0..<10 {
                let attributes = random.attributes()
                let verdict = market.verdict(on: market.company(attributes))
                let plain = PlainReading(attributes)
                let addressable = plain.holds(definition.addressable)
                let served = PlainReading.both(addressable, plain.holds(definition.served))
                let target = PlainReading.both(served, plain.holds(definition.target))
                let expected = [addressable, served, target].map(PlainReading.answer)
                let found = [verdict.addressable, verdict.served, verdict.target]
                #expect(found == expected, "seed \(seed), round \(round): \(attributes) by \(definition)")
                let fit = plain.fit(definition.matrix)
                #expect(verdict.fitMilli == fit, "seed \(seed), round \(round)")
                #expect(verdict.tier == (fit >= 20 ? 0 : fit >= 5 ? 1 : 2))
                let read = reader.company(name: nil, domain: nil, attributes)
                #expect(market.verdict(on: read) == verdict, "seed \(seed), round \(round): read for a worker")
                #expect(market.target(of: read) == verdict.target && market.fitMilli(read) == fit)
                let explanation = market.explanation(of: market.company(attributes))
                #expect(explanation.fit.reduce(0) { $0 + $1.pointsMilli } == fit)
                #expect(explanation.reasons.isEmpty == (verdict.target == .yes))
            }
        }
    }

    @Test("More lines than a word has bits")
    func manyLines() throws {
        let lines = (0..<150).map { line("employees", .atLeast(number(Int64($0)))) }
        let market = try CompiledMarket(MarketDefinition(target: Criteria(lines: lines), tiers: []))
        let verdict = market.verdict(on: market.company(["employees": number(99)]))
        #expect((0..<150).filter(verdict.refused.contains) == Array(100..<150))
        #expect(verdict.untold.isEmpty)
    }
}

/// Criteria read word for word, with `nil` for what cannot be told.
private struct PlainReading {
    static let lists = [CompanyList(name: "listed", entries: ["Alpha Ltd", "beta.example"])]
    let attributes: [String: AttributeValue]

    init(_ attributes: [String: AttributeValue]) { self.attributes = attributes }

    func holds(_ criteria: Criteria) -> Bool? {
        var lines: Bool? = true
        for line in criteria.lines { lines = PlainReading.both(lines, holds(line)) }
        guard let other = criteria.alternative.first else { return lines }
        if criteria.lines.isEmpty { return holds(other) }
        return PlainReading.opposite(
            PlainReading.both(PlainReading.opposite(lines), PlainReading.opposite(holds(other))))
    }

    private func holds(_ line: Criterion) -> Bool? {
        switch line {
        case .not(let inside): return PlainReading.opposite(holds(inside))
        case .inList:
            if attributes["name"] == nil && attributes["domain"] == nil { return nil }
            return attributes["name"] == .text("ALPHA") || attributes["domain"] == .text("www.beta.example")
        case .attribute(let name, let tests):
            guard let value = attributes[name] else {
                if tests.contains(.isKnown(false)) { return true }
                return tests.contains(.isKnown(true)) ? false : nil
            }
            return tests.allSatisfy { passes(value, $0) }
        }
    }

    private func passes(_ value: AttributeValue, _ test: AttributeTest) -> Bool {
        switch (test, value) {
        case (.isKnown(let known), _): known
        case (.oneOf(let wanted), .set(let members)): members.contains { wanted.contains(.text($0)) }
        case (.oneOf(let wanted), _): wanted.contains(value)
        case (.atLeast(.number(let bound)), .number(let number)): number >= bound
        case (.atMost(.number(let bound)), .number(let number)): number <= bound
        case (.contains(let piece), .text(let text)): text.contains(piece)
        case (.startsWith(let piece), .text(let text)): text.hasPrefix(piece)
        default: false
        }
    }

    func fit(_ matrix: [MatrixRow]) -> Int64 {
        matrix.reduce(0) { sum, row in
            guard let value = attributes[row.attribute] else { return sum }
            switch row.entries {
            case .values(let entries):
                if case .set(let members) = value {
                    return Set(members).reduce(sum) { sum, member in
                        sum + (entries.first { $0.value == .text(member) }?.pointsMilli ?? 0)
                    }
                }
                return sum + (entries.first { $0.value == value }?.pointsMilli ?? 0)
            case .ranges(let ranges):
                let fitting = ranges.first { range in
                    (range.atLeast.map { passes(value, .atLeast($0)) } ?? true)
                        && (range.atMost.map { passes(value, .atMost($0)) } ?? true)
                }
                return sum + (fitting?.pointsMilli ?? 0)
            }
        }
    }

    static func both(_ a: Bool?, _ b: Bool?) -> Bool? {
        if a == false || b == false { return false }
        return a == true && b == true ? true : nil
    }

    static func opposite(_ a: Bool?) -> Bool? { a.map { !$0 } }

    static func answer(_ a: Bool?) -> Answer { a.map { $0 ? .yes : .no } ?? .unknown }
}

extension Seeded {
    private mutating func word() -> String { ["red", "green", "blue", "bluegreen"][below(4)] }

    fileprivate mutating func attributes() -> [String: AttributeValue] {
        var attributes: [String: AttributeValue] = [:]
        if below(3) > 0 { attributes["industry"] = .text(word()) }
        if below(3) > 0 { attributes["employees"] = number(Int64(below(10))) }
        if below(3) > 0 { attributes["tags"] = .set((0...below(3)).map { _ in word() }) }
        if below(3) == 0 { attributes["name"] = .text(["ALPHA", "Gamma"][below(2)]) }
        if below(3) == 0 { attributes["domain"] = .text(["www.beta.example", "delta.example"][below(2)]) }
        return attributes
    }

    fileprivate mutating func criteria(_ depth: Int) -> Criteria {
        let lines = (0..<below(4)).map { _ in criterion(depth) }
        return Criteria(lines: lines, or: depth > 0 && below(4) == 0 ? criteria(depth - 1) : nil)
    }

    private mutating func criterion(_ depth: Int) -> Criterion {
        switch below(depth > 0 ? 8 : 7) {
        case 0: line("employees", .atLeast(number(Int64(below(10)))))
        case 1: line("employees", .atLeast(number(Int64(below(6)))), .atMost(number(Int64(below(10)))))
        case 2: line("industry", .oneOf([.text(word()), .text(word())]))
        case 3: line("tags", .oneOf([.text(word())]))
        case 4: line("industry", [.contains("green"), .startsWith("blue")][below(2)])
        case 5: line(["industry", "employees", "tags"][below(3)], .isKnown(below(2) == 0))
        case 6: .inList("listed")
        default: .not(criteria(depth - 1))
        }
    }

    fileprivate mutating func matrix() -> [MatrixRow] {
        (0..<below(4)).map { _ in
            if below(2) == 0 {
                let entries = (0...below(3)).map { _ in
                    ValuePoints(value: .text(word()), pointsMilli: Int64(below(20)) - 3)
                }
                return MatrixRow(attribute: ["industry", "tags"][below(2)], entries: .values(entries))
            }
            let ranges = (0...below(3)).map { _ in
                RangePoints(
                    atLeast: below(3) > 0 ? number(Int64(below(10))) : nil,
                    atMost: below(3) == 0 ? number(Int64(below(10))) : nil, pointsMilli: Int64(below(20)) - 3)
            }
            return MatrixRow(attribute: "employees", entries: .ranges(ranges))
        }
    }
}

/// Criteria laid out flat, so that most lines are answered by comparing marks (`SlotMark`), without counting a
/// reference or hashing a text. Where a mark cannot tell, the compiled line itself is asked.
///
/// INVARIANT: every answer is that of the `CompiledLine` it was made from.
struct QuickCriteria: Sendable {
    /// Criteria: their lines, one behind the other, and what stands in for them.
    struct Block: Sendable {
        var first: Int32
        var count: Int32
        /// Number of the block of the `or`; negative for none.
        var alternative: Int32
    }

    private struct Line: Sendable {
        enum Kind: UInt8, Sendable { case number, text, list, not, ask }
        var kind: Kind
        var slot: Int32 = 0
        /// Keys of a text or list, or the block of a `not`.
        var first: Int32 = 0
        var count: Int32 = 0
        var low = Int64.min
        var high = Int64.max
    }

    private var blocks: [Block] = []
    private var lines: [Line] = []
    private var compiled: [CompiledLine] = []
    private var keys = KeyTable()

    /// - Returns: the number of the block.
    mutating func add(_ criteria: CompiledCriteria) -> Int {
        let first = lines.count
        let count = criteria.lines.count
        for line in criteria.lines {
            lines.append(Line(kind: .ask))
            compiled.append(line)
        }
        for (offset, line) in criteria.lines.enumerated() { lines[first + offset] = quick(line) }
        let alternative = criteria.alternative.first.map { Int32(add($0)) } ?? -1
        blocks.append(Block(first: Int32(first), count: Int32(count), alternative: alternative))
        return blocks.count - 1
    }

    private mutating func quick(_ line: CompiledLine) -> Line {
        switch line {
        case .not(let criteria): return Line(kind: .not, first: Int32(add(criteria)))
        case .inList(let matcher):
            let range = keys.add(matcher.keys)
            return Line(kind: .list, first: Int32(range.lowerBound), count: Int32(range.count))
        case .attribute(let slot, let tests):
            if tests.count == 1, case .text(let asked) = tests[0], asked.count <= 32 {
                let range = keys.add(Array(asked))
                return Line(
                    kind: .text, slot: Int32(slot), first: Int32(range.lowerBound), count: Int32(range.count))
            }
            var quick = Line(kind: .number, slot: Int32(slot))
            for test in tests {
                switch test {
                case .numberAtLeast(let bound): quick.low = max(quick.low, bound)
                case .numberAtMost(let bound): quick.high = min(quick.high, bound)
                default: return Line(kind: .ask)
                }
            }
            return tests.isEmpty ? Line(kind: .ask) : quick
        }
    }

    func block(_ number: Int) -> Block { blocks[number] }

    /// What one line of a block answers.
    @inline(__always)
    func answer(line number: Int, _ company: borrowing CompanyAttributes) -> Answer {
        let line = lines[number]
        switch line.kind {
        case .number:
            let mark = company.marks[Int(line.slot)]
            if mark.kind == .number { return Answer(mark.number >= line.low && mark.number <= line.high) }
            return mark.kind == .unknown ? .unknown : ask(number, company)
        case .text:
            let mark = company.marks[Int(line.slot)]
            if mark.kind == .unknown { return .unknown }
            guard mark.kind == .text else { return ask(number, company) }
            guard let key = keys.first(Int(line.first), Int(line.count), mark.bits) else { return .no }
            return keys.isCertain(key, company, slot: Int(line.slot)) ? .yes : ask(number, company)
        case .list: return list(number, line, company)
        case .not: return answer(block: Int(line.first), company).negated
        case .ask: return ask(number, company)
        }
    }

    /// What a block answers, with what stands in for it.
    func answer(block number: Int, _ company: borrowing CompanyAttributes) -> Answer {
        let block = blocks[number]
        var answer = Answer.yes
        for line in Int(block.first)..<Int(block.first + block.count) {
            answer = answer.and(self.answer(line: line, company))
            if answer == .no { break }
        }
        return withAlternative(answer, block, company)
    }

    /// The answer, when that of the block's lines is known.
    @inline(__always)
    func withAlternative(_ ofLines: Answer, _ block: Block, _ company: borrowing CompanyAttributes) -> Answer {
        if block.alternative < 0 || ofLines == .yes && block.count > 0 { return ofLines }
        let instead = answer(block: Int(block.alternative), company)
        return block.count == 0 ? instead : ofLines.or(instead)
    }

    /// No mark of the company in the list's table: it is not on it, by name or by domain.
    private func list(_ number: Int, _ line: Line, _ company: borrowing CompanyAttributes) -> Answer {
        guard company.hasKeys else { return ask(number, company) }
        let firstKey = company.slotCount
        for mark in firstKey..<company.marks.count where company.marks[mark].kind == .text {
            if keys.first(Int(line.first), Int(line.count), company.marks[mark].bits) != nil {
                return ask(number, company)
            }
        }
        let isNamed = company.marks[firstKey].kind == .text
        return isNamed || company.marks.count > firstKey + 1 ? .no : .unknown
    }

    @inline(never)
    private func ask(_ number: Int, _ company: borrowing CompanyAttributes) -> Answer {
        compiled[number].answer(copy company)
    }
}

import WeirAgreement
import WeirFacts

/// The market of an agreement, compiled once and then asked about company after company.
///
/// The layers nest: a company is served only if it is addressable, and a target only if it is served. An `or` stands
/// in for the other lines of *its own* layer alone: a named account in `target: {or: …}` is a target whatever the
/// other target lines say, but it must still be one we serve, since to go after a company we cannot sell to helps
/// nobody. To make an exception there too, the agreement says so under `served`.
public struct CompiledMarket: Sendable {
    public let layout: AttributeLayout
    /// Every line of the three layers, in the order written; verdicts name them by number.
    public let lines: [MarketLine]
    /// The tiers' names, best first.
    public let tierNames: [String]
    let definition: MarketDefinition
    let layers: [Layer]
    let matrix: CompiledMatrix
    /// Slots that the criteria or the matrix ask, and those that reports count by.
    let isAsked: [Bool]
    private let quick: QuickCriteria
    /// The layers' blocks within `quick`.
    private let blocks: [QuickCriteria.Block]
    private let quickMatrix: QuickMatrix
    private let tierBounds: [Int64]
    private let compiler: CriteriaCompiler

    struct Layer: Sendable {
        var name: MarketLayer
        var written: Criteria
        var compiled: CompiledCriteria
        /// Number of its first line.
        var firstLine: Int
    }

    /// - Throws: what an agreement that was read and checked never has: an unknown attribute or list, a value of the
    ///   wrong type.
    public init(_ agreement: Agreement) throws(MarketError) {
        try self.init(agreement.market, lists: agreement.lists, declared: agreement.declaredAttributes)
    }

    /// The market alone, without the rest of the agreement.
    public init(
        _ market: MarketDefinition, lists: [CompanyList] = [], declared: [AttributeDeclaration] = []
    ) throws(MarketError) {
        layout = try AttributeLayout(declared: declared)
        compiler = CriteriaCompiler(layout: layout, lists: lists)
        matrix = try CompiledMatrix(market.matrix, compiler)
        tierNames = market.tiers.map(\.name)
        definition = market

        var layers: [Layer] = []
        var lines: [MarketLine] = []
        let parts = [
            (MarketLayer.addressable, market.addressable), (.served, market.served), (.target, market.target),
        ]
        for (name, criteria) in parts {
            let compiled = try compiler.compile(criteria, at: "market.\(name.rawValue)")
            layers.append(Layer(name: name, written: criteria, compiled: compiled, firstLine: lines.count))
            lines += criteria.lines.map { MarketLine(layer: name, inWords: CriterionWords.line($0)) }
        }
        self.layers = layers
        self.lines = lines
        var quick = QuickCriteria()
        let numbers = layers.map { quick.add($0.compiled) }
        blocks = numbers.map(quick.block)
        self.quick = quick
        quickMatrix = QuickMatrix(matrix)
        tierBounds = market.tiers.map(\.atLeastMilli)
        let asked = [AttributeLayout.industry, AttributeLayout.country] + matrix.rows.map(\.slot)
        let slots = Set(layers.flatMap(\.compiled.slots)).union(asked)
        isAsked = (0..<layout.count).map(slots.contains)
    }

    /// Compiles other criteria over the same attributes and lists: a routing rule's `when`.
    ///
    /// - Parameter place: where they stand in the agreement, for the error.
    public func compile(_ criteria: Criteria, at place: String) throws(MarketError) -> CompiledCriteria {
        try compiler.compile(criteria, at: place)
    }

    /// A company's attributes, ready to be judged by this market.
    public func company(
        name: String? = nil, domain: String? = nil, _ attributes: [String: AttributeValue] = [:]
    ) -> CompanyAttributes {
        CompanyAttributes(name: name, domain: domain, attributes, layout: layout)
    }

    /// Judges a company.
    ///
    /// - Parameter company: made with this market's layout.
    public func verdict(on company: CompanyAttributes) -> MarketVerdict {
        precondition(company.slotCount == layout.count, "the company was made for another market")
        var refused = LineSet()
        var untold = LineSet()
        var answers = (Answer.yes, Answer.yes, Answer.yes)
        var reached = Answer.yes
        var number = 0
        for layer in 0..<blocks.count {
            let block = blocks[layer]
            var ofLines = Answer.yes
            for line in Int(block.first)..<Int(block.first + block.count) {
                let answer = quick.answer(line: line, company)
                if answer != .yes {
                    if answer == .no { refused.insert(number) } else { untold.insert(number) }
                    ofLines = ofLines.and(answer)
                }
                number += 1
            }
            reached = reached.and(quick.withAlternative(ofLines, block, company))
            switch layer {
            case 0: answers.0 = reached
            case 1: answers.1 = reached
            default: answers.2 = reached
            }
        }
        let fitMilli = quickMatrix.fitMilli(company)
        return MarketVerdict(
            addressable: answers.0, served: answers.1, target: answers.2, fitMilli: fitMilli, tier: tier(of: fitMilli),
            refused: refused, untold: untold)
    }

    /// Whether a company is in the target market, and no more: the lines after the first that says no are not asked.
    /// The answer is that of `verdict(on:).target`.
    public func target(of company: CompanyAttributes) -> Answer {
        precondition(company.slotCount == layout.count, "the company was made for another market")
        var reached = Answer.yes
        for layer in 0..<blocks.count {
            let block = blocks[layer]
            var ofLines = Answer.yes
            for line in Int(block.first)..<Int(block.first + block.count) {
                ofLines = ofLines.and(quick.answer(line: line, company))
                if ofLines == .no { break }
            }
            reached = reached.and(quick.withAlternative(ofLines, block, company))
            if reached == .no { return .no }
        }
        return reached
    }

    /// The fit points by the matrix, millipoints: those of `verdict(on:)`.
    public func fitMilli(_ company: CompanyAttributes) -> Int64 { quickMatrix.fitMilli(company) }

    /// The tier that so many fit points reach: 0 the best, the count of tiers for the unfit.
    public func tier(of fitMilli: Int64) -> Int {
        for tier in 0..<tierBounds.count where fitMilli >= tierBounds[tier] { return tier }
        return tierBounds.count
    }

    /// The name of a tier; `unfit` below the last.
    public func tierName(_ tier: Int) -> String {
        tierNames.indices.contains(tier) ? tierNames[tier] : "unfit"
    }
}

import WeirFacts

/// Why an account or a buyer has its score on a day: lines that add up like an invoice, to the millipoint.
public struct ExplanationView: Hashable, Sendable {
    public enum Subject: String, Hashable, Sendable { case account, buyer }

    public var subject: Subject
    public var id: String
    /// `Fabrikam Bank`, or `Dana Ruiz, VP Marketing, at Fabrikam Bank`.
    public var name: String
    public var asOf: CivilDay
    /// The agreement in words; `banner` as in a backtest: `unsigned draft`.
    public var agreement: String
    public var banner: String?
    public var isQualified: Bool
    /// The day it entered or left; `nil` if it never was qualified.
    public var since: CivilDay?
    /// Fit points by attribute: `industry` `Banking` +30.000.
    public var fit: [AmountLine]
    /// One for each buyer with any contribution. A buyer's own explanation has one, with a weight of 1000.
    public var buyers: [BuyerAccount]
    public var echo: [AmountLine]
    public var breadth: [AmountLine]
    /// What is lost by rounding down once over all buyers, 0 or a negative amount of less than a point.
    public var roundingMilli: Int64
    /// The score as the fold gives it.
    public var totalMilli: Int64
    public var gates: [GateView]
    /// What would change the answer: `one more engaged buyer`, `14.200 points`.
    public var suggestions: [String]
    /// The next day on which something changes by itself, and what.
    public var nextChange: CivilDay?
    public var nextChangeWords: String?

    /// - Throws: `InsightError.unbalanced` unless the lines add up to `totalMilli`, and each buyer's to its subtotal.
    public init(
        subject: Subject, id: String, name: String, asOf: CivilDay, agreement: String, banner: String? = nil,
        isQualified: Bool, since: CivilDay? = nil, fit: [AmountLine] = [], buyers: [BuyerAccount],
        echo: [AmountLine] = [], breadth: [AmountLine] = [], roundingMilli: Int64 = 0, totalMilli: Int64,
        gates: [GateView] = [], suggestions: [String] = [], nextChange: CivilDay? = nil,
        nextChangeWords: String? = nil
    ) throws(InsightError) {
        self.subject = subject
        self.id = id
        self.name = name
        self.asOf = asOf
        self.agreement = agreement
        self.banner = banner
        self.isQualified = isQualified
        self.since = since
        self.fit = fit
        self.buyers = buyers
        self.echo = echo
        self.breadth = breadth
        self.roundingMilli = roundingMilli
        self.totalMilli = totalMilli
        self.gates = gates
        self.suggestions = suggestions
        self.nextChange = nextChange
        self.nextChangeWords = nextChangeWords
        for buyer in buyers where buyer.linesMilli != buyer.subtotalMilli {
            throw .unbalanced(what: buyer.name, linesMilli: buyer.linesMilli, totalMilli: buyer.subtotalMilli)
        }
        if sumMilli != totalMilli {
            throw .unbalanced(what: name, linesMilli: sumMilli, totalMilli: totalMilli)
        }
    }

    /// Everything added up, millipoints. Equal to `totalMilli`.
    public var sumMilli: Int64 {
        fit.sumMilli + buyers.reduce(0) { $0 + $1.subtotalMilli } + echo.sumMilli + breadth.sumMilli + roundingMilli
    }
}

/// A line of an invoice: what, and how much.
public struct AmountLine: Hashable, Sendable {
    public var words: String
    /// Millipoints.
    public var amountMilli: Int64
    /// The day of the fact it rests on, where there is one.
    public var day: CivilDay?

    public init(_ words: String, amountMilli: Int64, day: CivilDay? = nil) {
        self.words = words
        self.amountMilli = amountMilli
        self.day = day
    }
}

extension [AmountLine] {
    var sumMilli: Int64 { reduce(0) { $0 + $1.amountMilli } }
}

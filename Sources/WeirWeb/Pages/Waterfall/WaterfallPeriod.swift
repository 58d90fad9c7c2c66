import WeirApp
import WeirFacts
import WeirPages

/// The period that the waterfall is read over.
struct WaterfallPeriod {
    enum Length: String, CaseIterable {
        case quarter, half, year, all

        var words: String {
            switch self {
            case .quarter: "13 weeks"
            case .half: "26 weeks"
            case .year: "52 weeks"
            case .all: "All of it"
            }
        }

        var days: Int? {
            switch self {
            case .quarter: 91
            case .half: 182
            case .year: 364
            case .all: nil
            }
        }
    }

    let length: Length
    let from: CivilDay
    let to: CivilDay
    /// Whether conversion follows those who came in the period; otherwise the stage is seen as it stands.
    let isCohort: Bool
    /// The past day that it ends on because somebody asked for it.
    private let asOf: CivilDay?

    init(_ visit: Visit, _ overview: Overview) {
        self.init(
            visit, from: overview.past?.report.from ?? overview.asOf,
            to: min(overview.past?.report.to ?? overview.asOf, visit.asOf(overview.asOf) ?? overview.asOf),
            asOf: visit.asOf(overview.asOf))
    }

    /// A period of the desk, which works on when nobody out there does anything.
    init(ofDesk visit: Visit, _ overview: Overview) {
        let asOf = visit.asOf(overview.asOf)
        self.init(
            visit, from: overview.past?.report.from ?? overview.asOf, to: asOf ?? overview.asOf, asOf: asOf)
    }

    private init(_ visit: Visit, from first: CivilDay, to last: CivilDay, asOf: CivilDay?) {
        self.asOf = asOf
        length = visit.query("period").flatMap(Length.init(rawValue:)) ?? .quarter
        isCohort = visit.query("by") == "cohort"
        let end = max(first, last)
        to = end
        from = length.days.map { max(first, end.advanced(by: 1 - $0)) } ?? first
    }

    var query: [(String, String)] { query(length) }

    /// The same for another length, or seen the other way.
    func query(_ length: Length, isCohort: Bool? = nil) -> [(String, String)] {
        [("period", length.rawValue), ("by", isCohort ?? self.isCohort ? "cohort" : "snapshot")]
            + (asOf.map { [("as_of", $0.description)] } ?? [])
    }

    /// How long it is, to choose.
    func lengths(_ path: StaticString) -> HTMLElement {
        Chips(
            "Period",
            Length.allCases.map { .init($0.words, HTMLAddress(path, query($0)), isChosen: $0 == length) }
        ).element
    }

    /// Snapshot or entry cohort, to choose.
    func ways(_ path: StaticString) -> HTMLElement {
        Chips(
            "Seen as",
            [(false, "Snapshot"), (true, "Entry cohort")].map { way, words in
                .init(words, HTMLAddress(path, query(length, isCohort: way)), isChosen: way == isCohort)
            }
        ).element
    }

    /// The pages of this room.
    func tabs(_ here: String) -> HTMLElement {
        let pages: [(StaticString, String)] = [
            ("/waterfall", "Accounts"), ("/waterfall/stages", "Buyers"), ("/waterfall/promises", "Promises"),
        ]
        return Chips(
            "Waterfall of",
            pages.map { .init($1, HTMLAddress($0, query), isChosen: "\($0)" == here) }
        ).element
    }
}

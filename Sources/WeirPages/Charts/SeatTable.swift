import WeirInsight

/// The buying group as a grid of seats, function by level: engaged, known, missing.
public struct SeatTable: Hashable, Sendable {
    public var grid: SeatGrid

    public init(_ grid: SeatGrid) { self.grid = grid }

    public var element: Markup {
        Markup {
            DataTable(
                "Seats by function and level",
                columns: [.init("Function")] + grid.levels.map { .init(SeatTable.title($0)) },
                rows: zip(grid.functions, grid.cells).map { function, cells in
                    [Markup(text: SeatTable.title(function))] + cells.map { cell($0) }
                }, kind: "seats"
            ).element
            ul(.class("key")) {
                li {
                    seat("engaged", "")
                    "engaged"
                }
                li {
                    seat("filled", "")
                    "known"
                }
                li {
                    seat("missing", "")
                    "missing"
                }
            }
            if !grid.seats.isEmpty { wanted.element }
        }
    }

    private func cell(_ cell: SeatGrid.Cell) -> Markup {
        Markup {
            if cell.people.isEmpty && cell.missing == 0 {
                HTMLTag.span(.class("soft")) { "–" }
            } else {
                HTMLTag.span(.class("seat")) {
                    for person in cell.people.prefix(12) {
                        seat(person.isEngaged ? "engaged" : "filled", person.name)
                    }
                    if cell.people.count > 12 { HTMLTag.span(.class("fine")) { "+\(cell.people.count - 12)" } }
                    for _ in 0..<min(cell.missing, 6) { seat("missing", "nobody yet") }
                }
                HTMLTag.span(.class("quiet")) { SeatTable.words(cell) }
            }
        }
    }

    private func seat(_ kind: String, _ name: String) -> HTMLElement {
        HTMLTag.svg(.viewBox(width: 14, height: 14), .isHiddenFromReaders) {
            HTMLElement(.rect, .class(kind), .x(1), .y(1), .width(12), .height(12)) {
                if !name.isEmpty { HTMLElement(.title) { "\(name): \(kind == "filled" ? "known" : kind)" } }
            }
        }
    }

    private var wanted: DataTable {
        DataTable(
            "Seats that the agreement wants",
            columns: [
                .init("Role"), .init("Wanted", isNumber: true), .init("Known", isNumber: true),
                .init("Engaged", isNumber: true), .init("Missing", isNumber: true),
            ],
            rows: grid.seats.map { seat in
                [
                    Markup(text: SeatTable.title(seat.role)), Markup(text: Words.number(seat.wanted)),
                    Markup(text: Words.number(seat.known)), Markup(text: Words.number(seat.engaged)),
                    Markup(text: Words.number(max(0, seat.wanted - seat.known))),
                ]
            }, kind: "fit")
    }

    static func words(_ cell: SeatGrid.Cell) -> String {
        let engaged = cell.people.count(where: \.isEngaged)
        var parts: [String] = []
        if engaged > 0 { parts.append("\(engaged) engaged") }
        if cell.people.count > engaged { parts.append("\(cell.people.count - engaged) known") }
        if cell.missing > 0 { parts.append("\(cell.missing) missing") }
        return parts.joined(separator: ", ")
    }

    /// A function, a level or a role of the agreement as people read it: `decision_maker` is `Decision maker`, `vp` is
    /// `VP`, `it` is `IT`.
    public static func title(_ name: String) -> String {
        name.count <= 3 ? name.uppercased() : Texts.title(name)
    }
}

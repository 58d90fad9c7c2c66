/// Who is in an account's buying group, by function and level.
public struct SeatGrid: Hashable, Sendable {
    /// Somebody known there.
    public struct Person: Hashable, Sendable {
        public var name: String
        public var isEngaged: Bool

        public init(name: String, isEngaged: Bool) {
            self.name = name
            self.isEngaged = isEngaged
        }
    }

    /// The people of a function at a level, and the seats there that nobody fills.
    public struct Cell: Hashable, Sendable {
        public var people: [Person]
        public var missing: Int

        public init(people: [Person] = [], missing: Int = 0) {
            self.people = people
            self.missing = missing
        }
    }

    /// How many of a role the agreement wants, and how many there are.
    public struct Seat: Hashable, Sendable {
        public var role: String
        public var wanted: Int
        public var known: Int
        public var engaged: Int

        public init(role: String, wanted: Int, known: Int, engaged: Int) {
            self.role = role
            self.wanted = wanted
            self.known = known
            self.engaged = engaged
        }
    }

    public var functions: [String]
    public var levels: [String]
    /// By function, then by level.
    public var cells: [[Cell]]
    public var seats: [Seat]

    public init(functions: [String], levels: [String], cells: [[Cell]], seats: [Seat]) {
        self.functions = functions
        self.levels = levels
        self.cells = cells
        self.seats = seats
    }
}

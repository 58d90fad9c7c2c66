/// Who takes part in a purchase: functions and levels by title keywords, roles by both.
public struct BuyingGroup: Hashable, Sendable {
    public var functions: [Function]
    /// Most senior first. The level without keywords takes what no level claimed.
    public var levels: [Level]
    /// The first that fits wins.
    public var roles: [Role]
    public var noRoleWeightPermille: UInt32
    /// Seats to fill per account.
    public var wanted: [WantedSeat]

    public init(
        functions: [Function], levels: [Level], roles: [Role], noRoleWeightPermille: UInt32, wanted: [WantedSeat] = []
    ) {
        self.functions = functions
        self.levels = levels
        self.roles = roles
        self.noRoleWeightPermille = noRoleWeightPermille
        self.wanted = wanted
    }

    public struct Function: Hashable, Sendable {
        public var name: String
        public var keywords: [String]

        public init(name: String, keywords: [String]) {
            self.name = name
            self.keywords = keywords
        }
    }

    public struct Level: Hashable, Sendable {
        public var name: String
        public var keywords: [String]

        public init(name: String, keywords: [String]) {
            self.name = name
            self.keywords = keywords
        }
    }

    public struct Role: Hashable, Sendable {
        public var name: String
        /// Numbers of functions; empty: any.
        public var functions: [Int]
        /// Numbers of levels; empty: any.
        public var levels: [Int]
        public var weightPermille: UInt32

        public init(name: String, functions: [Int], levels: [Int], weightPermille: UInt32) {
            self.name = name
            self.functions = functions
            self.levels = levels
            self.weightPermille = weightPermille
        }
    }

    public struct WantedSeat: Hashable, Sendable {
        public var role: Int
        public var count: Int

        public init(role: Int, count: Int) {
            self.role = role
            self.count = count
        }
    }
}

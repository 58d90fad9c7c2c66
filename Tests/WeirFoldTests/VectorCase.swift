import Foundation
import WeirFold

/// One line of `spec/vectors.jsonl`, read for the tests.
struct VectorCase: Decodable {
    struct Rules: Decodable {
        struct Category: Decodable { var half_life: Double?; var cap: UInt32 }
        struct Signal: Decodable {
            var points: Int32
            var category: Int
            var limit: Int?
            var hand_raise: Bool
            var shares: Bool
            var consumes: Bool
        }
        struct Role: Decodable { var weight: UInt32 }
        struct Echo: Decodable {
            var window: Int
            var points: UInt32
            var upward_points: UInt32
            var half_life: Double?
            var cap: UInt32
        }
        struct Gate: Decodable { var tier: Int; var score: Int64; var engaged_buyers: Int; var roles: [Int] }
        struct ActNow: Decodable { var tier: Int; var days: Int; var roles: [Int] }
        struct Account: Decodable {
            var enter: Gate
            var stay: Gate
            var dwell: Int
            var cooldown: Int
            var act_now: ActNow?
        }
        struct Buyer: Decodable {
            var roles: [Int]
            var tier: Int
            var raise_days: Int
            var account_qualified: Bool
            var enter: Int64
            var stay: Int64
        }
        var categories: [Category]
        var signals: [Signal]
        var roles: [Role]
        var no_role_weight: UInt32
        var tiers: Int
        var engaged_at: Int64
        var breadth_points: UInt32
        var echo: Echo
        var account: Account
        var buyer: Buyer

        var fold: FoldRules {
            func halfLife(_ days: Double?) -> HalfLife? {
                days.flatMap { HalfLife(microdays: Int64(($0 * 1_000_000).rounded())) }
            }
            func gate(_ g: Gate) -> FoldRules.Gate {
                .init(tier: g.tier, scoreMilli: g.score, engagedBuyers: g.engaged_buyers, roles: RoleSet(g.roles))
            }
            return FoldRules(
                categories: categories.map { .init(halfLife: halfLife($0.half_life), capMilli: $0.cap) },
                signals: signals.map {
                    .init(
                        pointsMilli: $0.points, category: $0.category, limitPerDay: $0.limit,
                        raisesHand: $0.hand_raise, shares: $0.shares, consumes: $0.consumes)
                },
                roleWeightsPermille: roles.map(\.weight), noRoleWeightPermille: no_role_weight, tierCount: tiers,
                engagedAtMilli: engaged_at, breadthMilli: breadth_points,
                echo: .init(
                    windowDays: echo.window, pointsMilli: echo.points, upwardPointsMilli: echo.upward_points,
                    halfLife: halfLife(echo.half_life), capMilli: echo.cap),
                enter: gate(account.enter), stay: gate(account.stay), dwellDays: account.dwell,
                cooldownDays: account.cooldown,
                actNow: account.act_now.map { .init(tier: $0.tier, days: $0.days, roles: RoleSet($0.roles)) },
                buyer: .init(
                    roles: RoleSet(buyer.roles), tier: buyer.tier, raiseDays: buyer.raise_days,
                    needsQualifiedAccount: buyer.account_qualified, enterMilli: buyer.enter, stayMilli: buyer.stay))
        }
    }

    struct Fact: Decodable {
        var kind: String
        var day: Int32
        var points: Int64?
        var tier: Int?
        var buyer: Int?
        var role: Int?
        var level: Int?
        var signal: Int?
        var content: Int?
        var to: Int?

        var dated: DatedFact {
            switch kind {
            case "fit": DatedFact(day: day, fact: .fit(pointsMilli: points ?? 0, tier: tier ?? 0))
            case "persona": DatedFact(day: day, fact: .persona(buyer: buyer ?? 0, role: role, level: level))
            default:
                DatedFact(
                    day: day,
                    fact: .engagement(buyer: buyer ?? 0, signal: signal ?? 0, content: content, sharedWith: to))
            }
        }
    }

    struct Expectation: Decodable {
        struct Change: Decodable, Equatable {
            enum Who: Equatable { case account, buyer(Int) }
            var day: Int32
            var fact: Int?
            var who: Who
            var change: String
            var score: Int64

            enum Key: CodingKey { case day, fact, who, change, score }

            init(from decoder: any Decoder) throws {
                let box = try decoder.container(keyedBy: Key.self)
                day = try box.decode(Int32.self, forKey: .day)
                fact = try box.decodeIfPresent(Int.self, forKey: .fact)
                if let number = try? box.decode(Int.self, forKey: .who) { who = .buyer(number) } else { who = .account }
                change = try box.decode(String.self, forKey: .change)
                score = try box.decode(Int64.self, forKey: .score)
            }

            var transition: Transition {
                let subject: Transition.Subject =
                    switch who {
                    case .account: .account
                    case .buyer(let number): .buyer(number)
                    }
                return Transition(
                    day: day, fact: fact, subject: subject, change: change == "entered" ? .entered : .left,
                    scoreMilli: score)
            }
        }

        struct Buyer: Decodable, Equatable {
            var number: Int
            var engagement: Int64
            var qualified: Bool

            init(number: Int, engagement: Int64, qualified: Bool) {
                self.number = number
                self.engagement = engagement
                self.qualified = qualified
            }

            init(from decoder: any Decoder) throws {
                var box = try decoder.unkeyedContainer()
                number = try box.decode(Int.self)
                engagement = try box.decode(Int64.self)
                qualified = try box.decode(Bool.self)
            }
        }

        struct Score: Decodable, Equatable {
            var day: Int32
            var score: Int64
            var engaged_buyers: Int
            var roles: [Int]
            var echo: Int64
            var qualified: Bool
            var buyers: [Buyer]
        }

        var transitions: [Change]
        var scores: [Score]
    }

    var id: String
    var rules: Rules
    var facts: [Fact]
    var until: Int32
    var ask: [Int32]
    var expect: Expectation

    /// The vectors of the specification, or `nil` where its folder is absent.
    static func all(_ file: String = #filePath) throws -> [VectorCase]? {
        let root = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let url = root.appending(path: "../shared/spec/vectors.jsonl")
        guard let data = try? Data(contentsOf: url) else { return nil }
        return try data.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(VectorCase.self, from: Data($0))
        }
    }
}

import WeirAgreement
import WeirDesk
import WeirFacts
import WeirSimulation

/// Teams to try the desk with.
public enum DeskExample {
    /// Those of an agreement in a file, signed or not.
    public static func rules(agreement path: String) throws -> DeskRules {
        let terms = try DeskTerms(try AgreementInUse.draft(path), version: 0)
        guard terms.hasTeams else { throw AppError(.badData, "\(path) has no teams, so nobody can be handed anything") }
        return terms.rules
    }

    /// Three teams in three time zones, with the public holidays of their countries.
    public static func rules() throws -> DeskRules {
        do {
            return try DeskRules(.example, hash: "example")
        } catch {
            throw AppError(.badData, error.description)
        }
    }

    /// A year at the desk that a seed brings back.
    public static func year(
        _ rules: DeskRules, seed: UInt64, from start: CivilDay, events: [YearEvent]? = nil
    ) -> DeskYear {
        DeskYear(rules, chance: SeededGenerator(seed: seed), from: start, events: events)
    }
}

/// What `world.json` says: the settings that make the world again, and how much there is of everything.
struct WorldDescription {
    let settings: WorldSettings
    let summary: WorldSummary

    /// JSON (RFC 8259) on several lines, without the last line's end.
    var json: String {
        let rows = WorldFile.allCases.compactMap { file in
            summary.rows[file].map { "    \"\(file.path)\": \($0)" }
        }
        let given =
            switch settings.population {
            case .invented: "invented"
            case .companies: "given"
            }
        return """
            {
              "format": 1,
              "seed": \(settings.seed),
              "accounts": \(settings.accounts),
              "companies": "\(given)",
              "first_day": "\(settings.firstDay)",
              "last_day": "\(settings.lastDay)",
              "days": \(settings.days),
              "engagements_asked": \(settings.engagements.map(String.init) ?? "null"),
              "largest_account_share_permille": \(settings.largestAccountSharePermille),
              "order": "by account, then as recorded",
              "rows": {
            \(rows.joined(separator: ",\n"))
              },
              "needs": \(summary.needs),
              "needs_without_opportunity": \(summary.needsWithoutOpportunity),
              "opportunities_won": \(summary.opportunitiesWon),
              "opportunities_lost": \(summary.opportunitiesLost),
              "opportunities_open": \(summary.opportunitiesOpen),
              "junk_opportunities": \(summary.junkOpportunities),
              "echoes": \(summary.echoes)
            }
            """
    }
}

import Testing

/// Mistakes put into the example, and what is reported of each.
enum Mistakes {
    struct Case: Sendable, CustomTestStringConvertible {
        let find: String
        let replacement: String
        let expected: [String]

        var testDescription: String { "\(find) → \(replacement)" }

        init(_ find: String, _ replacement: String, _ expected: [String]) {
            self.find = find
            self.replacement = replacement
            self.expected = expected
        }
    }

    static let table: [Case] = [
        .init(
            "solution:",
            "soluton:",
            ["3:1: unknown-key"]),
        .init(
            "half_life: 14 days",
            "halflife: 14 days",
            ["60:9: unknown-key"]),
        .init(
            "timezone: Europe/London\nfiscal",
            "fiscal",
            ["2:1: missing-key"]),
        .init(
            "  tiers: {A: 70, B: 50, C: 25}",
            "  # none",
            ["15:3: missing-key"]),
        .init(
            "engaged_at: 10",
            "engaged_at: 10\nengaged_at: 12",
            ["76:1: duplicate-key"]),
        .init(
            "{category: web, points: 4,",
            "{category: web, category: web, points: 4,",
            ["65:35: duplicate-key"]),
        .init(
            "points: 0.5, limit",
            "limit",
            ["64:16: missing-key"]),
        .init(
            "  no_role: {weight: 0.3}\n",
            "",
            ["38:3: missing-key"]),
        .init(
            "employees: {at_least: 50}",
            "employees: {at_least: fifty}",
            ["16:27: wrong-type"]),
        .init(
            "half_life: 30 days, cap: 40",
            "half_life: 0 days, cap: 40",
            ["59:24: out-of-range"]),
        .init(
            "half_life: 30 days, cap: 40",
            "half_life: -3 days, cap: 40",
            ["59:24: out-of-range"]),
        .init(
            "half_life: 30 days, cap: 40",
            "half_life: 30, cap: 40",
            ["59:24: wrong-unit"]),
        .init(
            "half_life: 30 days, cap: 40",
            "half_life: 30 months, cap: 40",
            ["59:24: wrong-unit"]),
        .init(
            "half_life: 30 days, cap: 40",
            "half_life: 1.5 days, cap: 40",
            ["59:24: too-precise"]),
        .init(
            "half_life: 30 days, cap: 40",
            "half_life: 30 days, cap: -1",
            ["59:38: out-of-range"]),
        .init(
            "half_life: 30 days, cap: 40",
            "half_life: 30 days, cap: 4294968",
            ["59:38: out-of-range"]),
        .init(
            "half_life: 30 days, cap: 40",
            "half_life: 30 days, cap: 40 points",
            ["59:38: wrong-unit"]),
        .init(
            "half_life: 30 days, cap: 40",
            "half_life: 30 days, cap: \"40\"",
            ["59:38: wrong-type"]),
        .init(
            "points: 25}",
            "points: 2147484}",
            ["72:50: out-of-range"]),
        .init(
            "points: 25}",
            "points: 2.5001}",
            ["72:50: too-precise"]),
        .init(
            "points: 25}",
            "points: 1e3}",
            ["72:50: wrong-type"]),
        .init(
            "points: 25}",
            "points: 0x10}",
            ["72:50: wrong-type"]),
        .init(
            "points: 25}",
            "points: 010}",
            ["72:50: wrong-type"]),
        .init(
            "points: 25}",
            "points: 1:30}",
            ["72:50: wrong-type"]),
        .init(
            "points: 25}",
            "points: 1_000}",
            ["72:50: wrong-type"]),
        .init(
            "points: 25}",
            "points: .5}",
            ["72:50: wrong-type"]),
        .init(
            "points: 25}",
            "points: +5}",
            ["72:50: wrong-type"]),
        .init(
            "points: 25}",
            "points: .inf}",
            ["72:50: wrong-type"]),
        .init(
            "points: 25}",
            "points: null}",
            ["72:50: missing-value"]),
        .init(
            "points: 25}",
            "points: }",
            ["72:50: missing-value"]),
        .init(
            "points: 25}",
            "points: [25]}",
            ["72:50: wrong-type"]),
        .init(
            "consumes: true}",
            "consumes: yes}",
            ["66:64: wrong-type"]),
        .init(
            "hand_raise: true",
            "hand_raise: on",
            ["74:68: wrong-type"]),
        .init(
            "hand_raise: true",
            "hand_raise: \"true\"",
            ["74:68: wrong-type"]),
        .init(
            "limit_per_day: 5",
            "limit_per_day: 0",
            ["64:60: out-of-range"]),
        .init(
            "limit_per_day: 5",
            "limit_per_day: 2.5",
            ["64:60: too-precise"]),
        .init(
            "weight: 1.5",
            "weight: 1001",
            ["51:84: out-of-range"]),
        .init(
            "weight: 1.5",
            "weight: -1",
            ["51:84: out-of-range"]),
        .init(
            "weight: 1.5",
            "weight: 0.0005",
            ["51:84: too-precise"]),
        .init(
            "engaged_at: 10",
            "engaged_at: 0",
            ["75:13: out-of-range"]),
        .init(
            "days: 14}",
            "days: 0}",
            ["85:28: out-of-range"]),
        .init(
            "days: 14}",
            "days: 14 days}",
            ["85:28: wrong-unit"]),
        .init(
            "to: 30%",
            "to: 130%",
            ["114:57: out-of-range"]),
        .init(
            "to: 30%",
            "to: 0.3",
            ["114:57: wrong-unit"]),
        .init(
            "warn_at: 50%",
            "warn_at: half",
            ["118:84: wrong-unit"]),
        .init(
            "within: 4 business hours",
            "within: 4 business weeks",
            ["118:23: wrong-unit"]),
        .init(
            "last: 10 business days",
            "last: 10 days",
            ["114:22: wrong-unit"]),
        .init(
            "fiscal_year_starts: 02-01",
            "fiscal_year_starts: 02-30",
            ["5:21: impossible-date"]),
        .init(
            "fiscal_year_starts: 02-01",
            "fiscal_year_starts: 1 February",
            ["5:21: wrong-type"]),
        .init(
            "agreement: Northwind demand agreement",
            "agreement: ~",
            ["2:12: missing-value"]),
        .init(
            "agreement: Northwind demand agreement",
            "agreement: \" Northwind\"",
            ["2:12: stray-text"]),
        .init(
            "{technologies: set}",
            "{technologies: sett}",
            ["7:28: unknown-choice"]),
        .init(
            "{technologies: set}",
            "{technologies: set, employees: number}",
            ["7:33: duplicate-name"]),
        .init(
            "employees: {at_least: 50}",
            "revenue: {at_least: 50 EUR}",
            ["16:25: wrong-unit"]),
        .init(
            "employees: {at_least: 50}",
            "employes: {at_least: 50}",
            ["16:5: unknown-attribute"]),
        .init(
            "employees: {at_least: 50}",
            "employees: {at_leest: 50}",
            ["16:17: unknown-key"]),
        .init(
            "employees: {at_least: 50}",
            "employees: {contains: x}",
            ["16:27: wrong-type"]),
        .init(
            "employees: {at_least: 50}",
            "industry: {at_least: 5}",
            ["16:26: wrong-type"]),
        .init(
            "employees: {at_least: 50}",
            "employees: {at_least: 50, at_most: 10}",
            ["16:16: inverted-range"]),
        .init(
            "employees: {at_least: 50}",
            "{}",
            ["16:5: empty"]),
        .init(
            "employees: {at_least: 50}",
            "country: []",
            ["16:14: empty"]),
        .init(
            "Germany, France",
            "Germany, germany",
            ["18:49: duplicate-name"]),
        .init(
            "in_list: competitors",
            "in_list: competitor",
            ["22:20: unknown-list"]),
        .init(
            "tier: B, score: 100",
            "tier: D, score: 100",
            ["81:17: unknown-tier"]),
        .init(
            "roles: [decision_maker]}",
            "roles: [decision_makers]}",
            ["81:59: unknown-role"]),
        .init(
            "functions: [it, finance]",
            "functions: [it, finanse]",
            ["52:34: unknown-function"]),
        .init(
            "levels: [c_level, vp]",
            "levels: [c_level, svp]",
            ["50:71: unknown-level"]),
        .init(
            "category: web, points: 4",
            "category: wep, points: 4",
            ["65:30: unknown-category"]),
        .init(
            "team: sdr_us}",
            "team: sdr_usa}",
            ["109:46: unknown-team"]),
        .init(
            "attribute: technologies",
            "attribute: technology",
            ["30:18: unknown-attribute"]),
        .init(
            "influencer: 2}",
            "influencers: 2}",
            ["55:44: unknown-role"]),
        .init(
            "refuse: [disposable_email,",
            "refuse: [disposable_mail,",
            ["97:12: unknown-choice"]),
        .init(
            "order: [raised_hand, tier,",
            "order: [raised_hand, tires,",
            ["112:24: unknown-choice"]),
        .init(
            "Europe/London\nfiscal",
            "Europe/Lodon\nfiscal",
            ["4:11: unknown-timezone"]),
        .init(
            "timezone: America/New_York",
            "timezone: EST5",
            ["107:26: unknown-timezone"]),
        .init(
            "holidays: GB",
            "holidays: UK",
            ["104:100: unknown-country"]),
        .init(
            "holidays: US",
            "holidays: us",
            ["107:88: unknown-country"]),
        .init(
            "stay: {tier: B, score: 60, engaged_buyers: 2}",
            "stay: {tier: A, score: 120, engaged_buyers: 4, roles: [champion]}",
            ["82:16: stricter-stay", "82:26: stricter-stay", "82:47: stricter-stay", "82:57: stricter-stay"]),
        .init(
            "stay: 8\n",
            "stay: 30\n",
            ["92:9: stricter-stay"]),
        .init(
            "{at_least: 10000, points: 30}, {at_least: 1000, points: 20}",
            "{at_least: 1000, points: 20}, {at_least: 10000, points: 30}",
            ["29:46: unreachable"]),
        .init(
            "{at_least: 10000, points: 30}",
            "{at_least: 500, at_most: 2000, points: 30}",
            ["29:60: overlapping-ranges"]),
        .init(
            "{at_least: 10000, points: 30}",
            "{at_least: 100, at_most: 20, points: 30}",
            ["29:16: inverted-range"]),
        .init(
            "Insurance: 20}",
            "Insurance: 20, BANKING: 10}",
            ["27:69: unreachable"]),
        .init(
            "{A: 70, B: 50, C: 25}",
            "{A: 70, B: 70, C: 80}",
            ["34:21: tier-order", "34:28: tier-order"]),
        .init(
            "    influencer: {functions: [it, finance], weight: 1}",
            "    influencer: {functions: [it], levels: [vp], weight: 1}\n    expert: {functions: [it], levels: [vp], weight: 1}",
            ["53:5: unreachable"]),
        .init(
            "[manager, lead, principal]",
            "[manager, lead, VP]",
            ["47:32: ambiguous-keyword"]),
        .init(
            "    - staff: []",
            "    - staff: []\n    - other: []",
            ["49:14: ambiguous-keyword"]),
        .init(
            "- {team: sdr_emea}",
            "- {team: sdr_emea}\n  - {team: sdr_us}",
            ["111:5: unreachable"]),
        .init(
            "or: {in_list: strategic accounts}",
            "or: {in_list: strategic accounts}\n  served2: {}",
            ["24:3: unknown-key"]),
        .init(
            "  addressable:                          # everyone who could ever buy\n    employees: {at_least: 50}",
            "  addressable: {or: {country: [Spain]}}",
            ["15:17: empty"]),
        .init(
            "at_least: 20, at_most: 160",
            "at_least: 200, at_most: 160",
            ["122:25: inverted-range"]),
        .init(
            "review: [free_email,",
            "review: [competitor, free_email,",
            ["98:11: duplicate-name"]),
        .init(
            "no_authority, bad_timing,",
            "no_authority, duplicate, bad_timing,",
            ["128:16: duplicate-name"]),
        .init(
            "members: {dan: 15}",
            "members: {}",
            ["106:14: empty"]),
        .init(
            "members: {dan: 15}",
            "members: {dan: 0}",
            ["106:20: out-of-range"]),
        .init(
            "finance: [finance, accounting, controller, treasury]",
            "finance: []",
            ["42:14: empty"]),
        .init(
            "roles: [decision_maker, champion, influencer]",
            "roles: []",
            ["87:10: empty"]),
        .init(
            "models: [first, last, linear, u, w, time_decay, markov, shapley]",
            "models: []",
            ["135:23: empty"]),
        .init(
            "competitors: [rival.example, other-rival.example]",
            "competitors: []",
            ["10:16: empty"]),
        .init(
            "\"09:00-12:30\", \"13:30-17:30\"",
            "\"09:00-13:30\", \"13:00-17:30\"",
            ["104:73: overlapping-hours"]),
        .init(
            "\"09:00-17:00\"",
            "\"17:00-09:00\"",
            ["107:61: inverted-range"]),
        .init(
            "\"09:00-17:00\"",
            "\"9-17\"",
            ["107:61: wrong-type"]),
        .init(
            "{mon-fri: [\"09:00-17:00\"]}",
            "{mon-fry: [\"09:00-17:00\"]}",
            ["107:51: unknown-choice"]),
        .init(
            "{mon-fri: [\"09:00-17:00\"]}",
            "{fri-mon: [\"09:00-17:00\"]}",
            ["107:51: inverted-range"]),
        .init(
            "{mon-fri: [\"09:00-17:00\"]}",
            "{mon-fri: [\"09:00-17:00\"], fri: [\"10:00-12:00\"]}",
            ["107:77: duplicate-name"]),
        .init(
            "competitors: [rival.example, other-rival.example]",
            "competitors: {file: competitors.csv}",
            ["10:16: missing-key"]),
        .init(
            "competitors: [rival.example, other-rival.example]",
            "competitors: {file: competitors.csv, sha256: 0000000000000000000000000000000000000000000000000000000000000000}",
            ["10:48: wrong-hash"]),
        .init(
            "competitors: [rival.example, other-rival.example]",
            "competitors: {file: missing.csv, sha256: 0000000000000000000000000000000000000000000000000000000000000000}",
            ["10:23: missing-file"]),
        .init(
            "competitors: [rival.example, other-rival.example]",
            "competitors: {file: ../secret.csv, sha256: xyz}",
            ["10:23: bad-list-file", "10:46: wrong-type"]),
        .init(
            "web: {half_life: 14 days, cap: 20}",
            "web: &w {half_life: 14 days, cap: 20}",
            ["60:8: anchor"]),
        .init(
            "web: {half_life: 14 days, cap: 20}",
            "web: *w",
            ["60:8: alias"]),
        .init(
            "web: {half_life: 14 days, cap: 20}",
            "web: {<<: x, cap: 20}",
            ["60:9: merge-key"]),
        .init(
            "engaged_at: 10",
            "engaged_at: !!int 10",
            ["75:13: tag"]),
        .init(
            "agreement: Northwind",
            "%YAML 1.1\n---\nagreement: Northwind",
            ["2:1: directive"]),
        .init(
            "# ── 6. Credit",
            "---\n# ── 6. Credit",
            ["131:1: several-documents"]),
        .init(
            "engaged_at: 10",
            "engaged_at:\t10",
            ["75:12: tab"]),
        .init(
            "Northwind demand",
            "North\u{200B}wind demand",
            ["2:17: hidden-character"]),
        .init(
            "Northwind demand",
            "North\u{202E}wind demand",
            ["2:17: hidden-character"]),
        .init(
            "Northwind demand agreement",
            "\"North\\u200bwind\"",
            ["2:12: hidden-character"]),
        .init(
            "Northwind demand",
            "North\u{A0}wind demand",
            ["2:17: hidden-character"]),
        .init(
            "Northwind demand",
            "North\u{7}wind demand",
            ["2:17: hidden-character"]),
        .init(
            "tiers: {A: 70",
            "tiers: {A: 70, [B",
            ["34:34: not-yaml"]),
        .init(
            "refuse: [disposable_email,",
            "refuse: [disposable_email",
            ["97:12: unknown-choice"]),
        .init(
            "attributes: {technologies: set}",
            "attributes: {technologies: set",
            ["9:1: not-yaml"]),
        .init(
            "first_step: \"Call",
            "first_step: Call: \"x",
            ["115:17: not-yaml"]),
        .init(
            "  cooldown: 30 days",
            " cooldown: 30 days",
            ["84:2: not-yaml"]),
    ]
}

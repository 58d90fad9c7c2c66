import Testing

/// Changes to the example, and what the difference says of each.
enum Changes {
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
            "Northwind demand agreement",
            "Southwind agreement",
            ["The agreement is now called “Southwind agreement” instead of “Northwind demand agreement”."]),
        .init(
            "solution: analytics platform ",
            "# solution: analytics platform ",
            ["The agreement is now for no particular solution instead of for the solution “analytics platform”."]),
        .init(
            "timezone: Europe/London\nfiscal",
            "timezone: Europe/Paris\nfiscal",
            ["The agreement now counts days in the time zone Europe/Paris instead of Europe/London."]),
        .init(
            "fiscal_year_starts: 02-01",
            "fiscal_year_starts: 04-01",
            ["The fiscal year now starts on 1 April instead of 1 February."]),
        .init(
            "{technologies: set}",
            "{technologies: set, segment: text}",
            ["New: the attribute “segment” is text."]),
        .init(
            "[rival.example, other-rival.example]",
            "[rival.example, third.example]",
            [
                "The list “competitors” now also names third.example.",
                "The list “competitors” no longer names other-rival.example.",
            ]),
        .init(
            "  strategic accounts: [Example",
            "  partners: [p.example]\n  strategic accounts: [Example",
            ["New: the list “partners” names p.example."]),
        .init(
            "employees: {at_least: 50}",
            "employees: {at_least: 50, at_most: 90000}",
            ["New: being addressable asks that it has at most 90,000 employees. [tightens]"]),
        .init(
            "Netherlands, United States]\n",
            "Netherlands]\n",
            ["Being served no longer allows the country United States. [tightens]"]),
        .init(
            "    not: {in_list: competitors}\n",
            "",
            ["No longer: being a target asks that it is not on the list “competitors”. [loosens]"]),
        .init(
            "or: {in_list: strategic accounts}",
            "or: {in_list: competitors}",
            [
                "Being a target is now granted, whatever else is asked, if it is on the list “competitors” instead of if it is on the list “strategic accounts”."
            ]),
        .init(
            "Insurance: 20}",
            "Insurance: 25}",
            ["A company now gets, for the industry Insurance, 25 points instead of 20 points. [loosens]"]),
        .init(
            "Insurance: 20}",
            "Insurance: 20, Retail: 10}",
            ["New: a company gets, for the industry Retail, 10 points. [loosens]"]),
        .init(
            "{at_least: 10000, points: 30}",
            "{at_least: 20000, points: 30}",
            [
                "New: a company gets, for employees from 20,000 upwards, 30 points.",
                "No longer: a company gets, for employees from 10,000 upwards, 30 points.",
            ]),
        .init(
            "    - attribute: revenue\n      ranges: [{at_least: 1000000000, points: 15}]\n",
            "",
            ["No longer: for its revenue: 15 points from 1,000,000,000 upwards."]),
        .init(
            "{A: 70, B: 50, C: 25}",
            "{A: 70, B: 45, C: 25}",
            ["Tier B now begins at 45 points instead of 50 points. [loosens]"]),
        .init(
            "{A: 70, B: 50, C: 25}",
            "{A: 70, B: 50, C: 25, D: 10}",
            ["New: Tier D begins at 10 points."]),
        .init(
            "marketing: [marketing, demand",
            "marketing: [marketing, content, demand",
            ["The function marketing now also has among its keywords “content”."]),
        .init(
            "    - staff: []\n",
            "    - staff: [assistant]\n",
            ["The level staff now also has among its keywords “assistant”."]),
        .init(
            "weight: 1.5}",
            "weight: 1.75}",
            ["The role champion now counts with the weight 1.75 instead of 1.5. [loosens]"]),
        .init(
            "no_role: {weight: 0.3}",
            "no_role: {weight: 0.2}",
            ["A buyer without a role now counts with the weight 0.2 instead of 0.3. [tightens]"]),
        .init(
            "influencer: 2}",
            "influencer: 3}",
            ["In every account we now look for 3 influencers instead of 2 influencers."]),
        .init(
            "levels: [director, manager]",
            "levels: [director]",
            ["The role champion, by level, no longer covers manager."]),
        .init(
            "half_life: 14 days, cap: 20",
            "half_life: 2 weeks, cap: 25",
            ["Points in web now have a cap of 25 points instead of a cap of 20 points. [loosens]"]),
        .init(
            "web: {half_life: 14 days, cap: 20}",
            "web: {half_life: 14 days}",
            ["Points in web now have no cap instead of a cap of 20 points. [loosens]"]),
        .init(
            "  meeting_held: {category: conversation, points: 25}\n",
            "",
            ["No longer: “Meeting held” is worth 25 points in conversation. [tightens]"]),
        .init(
            "  event_met: {",
            "  trial_started: {category: events, points: 30}\n  event_met: {",
            ["New: “Trial started” is worth 30 points in events. [loosens]"]),
        .init(
            "points: 4, limit_per_day: 1",
            "points: 4, limit_per_day: 2",
            ["“Pricing viewed” now counts at most 2 times a day instead of at most 1 time a day. [loosens]"]),
        .init(
            "points: 8, shares: true",
            "points: 8",
            ["“Content shared” is now not sharing content instead of sharing content."]),
        .init(
            "email_replied: {category: conversation",
            "email_replied: {category: content",
            ["“Email replied” now counts in content instead of conversation."]),
        .init(
            "engaged_at: 10",
            "engaged_at: 8",
            ["A buyer is now engaged from 8 points instead of 10 points. [loosens]"]),
        .init(
            "points_per_role: 10",
            "points_per_role: 12",
            ["Each role among the engaged buyers is now worth 12 points instead of 10 points. [loosens]"]),
        .init(
            "echo: {window: 14 days, points: 5, upward_points: 20, half_life: 30 days, cap: 60}\n",
            "",
            [
                "No longer: when a buyer consumes content that a colleague shared with them at most 14 days before, the account earns 5 points, or 20 if the one who consumes it is known to be the more senior. These points fall to half every 30 days, and an account holds no more than 60 of them. [tightens]"
            ]),
        .init(
            "upward_points: 20",
            "upward_points: 25",
            [
                "Shared content that a more senior colleague consumes is now worth 25 points instead of 20 points. [loosens]"
            ]),
        .init(
            "tier: B, score: 100, engaged_buyers: 3",
            "tier: A, score: 90, engaged_buyers: 4",
            [
                "An account now enters in tier A instead of in tier B or better. [tightens]",
                "An account now enters at 90 points instead of 100 points. [loosens]",
                "An account now enters with 4 engaged buyers instead of 3 engaged buyers. [tightens]",
            ]),
        .init(
            "roles: [decision_maker]}\n  stay",
            "roles: [decision_maker, champion]}\n  stay",
            ["Entering now also needs the engaged role champion. [tightens]"]),
        .init(
            "score: 60",
            "score: 50",
            ["An account now stays at 50 points instead of 60 points. [loosens]"]),
        .init(
            "dwell: 7 days",
            "dwell: 14 days",
            ["An account that entered now stays for at least 14 days instead of 7 days. [loosens]"]),
        .init(
            "cooldown: 30 days",
            "cooldown: 10 days",
            ["An account that left may now enter again after 10 days instead of 30 days. [loosens]"]),
        .init(
            "  act_now: {tier: C, days: 14}          # a raised hand\n",
            "",
            ["No longer: a raised hand qualifies an account in tier C or better at once, for 14 days. [tightens]"]),
        .init(
            "act_now: {tier: C, days: 14}",
            "act_now: {tier: B, days: 10, roles: [champion]}",
            [
                "A raised hand now qualifies an account in tier B or better instead of in tier C or better. [tightens]",
                "A raised hand now qualifies an account for 10 days instead of 14 days. [tightens]",
                "A raised hand now counts from champion instead of anybody.",
            ]),
        .init(
            "  account_qualified: true\n",
            "",
            ["Engagement now qualifies a buyer in any account instead of only in a qualified account. [loosens]"]),
        .init(
            "enter: 20\n",
            "enter: 25\n",
            ["A buyer now qualifies at 25 points instead of 20 points. [tightens]"]),
        .init(
            "raised_hand: 14 days",
            "raised_hand: 7 days",
            ["A raised hand now qualifies a buyer for 7 days instead of 14 days. [tightens]"]),
        .init(
            "roles: [decision_maker, champion, influencer]",
            "roles: [decision_maker, champion]",
            ["A qualified buyer may no longer be an influencer. [tightens]"]),
        .init(
            "at_least: 4 ",
            "at_least: 3 ",
            ["Being sales-qualified now needs 3 of the five confirmed instead of 4 of the five confirmed. [loosens]"]),
        .init(
            "own_company, student_email]",
            "own_company]",
            ["The gate no longer refuses a student's e-mail address. [loosens]"]),
        .init(
            "members: {ana: 12,",
            "members: {ana: 15,",
            [
                "In the team “sdr_emea” ana now does 15 follow-ups a business day instead of 12 follow-ups a business day. [loosens]"
            ]),
        .init(
            "members: {dan: 15}",
            "members: {dan: 15, eve: 8}",
            ["New: in the team “sdr_us” eve does 8 follow-ups a business day. [loosens]"]),
        .init(
            "\"13:30-17:30\"",
            "\"13:30-18:00\"",
            [
                "The team “sdr_emea” now works Monday to Friday 09:00 to 12:30 and 13:30 to 18:00, by the clocks of Europe/London, except on the public holidays of GB. Before: Monday to Friday 09:00 to 12:30 and 13:30 to 17:30, by the clocks of Europe/London, except on the public holidays of GB."
            ]),
        .init(
            "country: [United States]}, team: sdr_us",
            "country: [United States, Canada]}, team: sdr_us",
            [
                "Routing now also has the rule: to “sdr_us” if its country is United States or Canada.",
                "Routing no longer has the rule: to “sdr_us” if its country is United States.",
            ]),
        .init(
            "order: [raised_hand, tier, score, age]",
            "order: [raised_hand, score, tier, age]",
            [
                "The hand-off now gives first place to who raised a hand, then the higher score, then the better tier, then what has waited longest. Before: who raised a hand, then the better tier, then the higher score, then what has waited longest."
            ]),
        .init(
            "expires: 10 business days",
            "expires: 5 business days",
            ["What waits now expires after 5 business days instead of after 10 business days. [tightens]"]),
        .init(
            "to: 30%",
            "to: 50%",
            [
                "In the last 10 business days of a quarter the hand-off now uses only 50% of the capacity instead of 30% of the capacity. [loosens]"
            ]),
        .init(
            "Call, citing",
            "Write, citing",
            [
                "The first step of Sales is now “Write, citing the evidence; then e-mail the same day; six touches over ten business days.”. Before: “Call, citing the evidence; then e-mail the same day; six touches over ten business days.”."
            ]),
        .init(
            "within: 4 business hours",
            "within: 4 hours",
            ["Sales now responds within 4 hours instead of 4 business hours."]),
        .init(
            "raised_hand: 30 business minutes",
            "raised_hand: 1 business hour",
            ["Sales now responds to a raised hand within 1 business hour instead of 30 business minutes. [loosens]"]),
        .init(
            "warn_at: 50%",
            "warn_at: 75%",
            ["The owner is now warned after 75% of the time instead of 50% of the time."]),
        .init(
            "[notify_manager, reassign]",
            "[notify_manager]",
            ["A late response no longer means that the hand-off is given to somebody else."]),
        .init(
            "{at_least: 20, at_most: 160}",
            "{at_least: 30}",
            [
                "Marketing now brings at least 30 a week instead of 20 a week. [tightens]",
                "No longer: Marketing brings at most 160 a week. [loosens]",
            ]),
        .init(
            "acceptance: {at_least: 70%}",
            "acceptance: {at_least: 75%}",
            ["Marketing now promises an acceptance of at least 75% instead of 70%. [tightens]"]),
        .init(
            "accept: []",
            "accept: [good_fit]",
            ["Sales now also accepts for the reason good fit."]),
        .init(
            "[no_need, no_budget,",
            "[no_need,",
            ["Sales no longer rejects by judgement for the reason no budget."]),
        .init(
            "bad_timing: 90 days",
            "bad_timing: 60 days",
            ["What is recycled for bad timing may now return after 60 days instead of 90 days. [loosens]"]),
        .init(
            "look_back: 365 days",
            "look_back: 180 days",
            ["Credit now goes back 180 days instead of 365 days."]),
        .init(
            "sourced: first_touch",
            "sourced: lead_creation",
            ["A deal is now sourced by whoever created the lead instead of whoever made the first touch."]),
        .init(
            "time_decay, markov, shapley",
            "time_decay, markov",
            ["Influence is no longer shown by the model Shapley."]),
        .init(
            "    decision_maker: {functions: [marketing, sales], levels: [c_level, vp], weight: 2}\n    champion: {functions: [marketing, sales], levels: [director, manager], weight: 1.5}\n",
            "    champion: {functions: [marketing, sales], levels: [director, manager], weight: 1.5}\n    decision_maker: {functions: [marketing, sales], levels: [c_level, vp], weight: 2}\n",
            [
                "The roles are now tried in the order champion, decision maker, influencer and user instead of decision maker, champion, influencer and user."
            ]),
    ]
}

import Hummingbird
import WeirApp
import WeirFacts
import WeirInsight
import WeirPages

/// The backtest lab: thresholds as sliders, and what each setting would have done.
struct LabPages: PageGroup {
    let views: any ViewUseCases

    func routes(_ routing: PageRouting) -> [Route] {
        [
            routing.page("/lab") { visit in try await lab(visit) },
            routing.page("/lab/pictures") { visit in try await pictures(visit) },
            routing.page("/lab/accounts") { visit in try await accounts(visit) },
            routing.form("/lab/draft", for: Role.writers) { visit in
                try await keep(visit)
            },
        ]
    }

    /// All accounts, with the history ended on the day that the page is read as of.
    private func overview(_ visit: Visit) async throws -> Overview {
        let past = try await optional(visit.asOf(try await views.today())) {
            try await views.overview(historyUntil: $0)
        }
        return if let past { past } else { try await views.overview() }
    }

    private func lab(_ visit: Visit) async throws -> Response {
        let overview = try await overview(visit)
        guard let setting = try await setting(visit, overview) else {
            return visit.page("Lab", room: .lab, time: visit.time(overview.asOf), of: overview) {
                PageHead("Lab").element
                EmptyState("There is no history to try anything on") {
                    "The lab replays what people did. Import engagements, or let a source send events, then come back."
                }.element
            }
        }
        return visit.page(
            "Lab", room: .lab, keys: [KeyHint("Arrow keys", "move the slider that has the focus")],
            time: visit.time(overview.asOf), of: overview
        ) {
            LabView(setting: setting, overview: overview, visit: visit).body
        }
    }

    /// The pictures alone, for the sliders.
    private func pictures(_ visit: Visit) async throws -> Response {
        let overview = try await overview(visit)
        guard let setting = try await setting(visit, overview) else { return .html("") }
        return .html(Markup { LabPictures(setting: setting, overview: overview).body }.html)
    }

    private func setting(_ visit: Visit, _ overview: Overview) async throws -> LabSetting? {
        guard let past = overview.past else { return nil }
        let values = LabValues.read(visit.call.target.query, over: TrialValues(overview.use.agreement))
        let kept = visit.query("kept").flatMap(LabValues.read)
        let tried = [values] + (kept.map { [$0] } ?? [])
        guard let trials = try await views.trials(of: tried, in: overview) else { return nil }
        return LabSetting(
            values: values, trial: trials[0], kept: kept, keptTrial: trials.count > 1 ? trials[1] : nil,
            current: past.current, asOf: visit.asOf(overview.asOf))
    }

    private func accounts(_ visit: Visit) async throws -> Response {
        let overview = try await overview(visit)
        guard let setting = try await setting(visit, overview) else {
            throw Problem.notFound("there is no history to try anything on")
        }
        let list = LabAccounts(setting: setting, overview: overview, visit: visit)
        return visit.page(list.title, room: .lab, time: visit.time(overview.asOf), of: overview) { list.body }
    }

    private func keep(_ visit: Visit) async throws -> Response {
        let overview = try await views.overview()
        let fields = visit.body.fields.map { (name: $0.name, value: $0.value) }
        try await views.keepDraft(with: LabValues.read(fields, over: TrialValues(overview.use.agreement)))
        try visit.note(.changed, DraftClash.subject)
        return .seeOther("/agreement/draft")
    }
}

/// What the lab shows at a moment.
struct LabSetting {
    var values: TrialValues
    var trial: Trial
    /// Another setting, put aside to compare with.
    var kept: TrialValues?
    var keptTrial: Trial?
    var current: Trial
    /// The past day that the history ends on.
    var asOf: CivilDay?

    /// This setting, or another, as an address has it.
    func query(_ values: TrialValues? = nil, kept: TrialValues?) -> [(String, String)] {
        LabSlider.allCases.map { ($0.rawValue, String($0.value(values ?? self.values))) }
            + (kept.map { [("kept", LabValues.text($0))] } ?? []) + day
    }

    /// The past day alone.
    var day: [(String, String)] { asOf.map { [("as_of", $0.description)] } ?? [] }
}

/// A threshold as a slider.
enum LabSlider: String, CaseIterable {
    case enter, stay, buyers, buyer, dwell, cooldown

    var title: String {
        switch self {
        case .enter: "Score to enter"
        case .stay: "Score to stay"
        case .buyers: "Engaged buyers to enter"
        case .buyer: "A buyer's own bar"
        case .dwell: "Days it stays at least"
        case .cooldown: "Days before it may return"
        }
    }

    var unit: String {
        switch self {
        case .enter, .stay, .buyer: " points"
        case .buyers: ""
        case .dwell, .cooldown: " days"
        }
    }

    /// In the slider's own unit.
    func value(_ values: TrialValues) -> Int {
        switch self {
        case .enter: Int(values.enterMilli / 1000)
        case .stay: Int(values.stayMilli / 1000)
        case .buyers: values.engagedBuyers
        case .buyer: Int(values.buyerMilli / 1000)
        case .dwell: values.dwellDays
        case .cooldown: values.cooldownDays
        }
    }

    func set(_ value: Int, in values: inout TrialValues) {
        switch self {
        case .enter: values.enterMilli = Int64(value) * 1000
        case .stay: values.stayMilli = Int64(value) * 1000
        case .buyers: values.engagedBuyers = value
        case .buyer: values.buyerMilli = Int64(value) * 1000
        case .dwell: values.dwellDays = value
        case .cooldown: values.cooldownDays = value
        }
    }

    /// From nothing to twice what is in force, and some.
    func range(inForce: Int) -> ClosedRange<Int> {
        switch self {
        case .enter, .stay: 0...max(100, inForce * 2)
        case .buyers: 0...10
        case .buyer: 0...max(50, inForce * 2)
        case .dwell: 0...60
        case .cooldown: 0...120
        }
    }
}

/// Thresholds in an address or a form.
enum LabValues {
    static func read(_ fields: [(name: String, value: String)], over values: TrialValues) -> TrialValues {
        var read = values
        for slider in LabSlider.allCases {
            guard let number = fields.first(where: { $0.name == slider.rawValue }).flatMap({ Int($0.value) }) else {
                continue
            }
            slider.set(min(max(0, number), 100_000), in: &read)
        }
        return read
    }

    /// `100,60,3,20,7,30`, in the order of the sliders.
    static func read(_ text: String) -> TrialValues? {
        let numbers = text.split(separator: ",").compactMap { Int($0) }
        guard numbers.count == LabSlider.allCases.count, numbers.allSatisfy({ (0...100_000).contains($0) }) else {
            return nil
        }
        var values = TrialValues.zero
        for (slider, number) in zip(LabSlider.allCases, numbers) { slider.set(number, in: &values) }
        return values
    }

    static func text(_ values: TrialValues) -> String {
        LabSlider.allCases.map { String($0.value(values)) }.joined(separator: ",")
    }
}

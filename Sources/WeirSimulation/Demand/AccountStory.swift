/// Everything that is true of one account before Sales touches it. Follows from the seed and the account's number
/// alone, so that any account can be told without the others.
struct AccountStory {
    var index: Int
    var profile: CompanyProfile
    var group: [Seat]
    var needs: [Need]
    var habits: Habits
}

/// Tells the stories.
struct StoryTeller {
    let settings: WorldSettings
    private let groups: GroupInvention
    private let needs: NeedInvention
    private let habits: HabitInvention

    init(settings: WorldSettings) {
        self.settings = settings
        let (seed, parameters, days) = (settings.seed, settings.parameters, settings.days)
        groups = GroupInvention(seed: seed, parameters: parameters, days: days)
        needs = NeedInvention(seed: seed, parameters: parameters, days: days)
        habits = HabitInvention(seed: seed, parameters: parameters, days: days)
    }

    func story(_ index: Int) -> AccountStory {
        let profile = profile(index)
        let isGiant = settings.largestAccountSharePermille > 0 && index < StoryTeller.giants
        let group = groups.group(
            account: index, employees: profile.employees, atLeast: isGiant ? StoryTeller.giantGroup : 0)
        var story = AccountStory(
            index: index, profile: profile, group: group,
            needs: needs.needs(account: index, profile: profile, group: group),
            habits: habits.habits(account: index, profile: profile, group: group))
        if isGiant, story.habits.sessionsPerMillion == 0 {
            story.habits.isActive = true
            story.habits.sessionsPerMillion = 30 * 1_000_000 / 365
        }
        return story
    }

    func profile(_ index: Int) -> CompanyProfile {
        switch settings.population {
        case .invented: CompanyProfile(seed: settings.seed, index: index)
        case .companies(let companies): CompanyProfile(company: companies[index], seed: settings.seed, index: index)
        }
    }

    /// The account's id in the files.
    func id(of index: Int) -> String {
        if case .companies(let companies) = settings.population, let id = companies[index].id { return id }
        return AccountNumber.id(index)
    }

    /// How many accounts have a huge share where one is asked for, and the least people each has.
    static let giants = 3
    static let giantGroup = 200

    /// The company as it is written.
    func company(_ story: AccountStory) -> SimulatedCompany {
        switch settings.population {
        case .invented:
            return CompanyInvention(seed: settings.seed).company(story.index, profile: story.profile)
        case .companies(let companies):
            var company = companies[story.index]
            company.technologies =
                company.technologies
                ?? CompanyProfile.technologyNames.enumerated()
                .filter { story.profile.technologies & (1 << UInt32($0.offset)) != 0 }.map(\.element)
            return company
        }
    }
}

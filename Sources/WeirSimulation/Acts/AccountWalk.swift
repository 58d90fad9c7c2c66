/// Walks through the days of one account and makes its acts, in the order in which they are recorded.
///
/// Only the day's acts and the few that wait for a later day are in memory, so an account may have any number of
/// acts. The account's own generator makes it independent of all others.
struct AccountWalk {
    let world: ActWorld
    let seed: UInt64
    var chance = SeededGenerator(seed: 0)
    /// How many times the natural number of sessions there are, in permille.
    var scalePermille = 1000
    var story = AccountStory(
        index: 0,
        profile: CompanyProfile(
            industry: nil, place: nil, employees: 1, revenue: 0, technologies: 0, hiddenTaste: 0),
        group: [], needs: [], habits: Habits())
    var sequence: UInt32 = 0
    var today: [Act] = []
    /// Acts that will happen on a later day.
    private var planned: [Act] = []
    private var nextPlanned = Int32.max
    /// Acts that have happened and will be recorded, perhaps again, at the end of a later day.
    private var unrecorded: [(day: Int32, act: Act, record: Record)] = []
    private var nextRecord = Int32.max

    init(world: ActWorld, seed: UInt64) {
        self.world = world
        self.seed = seed
    }

    /// Makes the acts of an account.
    mutating func walk<Receiver: ActReceiver>(
        _ story: AccountStory, touches: ArraySlice<Touch>, scalePermille: Int, into receiver: inout Receiver
    ) throws(Receiver.Failure) {
        begin(story, scalePermille)
        planTouches(touches)
        planHands()
        for day in 0..<world.calendar.days {
            browse(day)
            research(day)
            collect(day)
            meetMarketing(day)
            visitByMachine(day)
            takePlanned(day)
            if !today.isEmpty || nextRecord <= day { try record(day, into: &receiver) }
        }
        for late in unrecorded.sorted(by: { ($0.day, $0.act.sequence) < ($1.day, $1.act.sequence) }) {
            try receiver.receive(late.act, late.record)
        }
    }

    private mutating func begin(_ story: AccountStory, _ scalePermille: Int) {
        self.story = story
        self.scalePermille = scalePermille
        chance = SeededGenerator(seed, .acts, story.index)
        sequence = 0
        today.removeAll(keepingCapacity: true)
        planned.removeAll(keepingCapacity: true)
        unrecorded.removeAll(keepingCapacity: true)
        nextPlanned = .max
        nextRecord = .max
    }

    /// A new act, with the next number.
    mutating func act(_ signal: WorldSignal, by buyer: Int, on day: Int, at second: Int) -> Act {
        sequence &+= 1
        return Act(
            sequence: sequence, day: Int32(day), second: UInt32(min(second, 86_399)), buyer: UInt16(buyer),
            signal: signal)
    }

    /// Keeps an act until its day comes; after the window it never does.
    mutating func plan(_ act: Act) {
        guard act.day < world.calendar.days, act.day >= 0 else { return }
        planned.append(act)
        nextPlanned = min(nextPlanned, act.day)
    }

    private mutating func takePlanned(_ day: Int) {
        guard nextPlanned <= day else { return }
        var kept = 0
        nextPlanned = .max
        for place in planned.indices {
            if planned[place].day <= day {
                today.append(planned[place])
            } else {
                nextPlanned = min(nextPlanned, planned[place].day)
                planned[kept] = planned[place]
                kept += 1
            }
        }
        planned.removeSubrange(kept...)
    }

    /// Hands the day's acts over in order of time, then those of earlier days that are only recorded now.
    private mutating func record<Receiver: ActReceiver>(
        _ day: Int, into receiver: inout Receiver
    ) throws(Receiver.Failure) {
        if today.count > 1 {
            today.sort { ($0.second, $0.sequence) < ($1.second, $1.sequence) }
        }
        let (late, repeated) = (world.parameters.latePermille, world.parameters.repeatedPermille)
        for act in today {
            let fate = chance.below(1000)
            if fate < late {
                wait(act, until: day + chance.between(world.parameters.lateDays), .late)
                continue
            }
            try receiver.receive(act, .inTime)
            if fate < late + repeated { wait(act, until: day + chance.below(4), .again) }
        }
        today.removeAll(keepingCapacity: true)
        if nextRecord <= day { try recordEarlier(day, into: &receiver) }
    }

    private mutating func wait(_ act: Act, until day: Int, _ record: Record) {
        unrecorded.append((Int32(day), act, record))
        nextRecord = min(nextRecord, Int32(day))
    }

    private mutating func recordEarlier<Receiver: ActReceiver>(
        _ day: Int, into receiver: inout Receiver
    ) throws(Receiver.Failure) {
        var kept = 0
        nextRecord = .max
        for place in unrecorded.indices {
            let waiting = unrecorded[place]
            if waiting.day <= day {
                try receiver.receive(waiting.act, waiting.record)
            } else {
                nextRecord = min(nextRecord, waiting.day)
                unrecorded[kept] = waiting
                kept += 1
            }
        }
        unrecorded.removeSubrange(kept...)
    }
}

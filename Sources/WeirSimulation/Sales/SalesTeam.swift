/// A team that follows leads up: a queue, so many calls a day, and work that gets worse as the day fills.
struct SalesTeam {
    /// Leads the whole team follows up well on an ordinary business day.
    let capacity: Int
    private var queue: [Lead] = []
    private var head = 0

    init(capacity: Int) {
        self.capacity = max(1, capacity)
    }

    /// A lead with when and how well it was followed up.
    struct FollowUp {
        var lead: Lead
        /// Second of the day, UTC.
        var second: Int
        /// Permille of a perfect follow-up.
        var quality: Int
        /// Which call of the day it was, from 0.
        var number: Int
    }

    mutating func add(_ lead: Lead) { queue.append(lead) }

    /// Works one business day. Raised hands come first, then whoever waits longest; the leads that waited too long are
    /// handed to `forget`.
    mutating func work(
        on day: Int, calendar: WorldCalendar, parameters: WorldParameters, forget: (Lead) -> Void
    ) -> [FollowUp] {
        let share = calendar.isQuarterEnd[day] ? parameters.quarterEndCapacityPermille : 1000
        // A fraction of a call carries over by the day's number, so that small teams slow down too.
        var calls = (capacity * share * (day + 1)) / 1000 - (capacity * share * day) / 1000
        var done: [FollowUp] = []
        let hands = queue[head...].indices.filter { queue[$0].raisedHand }.prefix(calls)
        for place in hands { done.append(followUp(queue[place], on: day, number: done.count, calendar: calendar)) }
        for place in hands.reversed() { queue.remove(at: place) }
        calls -= hands.count
        while head < queue.count {
            let lead = queue[head]
            let waited = calendar.businessDays(from: lead.day, to: day)
            if waited > parameters.leadExpiresBusinessDays {
                forget(lead)
            } else if calls > 0 {
                done.append(followUp(lead, on: day, number: done.count, calendar: calendar))
                calls -= 1
            } else {
                break
            }
            head += 1
        }
        if head > 4096 {
            queue.removeFirst(head)
            head = 0
        }
        return done
    }

    /// The third call of the day comes within minutes, the forty-seventh in the afternoon, and worse.
    private func followUp(_ lead: Lead, on day: Int, number: Int, calendar: WorldCalendar) -> FollowUp {
        let fullness = min(1000, number * 1000 / max(8, capacity))
        let waited = calendar.businessDays(from: lead.day, to: day)
        return FollowUp(
            lead: lead, second: 32_400 + fullness * 25 + number % 60,
            quality: max(200, 1000 - fullness * 35 / 100 - waited * 45),
            number: number)
    }
}

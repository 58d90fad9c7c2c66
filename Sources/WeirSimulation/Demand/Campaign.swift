import WeirFacts

/// Something marketing pays for: it brings visits while it runs, and costs money every month.
struct Campaign {
    var name: String
    var channel: WorldChannel
    var vendor: String
    /// Days of the window; the last is included.
    var days: ClosedRange<Int>
    /// Added to how busy its days are, in permille.
    var boost: Int
    /// Cost of a whole month, in hundredths.
    var monthlyCost: Int

    static let none = UInt16.max
}

/// All campaigns of the window, and which of them run, mail, or meet on a day.
struct CampaignPlan {
    private(set) var campaigns: [Campaign] = []
    /// Campaigns that bring visits on a day, by day.
    private(set) var running: [[UInt16]]
    /// The campaign that sends a mailing on a day; `Campaign.none` on most.
    private(set) var mailing: [UInt16]
    private(set) var webinar: [UInt16]
    private(set) var event: [UInt16]

    /// - Parameter isBusinessDay: mailings, webinars and events only happen on these.
    init(seed: UInt64, days: Int, isBusinessDay: [Bool]) {
        running = Array(repeating: [], count: days)
        mailing = Array(repeating: Campaign.none, count: days)
        webinar = mailing
        event = mailing
        var chance = SeededGenerator(seed, .campaigns, 0)
        addAlwaysOn(days: days)
        var day = chance.below(10)
        while day < days {
            addBurst(from: day, days: days, &chance)
            day += chance.between(18...40)
        }
        addDated(every: 9...15, isBusinessDay, "Newsletter", .email, "Inhouse", cost: 60_000, &chance)
        addDated(every: 17...27, isBusinessDay, "Webinar", .webinar, "Stagecast", cost: 420_000, &chance)
        addDated(every: 70...110, isBusinessDay, "Trade fair", .event, "Messe & More, Ltd.", cost: 3_800_000, &chance)
    }

    private mutating func addAlwaysOn(days: Int) {
        let always: [(String, WorldChannel, String, Int)] = [
            ("Search - brand", .paidSearch, "Adwide", 900_000),
            ("Social - always on", .paidSocial, "Feedly Ads", 650_000),
        ]
        for (name, channel, vendor, cost) in always {
            add(
                Campaign(
                    name: name, channel: channel, vendor: vendor, days: 0...days - 1, boost: 0, monthlyCost: cost))
        }
    }

    /// A few weeks of one message in one channel.
    private mutating func addBurst(from day: Int, days: Int, _ chance: inout SeededGenerator) {
        let topics = ["Pipeline truth", "Forecast week", "Privacy, simply", "Quarter-end calm", "Data you can sign"]
        let channels: [(WorldChannel, String)] = [
            (.syndication, "LeadHarvest"), (.syndication, "Content Mill \"Plus\""), (.paidSocial, "Feedly Ads"),
            (.paidSearch, "Adwide"),
        ]
        let (channel, vendor) = chance.pick(channels)
        add(
            Campaign(
                name: "\(chance.pick(topics)) \(campaigns.count + 1)", channel: channel, vendor: vendor,
                days: day...min(days - 1, day + chance.between(9...27)), boost: chance.between(80...420),
                monthlyCost: chance.between(300...2200) * 1000))
    }

    private mutating func addDated(
        every gap: ClosedRange<Int>, _ isBusinessDay: [Bool], _ name: String, _ channel: WorldChannel,
        _ vendor: String, cost: Int, _ chance: inout SeededGenerator
    ) {
        var day = chance.below(gap.lowerBound)
        var number = 1
        while day < isBusinessDay.count {
            while day < isBusinessDay.count, !isBusinessDay[day] { day += 1 }
            guard day < isBusinessDay.count else { return }
            let place = UInt16(campaigns.count)
            campaigns.append(
                Campaign(
                    name: "\(name) \(number)", channel: channel, vendor: vendor, days: day...day, boost: 0,
                    monthlyCost: cost))
            switch channel {
            case .email: mailing[day] = place
            case .webinar: webinar[day] = place
            default: event[day] = place
            }
            number += 1
            day += chance.between(gap)
        }
    }

    private mutating func add(_ campaign: Campaign) {
        let place = UInt16(campaigns.count)
        campaigns.append(campaign)
        for day in campaign.days { running[day].append(place) }
    }

    /// What the campaigns that run on a day add to how busy it is, in permille.
    func boost(on day: Int) -> Int {
        running[day].reduce(0) { $0 + campaigns[Int($1)].boost }
    }
}

import WeirFacts

/// Writes what each campaign cost in each calendar month of the window.
struct CostRows {
    let calendar: WorldCalendar
    let campaigns: CampaignPlan

    func write(to writer: inout WorldWriter) throws {
        var number = 0
        for campaign in campaigns.campaigns {
            for month in months(of: campaign.days) {
                number += 1
                try writer.row(.costs) { text in
                    text.raw("C")
                    text.padded(UInt(number), digits: 5)
                    text.comma()
                    text.field(campaign.name)
                    text.comma()
                    text.field(campaign.vendor)
                    text.comma()
                    text.day(calendar.day(month.lowerBound))
                    text.comma()
                    text.day(calendar.day(month.upperBound))
                    text.comma()
                    amount(of: campaign, over: month.count, to: &text)
                    text.raw(",GBP")
                }
            }
        }
    }

    /// What happens on one day costs the whole sum, what runs for weeks its share of a month of 30 days.
    private func amount(of campaign: Campaign, over days: Int, to text: inout CSVText) {
        let cost = campaign.days.count == 1 ? campaign.monthlyCost : campaign.monthlyCost * days / 30
        text.number(cost / 100)
        text.raw(".")
        text.padded(UInt(cost % 100), digits: 2)
    }

    /// The days of a campaign, cut at the ends of months.
    private func months(of days: ClosedRange<Int>) -> [ClosedRange<Int>] {
        var months: [ClosedRange<Int>] = []
        var first = days.lowerBound
        while first <= days.upperBound {
            let month = calendar.day(first).components.month
            var last = first
            while last < days.upperBound, calendar.day(last + 1).components.month == month { last += 1 }
            months.append(first...last)
            first = last + 1
        }
        return months
    }
}

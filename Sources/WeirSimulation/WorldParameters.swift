/// What makes the world as it is: every knob in one place. The defaults give a world in which Northwind's example
/// agreement finds most real needs in its target market and few others.
///
/// Rates are whole numbers: permille of chances, or times in 1000 accounts and a year.
public struct WorldParameters: Hashable, Sendable {
    // ── Needs ────────────────────────────────────────────────────────────────────────────────────
    /// Needs that arise in 1000 accounts a year, by band of true fit, from unfit to best.
    public var needsPerThousandAYear = [12, 45, 120, 200]
    /// How long a need lasts, in days.
    public var needDays = 60...170
    /// How strongly a need is felt, in permille: scales what its people do and the chance to win it.
    public var needIntensity = 300...1000
    /// How many people take part in a need, where the group has so many.
    public var needPeople = 3...8
    /// Whether somebody who can decide takes part, where the group has one.
    public var decisionMakerJoinsPermille = 880
    /// Sessions a day of all people of a need of full intensity, in thousandths.
    public var needSessionsPerDayPermille = 620
    /// Needs in which somebody asks for a demonstration.
    public var raisedHandPermille = 280
    /// Needs of full intensity, without a raised hand, that give Sales a lead while they last; half intensity, half so
    /// many more again.
    public var noticedPermille = 700
    /// Needs nobody noticed that Sales finds by calling anyway.
    public var foundByCallingPermille = 120
    /// Shares from junior to senior that the senior then reads; other shares are read by a third of that.
    public var upwardSharesReadPermille = 720

    // ── Noise ────────────────────────────────────────────────────────────────────────────────────
    /// Accounts where people browse now and then, by band of true fit.
    public var activePermille = [350, 500, 650, 720]
    /// Sessions a year at an active account, least and most.
    public var browsingSessionsAYear = 8...46
    /// Accounts, in 1000 a year, at which one person collects content without any need.
    public var enthusiastsPerThousandAYear = 70
    /// Sessions a week of an enthusiast.
    public var enthusiastSessionsAWeek = 3
    /// Accounts, in 1000 a year, where somebody without a need asks for a demonstration.
    public var idleHandsPerThousandAYear = 12
    /// Active accounts, in 1000 a year, without a need, that give Sales a lead (a webinar seat, a badge scanned).
    public var emptyLeadsPerThousandAYear = 100
    /// Visits by job seekers, in 1000 accounts and a year, for each doubling of the company's size.
    public var jobSeekersPerThousandAYear = 120
    /// Accounts whose mail server opens every link before the reader does.
    public var linkScannerPermille = 140
    /// Visits by crawlers, in 1000 active accounts and a year.
    public var crawlersPerThousandAYear = 250
    /// Accounts that take part in a mailing, and recipients who click, in permille.
    public var mailedPermille = 250
    public var clicksPermille = 90
    /// People of a mailed account whom one mailing goes to.
    public var recipientsPermille = 90
    /// Links of a received message that a scanner opens: this share of messages, two to four links each.
    public var scannedPermille = 600
    /// Chance to attend a webinar: an ordinary known buyer of an active account, and one in need.
    public var webinarIdlePermille = 4
    public var webinarInNeedPermille = 130
    /// Chance to be met at an event, likewise.
    public var eventIdlePermille = 1
    public var eventInNeedPermille = 45

    // ── What people do in a session ──────────────────────────────────────────────────────────────
    public var browsing = SignalMix(
        pageViewed: 800, pricingViewed: 30, downloaded: 62, read: 80, shared: 12, replied: 8, unsubscribed: 8)
    public var researching = SignalMix(
        pageViewed: 400, pricingViewed: 90, downloaded: 160, read: 200, shared: 100, replied: 48, unsubscribed: 2)
    public var collecting = SignalMix(
        pageViewed: 250, pricingViewed: 8, downloaded: 480, read: 250, shared: 4, replied: 4, unsubscribed: 4)
    public var spying = SignalMix(
        pageViewed: 560, pricingViewed: 240, downloaded: 140, read: 60, shared: 0, replied: 0, unsubscribed: 0)

    // ── People and records ───────────────────────────────────────────────────────────────────────
    /// Groups in which somebody who can decide is known.
    public var decisionMakerKnownPermille = 880
    public var noTitlePermille = 45
    public var messyTitlePermille = 110
    public var freeMailPermille = 35
    /// People who become known only within the window.
    public var newBuyerPermille = 160
    public var newAccountPermille = 70

    // ── Dirt ─────────────────────────────────────────────────────────────────────────────────────
    /// Facts recorded days after they happened.
    public var latePermille = 20
    public var lateDays = 1...21
    /// Facts sent twice with the same message id.
    public var repeatedPermille = 8
    /// Sessions of which the row says only the e-mail address, only the domain, only the account, or an unknown buyer.
    public var emailOnlyPermille = 50
    public var domainOnlyPermille = 50
    public var accountOnlyPermille = 10
    public var strangerPermille = 5

    // ── Sales ────────────────────────────────────────────────────────────────────────────────────
    /// Leads that come in for each that the teams could follow up, over the whole window. Bursts and quarter ends go over
    /// it even when the whole does not.
    public var salesLoadPermille = 900
    /// First month of the seller's fiscal year: its quarters end in the months before.
    public var fiscalYearStartMonth = 2
    /// What is left of the teams' time on the last ten business days of a quarter.
    public var quarterEndCapacityPermille = 300
    /// Business days after which a lead that nobody called is forgotten.
    public var leadExpiresBusinessDays = 10
    /// Real needs, followed up perfectly, that Sales accepts; and accepted leads without need.
    public var acceptsNeedPermille = 900
    public var acceptsNoisePermille = 260
    /// Accepted real needs, followed up perfectly, that become an opportunity; and accepted noise.
    public var opportunityPermille = 780
    public var junkOpportunityPermille = 110
    /// Opportunities won at the least intensity, and more at the most; plus what a perfect follow-up adds.
    public var wonPermille = 130
    public var wonByIntensityPermille = 150
    public var wonByQualityPermille = 80
    /// From opening to closing, in days.
    public var cycleDays = 35...150

    public init() {}
}

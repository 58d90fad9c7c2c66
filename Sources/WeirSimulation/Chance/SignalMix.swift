/// What kinds of act people do in one state of mind, as parts of 1000. The parts need not sum to 1000; they are
/// taken in proportion.
public struct SignalMix: Hashable, Sendable {
    public var pageViewed: Int
    public var pricingViewed: Int
    public var downloaded: Int
    public var read: Int
    public var shared: Int
    public var replied: Int
    public var unsubscribed: Int

    public init(
        pageViewed: Int, pricingViewed: Int, downloaded: Int, read: Int, shared: Int, replied: Int, unsubscribed: Int
    ) {
        self.pageViewed = pageViewed
        self.pricingViewed = pricingViewed
        self.downloaded = downloaded
        self.read = read
        self.shared = shared
        self.replied = replied
        self.unsubscribed = unsubscribed
    }

    /// The mix spread over 1024 places, so that one draw and one look-up choose a signal.
    var table: [WorldSignal] {
        let parts: [(WorldSignal, Int)] = [
            (.pageViewed, pageViewed), (.pricingViewed, pricingViewed), (.contentDownloaded, downloaded),
            (.contentRead, read), (.contentShared, shared), (.emailReplied, replied), (.unsubscribed, unsubscribed),
        ]
        let whole = max(1, parts.reduce(0) { $0 + $1.1 })
        var table: [WorldSignal] = []
        var sum = 0
        for (signal, part) in parts {
            sum += part
            while table.count < sum * 1024 / whole { table.append(signal) }
        }
        while table.count < 1024 { table.append(.pageViewed) }
        return table
    }
}

/// A group of signals with one half-life and one cap.
public struct Category: Hashable, Sendable {
    public var name: String
    /// `nil`: no decay.
    public var halfLifeDays: Int?
    /// `nil`: no cap.
    public var capMilli: UInt32?

    public init(name: String, halfLifeDays: Int? = nil, capMilli: UInt32? = nil) {
        self.name = name
        self.halfLifeDays = halfLifeDays
        self.capMilli = capMilli
    }
}

/// A kind of engagement and what it is worth.
public struct Signal: Hashable, Sendable {
    public var name: String
    /// Number of its category.
    public var category: Int
    public var pointsMilli: Int32
    public var limitPerDay: Int?
    public var consumes: Bool
    public var shares: Bool
    public var handRaise: Bool

    public init(
        name: String, category: Int, pointsMilli: Int32, limitPerDay: Int? = nil, consumes: Bool = false,
        shares: Bool = false, handRaise: Bool = false
    ) {
        self.name = name
        self.category = category
        self.pointsMilli = pointsMilli
        self.limitPerDay = limitPerDay
        self.consumes = consumes
        self.shares = shares
        self.handRaise = handRaise
    }
}

/// Credit for content that is shared inside the account and then consumed.
public struct Echo: Hashable, Sendable {
    public var windowDays: Int
    public var pointsMilli: UInt32
    public var upwardPointsMilli: UInt32
    public var halfLifeDays: Int?
    public var capMilli: UInt32?

    public init(
        windowDays: Int, pointsMilli: UInt32, upwardPointsMilli: UInt32, halfLifeDays: Int? = nil,
        capMilli: UInt32? = nil
    ) {
        self.windowDays = windowDays
        self.pointsMilli = pointsMilli
        self.upwardPointsMilli = upwardPointsMilli
        self.halfLifeDays = halfLifeDays
        self.capMilli = capMilli
    }
}

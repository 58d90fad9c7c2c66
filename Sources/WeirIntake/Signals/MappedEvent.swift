import WeirAgreement

/// What an event is to the agreement.
public enum MappedEvent: Hashable, Sendable {
    case signal(MappedSignal)
    /// Worth nothing on purpose; why.
    case ignored(String)
    /// No rule knows it. Counted under the key and shown, so that nothing is silently worth nothing.
    case unmapped(UnmappedKey)
}

/// An engagement's signal and its details.
public struct MappedSignal: Hashable, Sendable {
    /// Its name in the agreement.
    public var signal: String
    /// What was read or shared.
    public var content: String?
    /// Id or e-mail address of whom it was shared with.
    public var sharedWith: String?
    public var campaign: String?
    public var channel: String?

    public init(
        signal: String, content: String? = nil, sharedWith: String? = nil, campaign: String? = nil,
        channel: String? = nil
    ) {
        self.signal = signal
        self.content = content
        self.sharedWith = sharedWith
        self.campaign = campaign
        self.channel = channel
    }
}

/// Under what an unknown event is counted. Names nobody: of a page only the first part of its path.
public struct UnmappedKey: Hashable, Sendable {
    public var kind: TrackingKind
    public var name: String

    public init(kind: TrackingKind, name: String) {
        self.kind = kind
        self.name = name
    }
}

/// What became of reading `signals.yaml`.
public struct SignalMapReading: Sendable {
    /// `nil` whenever there is a problem.
    public let map: SignalMap?
    /// Every mistake found, in the order of the text.
    public let problems: [AgreementProblem]
}

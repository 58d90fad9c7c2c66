import Foundation
import WeirFacts
import WeirLedger
import WeirTold

/// Who is told what: destinations, the log of deliveries, and calendars.
public final class NoticeDesk: Sendable {
    let workspace: Workspace
    let desk: SalesDesk
    let delivering: Delivering
    let seal: CursorSeal
    let clock: @Sendable () -> Instant

    static let networksSetting = "notify-networks"
    /// A secret that was replaced signs, too, for so long.
    public static let oldSecretHours: Int64 = 24

    init(
        _ workspace: Workspace, _ desk: SalesDesk, _ options: TellingOptions, clock: @escaping @Sendable () -> Instant
    ) throws {
        self.workspace = workspace
        self.desk = desk
        self.clock = clock
        delivering = Delivering(workspace, options, clock: clock)
        seal = try workspace.cursorSeal()
    }

    /// One that stands alone.
    public convenience init(
        _ workspace: Workspace, _ options: TellingOptions, clock: @escaping @Sendable () -> Instant
    ) throws {
        try self.init(workspace, SalesDesk(workspace), options, clock: clock)
    }

    /// The manager has a notice of their own of what others are told is broken.
    private static let peoplesUsual = Notice.ownersKinds.filter { $0 != .promiseEscalated } + [.destinationFailed]

    // MARK: Destinations

    public func destinations(_ page: PageRequest) async throws -> Page<Destination> {
        let after = try seal.place(page.cursor, of: "destinations")
        let found = try workspace.ledger.destinations().filter { $0.id > after }
        return seal.page(found, page, of: "destinations", id: \.id, Destination.init)
    }

    public func destination(_ id: String) async throws -> Destination { Destination(try stored(id)) }

    func stored(_ id: String) throws -> StoredDestination {
        let number = try RecordID.destination.number(id)
        guard let found = try workspace.ledger.destinations().first(where: { $0.id == number }) else {
            throw RecordID.destination.notFound(id)
        }
        return found
    }

    /// - Returns: the destination, and for a webhook the secret that it is signed with, which is shown this once.
    public func create(_ kind: DestinationKind, _ settings: DestinationSettings) async throws -> (
        Destination, secret: String?
    ) {
        let secret = kind == .webhook ? NoticeDesk.newSecret() : nil
        var stored = StoredDestination(
            name: "", kind: kind.rawValue, address: "", events: "", showsPeople: kind != .webhook,
            secret: secret?.bytes, createdAt: clock())
        var settings = settings
        settings.name = settings.name ?? ""
        settings.address = settings.address ?? ""
        settings.events = settings.events ?? []
        try NoticeDesk.apply(settings, to: &stored, try delivering.addressRule())
        let made = stored
        let added = try await onDisk { [workspace] in try workspace.ledger.addDestination(made) }
        return (Destination(added), secret?.text)
    }

    /// - Parameter revision: the one the change was made from; `nil` whatever it is.
    public func change(_ id: String, _ settings: DestinationSettings, revision: Int?) async throws -> Destination {
        let rule = try delivering.addressRule()
        return try await changing(id, revision: revision) { stored in
            try NoticeDesk.apply(settings, to: &stored, rule)
        }
    }

    private func changing(
        _ id: String, revision: Int?, _ change: @escaping @Sendable (inout StoredDestination) throws -> Void
    ) async throws -> Destination {
        let number = try RecordID.destination.number(id)
        return Destination(
            try await onDisk { [workspace] in
                // What the change refuses, it refuses in its own words.
                var refusal: ServiceError?
                do {
                    return try workspace.ledger.changeDestination(number, revision: revision) { stored in
                        do {
                            try change(&stored)
                        } catch let error as ServiceError {
                            refusal = error
                            throw error
                        }
                    }
                } catch { throw refusal ?? error }
            })
    }

    /// Gives a webhook a new secret; the old one signs, too, for a day.
    public func replaceSecret(of id: String) async throws -> (Destination, secret: String) {
        let secret = NoticeDesk.newSecret()
        guard try stored(id).kind == DestinationKind.webhook.rawValue else {
            throw ServiceError(.conflict, "only webhooks are signed; this is none")
        }
        let now = clock()
        let changed = try await changing(id, revision: nil) { stored in
            stored.oldSecret = stored.secret
            stored.oldUntil = now.advanced(bySeconds: NoticeDesk.oldSecretHours * 3600)
            stored.secret = secret.bytes
        }
        return (changed, secret.text)
    }

    /// What waits for it is dropped; its log stays.
    public func delete(_ id: String, revision: Int?) async throws {
        let number = try RecordID.destination.number(id)
        let now = clock()
        try await onDisk { [workspace] in
            try workspace.ledger.deleteDestination(number, revision: revision, now: now)
        }
    }

    private static func newSecret() -> WebhookSecret {
        guard let secret = WebhookSecret(bytes: (0..<32).map { _ in UInt8.random(in: 0...255) }) else {
            preconditionFailure("32 bytes are a secret")
        }
        return secret
    }

    private static func apply(
        _ settings: DestinationSettings, to stored: inout StoredDestination, _ rule: AddressRule
    ) throws {
        if let name = settings.name { stored.name = try AccessDesk.name(name) }
        if let address = settings.address { stored.address = try check(address, of: stored.kind, rule) }
        if var events = settings.events {
            // Programs take everything; people, what they can do something about.
            if events.isEmpty, let meant = MeantReceiver(rawValue: stored.address) { events = meant.usual }
            if stored.kind != DestinationKind.webhook.rawValue, events.isEmpty { events = NoticeDesk.peoplesUsual }
            stored.events = Notice.Kind.allCases.filter(events.contains).map(\.rawValue).joined(separator: " ")
        }
        if stored.address == MeantReceiver.owner.rawValue {
            let owners = Set(Notice.ownersKinds.map(\.rawValue))
            let asked = stored.events.split(separator: " ").map(String.init)
            guard !asked.isEmpty, owners.isSuperset(of: asked) else {
                throw ServiceError(.invalid, "the owner is told of hand-offs only: choose handoff.* and sla.* events")
            }
        }
        if let showsPeople = settings.showsPeople { stored.showsPeople = showsPeople }
        if let isOn = settings.isOn {
            stored.isOn = isOn
            if isOn { (stored.offReason, stored.failures, stored.resumesAt) = (nil, 0, nil) }
        }
    }

    private static func check(_ address: String, of kind: String, _ rule: AddressRule) throws -> String {
        if kind == DestinationKind.mail.rawValue {
            guard MeantReceiver(rawValue: address) != nil || MailAddress(address) != nil else {
                throw ServiceError(
                    .invalid,
                    "mail goes to one address such as sales@example.com, or to: owner, the hand-off's owner, or to: "
                        + "manager, whoever signs in as sales manager")
            }
            return address
        }
        guard let hook = HookAddress(address) else {
            throw ServiceError(.invalid, "the address is like https://hooks.example.com/path")
        }
        if hook.isPlain, rule.allowed.isEmpty {
            throw ServiceError(.invalid, "the address has to begin with https://")
        }
        if let literal = IPAddress(hook.host) {
            do {
                try rule.check(literal, isPlain: hook.isPlain)
            } catch { throw ServiceError(.invalid, error.description) }
        }
        return address
    }

    // MARK: Networks of one's own

    /// Networks besides the public internet that notices may go to.
    public func networks() throws -> [String] { try delivering.addressRule().allowed.map(\.description) }

    /// - Throws: `invalid` for a text that is no network.
    public func setNetworks(_ texts: [String]) throws {
        for text in texts where Network(text) == nil {
            throw ServiceError(.invalid, "“\(String(text.prefix(80)))” is no network; write it like 10.1.0.0/16")
        }
        try ServiceError.wrapping {
            try workspace.ledger.replaceSetting(
                NoticeDesk.networksSetting, Array(texts.joined(separator: " ").utf8))
        }
    }
}

/// Who is told what.
public protocol NoticeUseCases: Sendable {
    var notices: NoticeDesk { get }
}

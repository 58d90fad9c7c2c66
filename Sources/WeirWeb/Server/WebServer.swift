import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import ServiceLifecycle
import WeirApp
import WeirFacts

/// Every use case that the web door opens.
public typealias ServingUseCases = AccessUseCases & AgreementUseCases & ColleagueUseCases & DeskUseCases
    & EventUseCases
    & ExportUseCases & IdempotencyUseCases & InquiryUseCases & JobUseCases & MarketUseCases & MergeUseCases
    & NoticeUseCases & OperationUseCases & PageUseCases & RecordUseCases & ViewUseCases

/// Where and how the server listens.
public struct WebSettings: Sendable {
    public var host = "127.0.0.1"
    /// 0: any that is free.
    public var port = 8787
    public var limits = WebLimits()
    public var version = "dev"
    /// Where `htmx.min.js` lies; pages work without it.
    public var assetFolder: String?
    /// Where people sign in who have an account elsewhere; `nil` where nobody does.
    public var provider: IdentityProvider?

    public init() {}
}

/// The HTTP server: one door to the house.
public struct WebServer: Sendable {
    private let settings: WebSettings
    private let house: any ServingUseCases
    private let log: EventLog
    private let now: @Sendable () -> Instant

    /// - Parameter clock: the time of day, from the one clock at the edge.
    public init(
        _ house: any ServingUseCases, _ settings: WebSettings, log sink: LogSink,
        clock: @escaping @Sendable () -> Instant
    ) {
        self.house = house
        self.settings = settings
        log = EventLog(sink: sink, now: clock)
        now = clock
    }

    /// Serves until SIGTERM or SIGINT: then it takes no more connections, finishes what is under way, and puts on disk
    /// what was taken in.
    /// - Parameter onListening: called once requests are answered, with the port.
    public func run(onListening: @escaping @Sendable (Int) -> Void = { _ in }) async throws {
        let manager = ServiceManager()
        let stopFlag = StopFlag()
        let front = front(stopFlag)
        let meters = front.meters
        let limits = settings.limits
        let application = Application(
            responder: front,
            server: .http1(
                configuration: HTTP1Channel.Configuration(
                    additionalChannelHandlers: [PaceHandler(limits.pace) { meters.refused($0) }],
                    idleTimeout: .seconds(Int64(limits.idleSeconds)),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: limits.headerBytes, maxHeaderListSize: limits.headerBytes,
                        maxHeaderFieldCount: limits.headerFields))),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), serverName: "weir", backlog: 1024,
                availableConnectionsDelegate: MaximumAvailableConnections(limits.connections)),
            onServerRunning: { [log] channel in
                let port = channel.localAddress?.port ?? 0
                log.info("listening", ("port", .integer(port)))
                manager.tell("READY=1")
                onListening(port)
            },
            logger: log.libraryLogger)
        var configuration = ServiceGroupConfiguration(
            services: [application, Watch(manager: manager, stopFlag: stopFlag)],
            gracefulShutdownSignals: [.sigterm, .sigint],
            logger: log.libraryLogger)
        configuration.maximumGracefulShutdownDuration = .seconds(limits.stoppingSeconds)
        do {
            try await ServiceGroup(configuration: configuration).run()
        } catch {
            await house.stop()
            throw error
        }
        await house.stop()
        log.info("stopped")
    }

    private func front(_ stopFlag: StopFlag) -> Front {
        let budget = ByteBudget(limit: settings.limits.bodyBytesInFlight)
        let meters = Meters()
        let origins = Origins()
        let streams = StreamCount()
        let door = TrackingDoor(
            events: house, origins: origins, rates: RateGate(), limits: settings.limits, budget: budget, meters: meters,
            now: now)
        let health = Health(
            operations: house, meters: meters, budget: budget, streams: streams, version: settings.version,
            isStopping: stopFlag)
        let desk = RequestDesk(
            access: house, idempotency: house, limits: settings.limits, budget: budget, colleagues: house.colleagues,
            rates: RateGate())
        let shelf = AssetShelf(folder: settings.assetFolder)
        let lobby = Lobby(
            colleagues: house.colleagues, assets: shelf, now: now, bar: AgreementBar(house))
        let routing = PageRouting(lobby: lobby, limits: settings.limits, budget: budget)
        let pages = pageGroups(streams).flatMap { $0.routes(routing) }
        let inquiries = InquiryRoutes(
            inquiries: house, events: house, origins: origins, limits: settings.limits, budget: budget, meters: meters)
        let contract =
            RecordRoutes(house).routes + TransitionRoutes(records: house, streams: streams).routes
            + MergeRoutes(merges: house).routes + DeskRoutes(desk: house, streams: streams).routes
            + MarketRoutes(house).routes + ListRoutes(house).routes + AgreementRoutes(house).routes + inquiries.routes
            + EventRoutes(events: house).routes
            + WorkRoutes(jobs: house, exports: house, limits: settings.limits).routes
            + AccessRoutes(house, now: now).routes + NoticeRoutes(notices: house.notices).routes
            + DeliveryRoutes(notices: house.notices).routes
        let document = OpenAPIDocument(version: settings.version, routes: contract, schemas: Shapes.all)
        return Front(
            table: RouteTable(
                door.routes + Snippet().routes + health.routes + contract + [
                    document.route, CalendarDoor(notices: house.notices).route,
                ]
                    + shelf.routes + pages),
            desk: desk,
            origins: origins,
            meters: meters, log: log, lobby: lobby)
    }

    /// Every part of the application that people open in a browser.
    private func pageGroups(_ streams: StreamCount) -> [any PageGroup] {
        [
            SignInPages(provider: settings.provider.map { ProviderDoor($0) }),
            SettingsPages(access: house, notices: house.notices, views: house),
            EventPages(events: house, pages: house, streams: streams), ImportPages(pages: house, jobs: house),
            InboxPages(desk: house, streams: streams), FlowPages(desk: house, views: house),
            AccountPages(views: house), WaterfallPages(views: house), StagePages(views: house, desk: house),
            PromisePages(views: house, desk: house),
            AgreementPages(agreements: house, views: house, market: house), LabPages(views: house),
            MarketPages(views: house, market: house),
        ]
    }
}

extension WebLimits {
    var pace: ReadingPace {
        ReadingPace(
            graceMillis: Int64(readingSeconds) * 1000, minimumRate: Int64(minimumBodyRate),
            maximumBytes: Int64(importBytes))
    }
}

extension Meters {
    fileprivate func refused(_ refusal: PaceHandler.Refusal) {
        refusedConnections.add(1, refusal == .tooSlow ? "slow" : "large")
    }
}

/// Tells systemd that the server lives, and everybody else that it is stopping.
private struct Watch: ServiceLifecycle.Service {
    let manager: ServiceManager
    let stopFlag: StopFlag

    func run() async throws {
        await withGracefulShutdownHandler {
            let pause = manager.watchdogMicros.map { Duration.microseconds($0) } ?? .seconds(3600)
            await cancelWhenGracefulShutdown {
                while !Task.isCancelled {
                    manager.tell("WATCHDOG=1")
                    try? await Task.sleep(for: pause)
                }
            }
        } onGracefulShutdown: {
            stopFlag.set()
            manager.tell("STOPPING=1")
        }
    }
}

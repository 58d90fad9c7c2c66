import Testing
import WeirApp
import WeirTold

extension NoticeTests {
    func bench(_ carrier: StubCarrier, mail: Bool = false) throws -> ServiceBench {
        let bench = try ServiceBench(options: try options(carrier, mail: mail))
        bench.clock.turn(minutes: 600)
        return bench
    }

    func options(_ carrier: StubCarrier, mail: Bool = false) throws -> ServiceOptions {
        var options = ServiceOptions()
        options.telling.carrier = carrier
        options.telling.publicURL = "https://weir.example.com"
        if mail {
            options.telling.mail = (
                try #require(MailServer("smtp://mail.example.com")), try #require(MailAddress("weir@example.com"))
            )
        }
        return options
    }

    func webhook(_ bench: ServiceBench, _ events: [Notice.Kind] = []) async throws -> Destination {
        try await bench.service.notices.create(
            .webhook,
            DestinationSettings(name: "bridge", address: "https://hooks.example.com/x", events: events)
        ).0
    }

    /// Waits for something that another thread brings about; as long as it takes on a machine that others use too.
    func until(_ what: () async throws -> Bool) async throws {
        let end = ContinuousClock.now + .seconds(600)
        while try await !what() {
            try #require(ContinuousClock.now < end, "it did not happen within 10 minutes")
            await Task.yield()
        }
    }

    func states(_ bench: ServiceBench) async throws -> [Delivery.State] {
        try await bench.service.notices.deliveries(PageRequest(limit: 200)).items.map(\.state)
    }
}

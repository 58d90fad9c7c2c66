import HTTPTypes
import Hummingbird
import WeirApp

/// What whoever runs the server asks it.
struct Health: Sendable {
    let operations: any OperationUseCases
    let meters: Meters
    let budget: ByteBudget
    let streams: StreamCount
    let version: String
    let isStopping: StopFlag

    var routes: [Route] {
        [
            Route(method: .get, path: "/healthz", access: .open, group: .operations, operation: nil) { _ in
                .text("ok\n", type: "text/plain; charset=utf-8")
            },
            Route(method: .get, path: "/readyz", access: .open, group: .operations, operation: nil) { _ in
                let canWrite = await operations.isReady()
                guard canWrite, !isStopping.isSet else {
                    throw Problem(
                        503, "not_ready", isStopping.isSet ? "stopping" : "the ledger cannot be written now",
                        headers: [.retryAfter: "5"])
                }
                return .text("ready\n", type: "text/plain; charset=utf-8")
            },
            Route(method: .get, path: "/version", access: .open, group: .operations, operation: nil) { _ in
                .json(["name": "weir", "version": .text(version)])
            },
            Route(method: .get, path: "/metrics", access: .scope(.operationsRead), group: .operations, operation: nil) {
                _ in
                let page = meters.page(
                    operations.vitals(), bodyBytes: budget.bytesInUse, openStreams: streams.count, build: version)
                return .text(page, type: MeterPage.contentType)
            },
        ]
    }
}

import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Keeps every request of a connection to its ``ReadingPace``; closes the connection of one that does not.
///
/// The head's own deadline is the connection's idle time: nothing counts as activity until the head is whole.
final class PaceHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private var pace: ReadingPace
    private var look: Scheduled<Void>?
    /// Whether the answer to the request being read has begun: then it is too late for one of ours.
    private var hasAnswered = false
    private let refused: @Sendable (Refusal) -> Void

    enum Refusal: Sendable { case tooSlow, tooLarge }

    init(_ pace: ReadingPace, refused: @escaping @Sendable (Refusal) -> Void) {
        self.pace = pace
        self.refused = refused
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            hasAnswered = false
            plan(at: pace.begin(at: now), context)
        case .body(let bytes):
            if !pace.took(bytes.readableBytes) { return refuse(.tooLarge, context) }
        case .end:
            pace.end()
            look?.cancel()
            look = nil
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .head = unwrapOutboundIn(data) { hasAnswered = true }
        context.write(data, promise: promise)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        look?.cancel()
        look = nil
    }

    private func plan(at millis: Int64, _ context: ChannelHandlerContext) {
        look?.cancel()
        let loop = context.eventLoop.assumeIsolated()
        look = loop.scheduleTask(in: .milliseconds(max(1, millis - now))) { [weak self] in self?.lookNow(context) }
    }

    private func lookNow(_ context: ChannelHandlerContext) {
        guard pace.isReading else { return }
        switch pace.verdict(at: now) {
        case .wait(let millis): plan(at: millis, context)
        case .tooSlow: refuse(.tooSlow, context)
        }
    }

    private func refuse(_ refusal: Refusal, _ context: ChannelHandlerContext) {
        pace.end()
        refused(refusal)
        if !hasAnswered {
            let status: HTTPResponse.Status = refusal == .tooSlow ? .requestTimeout : .contentTooLarge
            let head = HTTPResponse(status: status, headerFields: [.connection: "close", .contentLength: "0"])
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
        context.close(promise: nil)
    }

    private var now: Int64 { Int64(NIODeadline.now().uptimeNanoseconds / 1_000_000) }
}

import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// Keeps every request of a connection to its ``ReadingPace``; closes the connection of one that does not.
///
/// The head's own deadline is the connection's idle time: nothing counts as activity until the head is whole.
///
/// A request that was answered before all of its body came, because it was refused, is given a moment to read that answer
/// while the rest is thrown away; then the connection is closed, however much is still to come.
final class PaceHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    enum Refusal: Sendable { case tooSlow, tooLarge }

    private enum Answer { case none, begun, whole }

    private var pace: ReadingPace
    private var look: Scheduled<Void>?
    /// How far the answer to the request being read is.
    private var answer = Answer.none
    private let refused: @Sendable (Refusal) -> Void
    /// How long the rest of a refused request is read and thrown away.
    private static let lingering = TimeAmount.seconds(2)

    init(_ pace: ReadingPace, refused: @escaping @Sendable (Refusal) -> Void) {
        self.pace = pace
        self.refused = refused
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head:
            answer = .none
            plan(at: pace.begin(at: now), context)
        case .body(let bytes):
            if answer == .whole { return context.read() }
            if !pace.took(bytes.readableBytes) { return refuse(.tooLarge, context) }
        case .end:
            pace.end()
            look?.cancel()
            look = nil
            if answer == .whole { return context.close(promise: nil) }
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head):
            answer = .begun
            guard pace.isReading, head.status.code >= 200 else { break }
            head.headerFields[.connection] = "close"
            return context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .body: break
        case .end:
            guard pace.isReading else { break }
            answer = .whole
            context.writeAndFlush(data, promise: promise)
            linger(context)
            return
        }
        context.write(data, promise: promise)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        look?.cancel()
        look = nil
    }

    private func linger(_ context: ChannelHandlerContext) {
        look?.cancel()
        look = context.eventLoop.assumeIsolated().scheduleTask(in: PaceHandler.lingering) {
            context.close(promise: nil)
        }
        context.read()
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
        if answer == .none {
            let status: HTTPResponse.Status = refusal == .tooSlow ? .requestTimeout : .contentTooLarge
            let head = HTTPResponse(status: status, headerFields: [.connection: "close", .contentLength: "0"])
            context.write(wrapOutboundOut(.head(head)), promise: nil)
            context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        }
        context.close(promise: nil)
    }

    private var now: Int64 { Int64(NIODeadline.now().uptimeNanoseconds / 1_000_000) }
}

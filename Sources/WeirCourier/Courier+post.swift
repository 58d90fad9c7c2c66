import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import WeirTold

/// Requests over HTTP/1.1, one to a connection.
extension Courier {
    /// Bytes of an answer's body that are read, and those that are kept.
    private static let mostRead = 65_536
    private static let mostKept = 500

    func post(_ letter: PostedLetter) async throws -> SendingOutcome {
        let address = letter.address
        let channel = try await bootstrap.connect(host: address.host, port: address.port) { channel in
            channel.eventLoop.makeCompletedFuture {
                let pipeline = channel.pipeline.syncOperations
                try pipeline.addHandler(AddressGate(letter.rule, isPlain: address.isPlain))
                if !address.isPlain { try pipeline.addHandler(secured(address.host)) }
                try pipeline.addHTTPClientHandlers()
                return try NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>(
                    wrappingChannelSynchronously: channel)
            }
        }
        return try await channel.executeThenClose { inbound, outbound in
            // Whoever answers and hangs up before all is said has answered.
            var unsaid: (any Error)?
            do {
                try await outbound.write(
                    contentsOf: [
                        .head(Courier.head(letter)), .body(.byteBuffer(ByteBuffer(bytes: letter.body))), .end(nil),
                    ])
            } catch {
                unsaid = error
            }
            do {
                return try await Courier.answer(inbound)
            } catch {
                throw unsaid ?? error
            }
        }
    }

    private static func head(_ letter: PostedLetter) -> HTTPRequestHead {
        var headers = HTTPHeaders([
            ("host", letter.address.authority), ("user-agent", "Weir"), ("accept", "*/*"), ("connection", "close"),
            ("content-length", "\(letter.body.count)"),
        ])
        for header in letter.headers { headers.replaceOrAdd(name: header.name, value: header.value) }
        return HTTPRequestHead(version: .http1_1, method: .POST, uri: letter.address.path, headers: headers)
    }

    private static func answer(
        _ inbound: NIOAsyncChannelInboundStream<HTTPClientResponsePart>
    ) async throws -> SendingOutcome {
        var head: HTTPResponseHead?
        var kept: [UInt8] = []
        var read = 0
        do {
            reading: for try await part in inbound {
                switch part {
                case .head(let first): head = first
                case .body(let piece):
                    kept += piece.readableBytesView.prefix(mostKept - kept.count)
                    read += piece.readableBytes
                    if read > mostRead { break reading }
                case .end: break reading
                }
            }
        } catch {
            // Whoever said what it is and then hung up has answered.
            if head == nil { throw error }
        }
        guard let head else { throw TalkError(description: "the connection was closed without an answer") }
        return SendingOutcome(
            httpStatus: Int(head.status.code), retryAfter: head.headers.first(name: "retry-after"),
            body: String(decoding: kept, as: UTF8.self))
    }
}

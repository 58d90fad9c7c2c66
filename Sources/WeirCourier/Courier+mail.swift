import NIOCore
import NIOPosix
import NIOSSL
import WeirTold

/// Mail submission (RFC 6409) over SMTP (RFC 5321), one message to a connection.
extension Courier {
    func mail(_ letter: MailedLetter) async throws -> SendingOutcome {
        let server = letter.server
        let channel = try await bootstrap.connect(host: server.host, port: server.port) { channel in
            channel.eventLoop.makeCompletedFuture {
                if server.security == .wrapped {
                    try channel.pipeline.syncOperations.addHandler(secured(server.host))
                }
                try channel.pipeline.syncOperations.addHandler(Arrivals())
                return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
            }
        }
        return try await channel.executeThenClose { inbound, outbound in
            var talk = MailTalk(inbound: inbound.makeAsyncIterator(), outbound: outbound)
            do {
                try await open(&talk, letter, channel.channel)
                let answer = try await talk.send(letter)
                try? await talk.say("QUIT")
                return SendingOutcome(mailStatus: answer.code, answer.text)
            } catch let refusal as MailTalk.Refusal {
                return SendingOutcome(mailStatus: refusal.reply.code, refusal.reply.text)
            }
        }
    }

    /// Greets, makes the connection secure, and signs in.
    private func open(_ talk: inout MailTalk, _ letter: MailedLetter, _ channel: any Channel) async throws {
        let server = letter.server
        try await talk.expect([220])
        var abilities = try await talk.greet(letter.from.domain)
        if server.security == .startTLS {
            guard abilities.contains("STARTTLS") else {
                throw TalkError(description: "the mail server offers no TLS; nothing was said to it")
            }
            try await talk.ask("STARTTLS", expecting: [220])
            let understood = talk.understood
            let host = server.host
            // Asked where bytes arrive: none can come between the question and TLS, which takes all that come later.
            try await channel.eventLoop.submit {
                let pipeline = channel.pipeline.syncOperations
                guard try pipeline.handler(type: Arrivals.self).bytes == understood else {
                    throw TalkError(description: "the mail server spoke before TLS began")
                }
                try pipeline.addHandler(secured(host), position: .first)
            }.get()
            abilities = try await talk.greet(letter.from.domain)
        }
        if let user = server.user { try await talk.signIn(user, server.password ?? "", abilities) }
    }
}

/// Counts the bytes that have come in for the talk, whether or not it has asked for them.
private final class Arrivals: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private(set) var bytes = 0

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        bytes += Self.unwrapInboundIn(data).readableBytes
        context.fireChannelRead(data)
    }
}

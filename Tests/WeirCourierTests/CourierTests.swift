import NIOCore
import NIOPosix
import Synchronization
import Testing
import WeirCourier
import WeirTold

/// A server that says fixed things: `greeting` at once, and an answer for each line that begins as its key does.
final class ScriptedServer: Sendable {
    struct Script: Sendable {
        var greeting = ""
        /// The beginning of a line, and what is said then.
        var answers: [(String, String)] = []
        var closes = false
    }

    let channel: any Channel
    private let heard = Mutex<[String]>([])
    private let count = Mutex(0)

    var lines: [String] { heard.withLock { $0 } }
    var connections: Int { count.withLock { $0 } }
    var port: Int { channel.localAddress?.port ?? 0 }

    init(_ script: Script) async throws {
        let heard = Ear()
        channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .childChannelInitializer { child in
                child.eventLoop.makeCompletedFuture {
                    try child.pipeline.syncOperations.addHandler(Mouth(script, heard))
                }
            }.bind(host: "127.0.0.1", port: 0).get()
        heard.server.withLock { $0 = self }
    }

    func close() async throws { try await channel.close() }

    final class Ear: Sendable {
        let server = Mutex<ScriptedServer?>(nil)
        func connected() { server.withLock { $0 }?.count.withLock { $0 += 1 } }
        func hear(_ line: String) { server.withLock { $0 }?.heard.withLock { $0.append(line) } }
    }

    private final class Mouth: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        private let script: Script
        private let ear: Ear
        private var waiting = ""

        init(_ script: Script, _ ear: Ear) {
            self.script = script
            self.ear = ear
        }

        func channelActive(context: ChannelHandlerContext) {
            ear.connected()
            say(script.greeting, context)
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            waiting += String(buffer: Self.unwrapInboundIn(data))
            while let end = waiting.firstRange(of: "\r\n") {
                let line = String(waiting[..<end.lowerBound])
                waiting.removeSubrange(..<end.upperBound)
                ear.hear(line)
                if let answer = script.answers.first(where: { line.hasPrefix($0.0) }) {
                    say(answer.1, context)
                    if script.closes { context.close(promise: nil) }
                }
            }
        }

        private func say(_ text: String, _ context: ChannelHandlerContext) {
            guard !text.isEmpty else { return }
            context.writeAndFlush(NIOAny(ByteBuffer(string: text)), promise: nil)
        }
    }
}

@Suite("The courier", .timeLimit(.minutes(1)))
struct CourierTests {
    private func post(_ port: Int, _ rule: AddressRule, host: String = "127.0.0.1") throws -> Letter {
        let address = try #require(HookAddress("http://\(host):\(port)/hook"))
        return .post(
            PostedLetter(address, headers: [("webhook-id", "ntc_1_ab")], body: Array("{}\r\n".utf8), rule: rule))
    }

    private var own: AddressRule {
        get throws { AddressRule(allowed: [try #require(Network("127.0.0.0/8")), try #require(Network("::1"))]) }
    }

    @Test(arguments: ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::ffff:127.0.0.1]"])
    func aClosedAddressIsNotEvenConnectedTo(host: String) async throws {
        let server = try await ScriptedServer(.init(greeting: "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"))
        let outcome = try await Courier().carry(post(server.port, AddressRule(), host: host))
        #expect(outcome.verdict == .unreachable && outcome.note.hasPrefix("not connected: "), "\(outcome.note)")
        #expect(server.connections == 0)
        try await server.close()
    }

    @Test func anAnswerIsReadAndRedirectsAreNotFollowed() async throws {
        let answers = [
            ("HTTP/1.1 204 No Content\r\n\r\n", SendingOutcome.Verdict.delivered),
            ("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/\r\nContent-Length: 0\r\n\r\n", .refused),
            ("HTTP/1.1 410 Gone\r\nContent-Length: 4\r\n\r\ngone", .gone),
            ("HTTP/1.1 429 Slow\r\nRetry-After: 7\r\nContent-Length: 0\r\n\r\n", .unreachable),
            ("HTTP/1.1 500 Oh\r\nConnection: close\r\n\r\nhalf an ans", .unreachable),
            ("SSH-2.0-OpenSSH\r\n", .unreachable),
        ]
        for (text, verdict) in answers {
            let server = try await ScriptedServer(.init(answers: [("{}", text)], closes: true))
            let outcome = try await Courier().carry(post(server.port, own))
            #expect(outcome.verdict == verdict, "\(outcome)")
            #expect(server.connections == 1 && server.lines.contains("webhook-id: ntc_1_ab"))
            #expect(server.lines.first == "POST /hook HTTP/1.1")
            try await server.close()
        }
    }

    @Test func whoeverDoesNotAnswerIsGivenUp() async throws {
        let server = try await ScriptedServer(.init())
        let outcome = try await Courier(patienceSeconds: 1).carry(post(server.port, own))
        #expect(outcome.verdict == .unreachable && outcome.note == "no answer within 1 seconds")
        try await server.close()
    }

    private func mail(_ server: String, text: String = "Subject: a\r\n\r\n.dot\r\n..two\r\n") throws -> Letter {
        .mail(
            MailedLetter(
                try #require(MailServer(server)), from: try #require(MailAddress("weir@example.com")),
                to: [try #require(MailAddress("ana@example.com"))], text: text))
    }

    @Test func mailIsHandedOverWithDotsDoubled() async throws {
        // The message's own end is answered where a line is nothing but a dot, which no other line begins with.
        let ending = try await ScriptedServer(
            .init(
                greeting: "220 here\r\n",
                answers: [
                    ("EHLO", "250 here\r\n"), ("MAIL", "250 ok\r\n"), ("RCPT", "250 ok\r\n"), ("DATA", "354 go on\r\n"),
                    ("..dot", ""), ("...two", ""), (".", "250 2.0.0 kept as 17\r\n"),
                ]))
        let outcome = try await Courier().carry(mail("smtp+plain://127.0.0.1:\(ending.port)"))
        #expect(outcome == SendingOutcome(.delivered, status: 250, "2.0.0 kept as 17"))
        #expect(ending.lines.contains("..dot") && ending.lines.contains("...two") && ending.lines.contains("."))
        try await ending.close()
    }

    @Test func aServerWithoutTLSIsToldNothing() async throws {
        let server = try await ScriptedServer(
            .init(greeting: "220 here\r\n", answers: [("EHLO", "250-here\r\n250 AUTH PLAIN\r\n")]))
        let outcome = try await Courier().carry(mail("smtp://weir:secret@127.0.0.1:\(server.port)"))
        #expect(outcome.verdict == .unreachable && outcome.note.contains("no TLS"))
        #expect(server.lines == ["EHLO example.com"])
        try await server.close()
    }

    @Test func whatIsSaidBeforeTLSBeginsIsNotBelieved() async throws {
        let server = try await ScriptedServer(
            .init(
                greeting: "220 here\r\n",
                answers: [("EHLO", "250-here\r\n250 STARTTLS\r\n"), ("STARTTLS", "220 go\r\n250-fake\r\n")]))
        let outcome = try await Courier().carry(mail("smtp://127.0.0.1:\(server.port)"))
        #expect(outcome.verdict == .unreachable && outcome.note.contains("before TLS began"))
        try await server.close()
    }

    /// What a man in the middle says in the server's name, in one go with words that fill what is read at once: it lies
    /// there unread when TLS begins, and must not be taken for what was said through it.
    @Test(arguments: [256, 512, 1024, 2048, 4096])
    func whatLiesUnreadWhenTLSBeginsIsNotBelieved(length: Int) async throws {
        let go = "220-" + String(repeating: "a", count: length - 14) + "\r\n220 go\r\n"
        let fake = "250 fake\r\n250 ok\r\n250 ok\r\n354 go on\r\n250 kept\r\n"
        #expect(go.utf8.count == length)
        let server = try await ScriptedServer(
            .init(
                greeting: "220 here\r\n", answers: [("EHLO", "250-here\r\n250 STARTTLS\r\n"), ("STARTTLS", go + fake)]))
        let outcome = try await Courier(patienceSeconds: 2).carry(mail("smtp://127.0.0.1:\(server.port)"))
        #expect(outcome.verdict == .unreachable && outcome.note.contains("before TLS began"), "\(outcome)")
        try await server.close()
    }

    @Test func whoIsNotTakenDoesNotKeepALetterFromTheOthers() async throws {
        let server = try await ScriptedServer(
            .init(
                greeting: "220 here\r\n",
                answers: [
                    ("EHLO", "250 here\r\n"), ("MAIL", "250 ok\r\n"),
                    ("RCPT TO:<ana@", "550 5.1.1 no such mailbox\r\n"),
                    ("RCPT", "250 ok\r\n"), ("DATA", "354 go on\r\n"), (".", "250 kept\r\n"),
                ]))
        let letter = MailedLetter(
            try #require(MailServer("smtp+plain://127.0.0.1:\(server.port)")),
            from: try #require(MailAddress("weir@example.com")),
            to: ["ana@example.com", "ben@example.com"].compactMap { MailAddress($0) }, text: "Subject: a\r\n\r\nb\r\n")
        #expect(try await Courier().carry(.mail(letter)).verdict == .delivered)
        try await server.close()
    }

    @Test func aMailboxThatIsNotThereIsHopeless() async throws {
        let server = try await ScriptedServer(
            .init(
                greeting: "220 here\r\n",
                answers: [("EHLO", "250 here\r\n"), ("MAIL", "250 ok\r\n"), ("RCPT", "550 5.1.1 no such mailbox\r\n")]))
        let outcome = try await Courier().carry(mail("smtp+plain://127.0.0.1:\(server.port)"))
        #expect(outcome == SendingOutcome(.hopeless, status: 550, "5.1.1 no such mailbox"))
        try await server.close()
    }
}

import Foundation
import NIOCore
import WeirTold

/// What is said between us and a mail server.
struct MailTalk {
    struct Reply {
        var code: Int
        var text: String
        var lines: [String]
    }

    /// The server said no.
    struct Refusal: Error { var reply: Reply }

    private var inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator
    private let outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    private var waiting: [UInt8] = []
    /// Bytes of the lines that were read so far.
    private(set) var understood = 0
    private static let longestReply = 65_536

    init(
        inbound: NIOAsyncChannelInboundStream<ByteBuffer>.AsyncIterator,
        outbound: NIOAsyncChannelOutboundWriter<ByteBuffer>
    ) {
        self.inbound = inbound
        self.outbound = outbound
    }

    func say(_ line: String) async throws {
        // Nobody's text is ever more than a line.
        guard !line.utf8.contains(where: { $0 == 0x0D || $0 == 0x0A }) else {
            throw TalkError(description: "a command would have had two lines")
        }
        try await outbound.write(ByteBuffer(string: line + "\r\n"))
    }

    @discardableResult
    mutating func ask(_ line: String, expecting codes: [Int]) async throws -> Reply {
        try await say(line)
        return try await expect(codes)
    }

    @discardableResult
    mutating func expect(_ codes: [Int]) async throws -> Reply {
        let reply = try await reply()
        guard codes.contains(reply.code) else { throw Refusal(reply: reply) }
        return reply
    }

    /// - Returns: what the server can do, in capitals.
    mutating func greet(_ name: String) async throws -> Set<String> {
        let reply = try await ask("EHLO \(name)", expecting: [250])
        return Set(reply.lines.dropFirst().map { $0.uppercased() })
    }

    mutating func signIn(_ user: String, _ password: String, _ abilities: Set<String>) async throws {
        let ways = abilities.first { $0.hasPrefix("AUTH ") }?.split(separator: " ").dropFirst() ?? []
        if ways.contains("PLAIN") {
            let token = Data("\u{0}\(user)\u{0}\(password)".utf8).base64EncodedString()
            try await ask("AUTH PLAIN \(token)", expecting: [235])
        } else if ways.contains("LOGIN") {
            try await ask("AUTH LOGIN", expecting: [334])
            try await ask(Data(user.utf8).base64EncodedString(), expecting: [334])
            try await ask(Data(password.utf8).base64EncodedString(), expecting: [235])
        } else {
            throw TalkError(description: "the mail server takes no password (neither AUTH PLAIN nor LOGIN)")
        }
    }

    /// - Returns: the answer to the message itself.
    mutating func send(_ letter: MailedLetter) async throws -> Reply {
        try await ask("MAIL FROM:<\(letter.from)>", expecting: [250])
        try await name(letter.to)
        try await ask("DATA", expecting: [354])
        let stuffed = letter.text.split(separator: "\r\n", omittingEmptySubsequences: false).map {
            $0.hasPrefix(".") ? "." + $0 : String($0)
        }.joined(separator: "\r\n")
        let end = stuffed.hasSuffix("\r\n") ? ".\r\n" : "\r\n.\r\n"
        try await outbound.write(ByteBuffer(string: stuffed + end))
        return try await expect([250])
    }

    /// Says who is to get it. One who is not taken does not keep it from the others.
    private mutating func name(_ receivers: [MailAddress]) async throws {
        var refusal: Refusal?
        var taken = 0
        for receiver in receivers {
            do {
                try await ask("RCPT TO:<\(receiver)>", expecting: [250, 251])
                taken += 1
            } catch let refused as Refusal { refusal = refused }
        }
        if taken == 0, let refusal { throw refusal }
    }

    // MARK: Reading

    private mutating func reply() async throws -> Reply {
        var lines: [String] = []
        while true {
            let line = try await line()
            guard line.count >= 3, let code = Int(line.prefix(3)), (200..<600).contains(code) else {
                throw TalkError(description: "this is no mail server: it says “\(line.prefix(80))”")
            }
            lines.append(String(line.dropFirst(4)))
            if line.dropFirst(3).first != "-" {
                return Reply(code: code, text: lines.joined(separator: " "), lines: lines)
            }
            guard lines.count < 200 else { throw TalkError(description: "the mail server does not end its answer") }
        }
    }

    private mutating func line() async throws -> String {
        while true {
            if let end = waiting.firstIndex(of: 0x0A) {
                let line = waiting[..<end].filter { $0 != 0x0D }
                waiting.removeFirst(end + 1)
                understood += end + 1
                return String(decoding: line, as: UTF8.self)
            }
            guard waiting.count < MailTalk.longestReply else {
                throw TalkError(description: "the mail server's line does not end")
            }
            guard let piece = try await inbound.next() else {
                throw TalkError(description: "the mail server closed the connection")
            }
            waiting += piece.readableBytesView
        }
    }
}

import NIOCore
import NIOPosix
import NIOSSL
import WeirTold

/// Carries notices over the network: webhooks over HTTP, mail over SMTP.
///
/// It follows no redirects, reads no more of an answer than it needs, checks certificates, and gives up in time. Every
/// address that it connects to passes the rule of the letter at the moment of connecting, whatever the name stood for
/// before.
public struct Courier: Carrying {
    /// Seconds until an attempt is given up.
    public static let patienceSeconds: Int64 = 20

    let tls: NIOSSLContext
    let group: any EventLoopGroup
    private let patienceSeconds: Int64

    /// - Parameters:
    ///   - certificates: a file of certificates to trust, in PEM; `nil` are the system's.
    ///   - patienceSeconds: until an attempt is given up.
    public init(certificates: String? = nil, patienceSeconds: Int64 = Courier.patienceSeconds) throws {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if let certificates { configuration.trustRoots = .file(certificates) }
        tls = try NIOSSLContext(configuration: configuration)
        group = MultiThreadedEventLoopGroup.singleton
        self.patienceSeconds = patienceSeconds
    }

    public func carry(_ letter: Letter) async -> SendingOutcome {
        await withTaskGroup(of: SendingOutcome?.self) { tasks in
            tasks.addTask {
                do {
                    switch letter {
                    case .post(let letter): return try await post(letter)
                    case .mail(let letter): return try await mail(letter)
                    }
                } catch {
                    return SendingOutcome(.unreachable, Courier.words(error))
                }
            }
            tasks.addTask {
                try? await Task.sleep(for: .seconds(patienceSeconds))
                return nil
            }
            let first = await tasks.next() ?? nil
            tasks.cancelAll()
            return first ?? SendingOutcome(.unreachable, "no answer within \(patienceSeconds) seconds")
        }
    }

    /// - Parameter host: as the certificate has to name it.
    func secured(_ host: String) throws -> NIOSSLClientHandler {
        // An address is checked against the certificate's addresses; it is no name.
        try NIOSSLClientHandler(context: tls, serverHostname: IPAddress(host) == nil ? host : nil)
    }

    var bootstrap: ClientBootstrap { ClientBootstrap(group: group).connectTimeout(.seconds(10)) }

    /// What went wrong, for whoever reads the log.
    private static func words(_ error: any Error) -> String {
        switch error {
        case let error as NIOConnectionError:
            if let refusal = error.connectionErrors.lazy.compactMap({ $0.error as? AddressRule.Refusal }).first {
                return "not connected: \(refusal)"
            }
            if error.connectionErrors.isEmpty { return "the name \(error.host) leads nowhere" }
            return "\(error.host) does not take connections at port \(error.port)"
        case let refusal as AddressRule.Refusal: return "not connected: \(refusal)"
        case let error as TalkError: return error.description
        case NIOSSLError.handshakeFailed(let why):
            // The rest of it says where in the library.
            let isUntrusted = "\(why)".contains("CERTIFICATE_VERIFY_FAILED")
            return "no secure connection: \(isUntrusted ? "its certificate is not trusted" : "TLS was not agreed on")"
        case is CancellationError: return "stopped"
        default: return "the connection failed: \(error)"
        }
    }
}

/// What the other side said that makes no sense.
struct TalkError: Error, CustomStringConvertible {
    var description: String
}

/// Lets a channel connect only to addresses that a rule allows: the very address that is connected to is checked, so that
/// a name cannot mean one machine when it is checked and another when it is used.
final class AddressGate: ChannelOutboundHandler, Sendable {
    typealias OutboundIn = ByteBuffer

    private let rule: AddressRule
    private let isPlain: Bool

    init(_ rule: AddressRule, isPlain: Bool) {
        self.rule = rule
        self.isPlain = isPlain
    }

    func connect(context: ChannelHandlerContext, to address: SocketAddress, promise: EventLoopPromise<Void>?) {
        guard let text = address.ipAddress, let known = IPAddress(text) else {
            promise?.fail(AddressRule.Refusal(description: "it is not on a network"))
            return
        }
        do {
            try rule.check(known, isPlain: isPlain)
            context.connect(to: address, promise: promise)
        } catch {
            promise?.fail(error)
        }
    }
}

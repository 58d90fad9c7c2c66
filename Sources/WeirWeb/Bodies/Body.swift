import HTTPTypes
import Hummingbird
import NIOCore

/// The body of a request, read whole, within limits and the budget of all bodies; inflated where it says it is deflated.
struct Body: ~Copyable {
    package let bytes: [UInt8]
    private let budget: ByteBudget
    private let taken: Int

    /// - Parameter limit: bytes, both as sent and inflated.
    /// - Throws: ``Problem`` where it is larger, cannot be inflated, or there is no room for it now.
    package static func read(_ request: Request, limit: Int, budget: ByteBudget) async throws -> Body {
        let coding = try Coding(request.headers)
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > limit {
            throw Problem.tooLarge(limit: limit)
        }
        var bytes: [UInt8] = []
        var taken = 0
        do {
            for try await piece in request.body {
                guard bytes.count + piece.readableBytes <= limit else { throw Problem.tooLarge(limit: limit) }
                guard budget.take(piece.readableBytes) else { throw Problem.overloaded }
                taken += piece.readableBytes
                bytes.append(contentsOf: piece.readableBytesView)
            }
            guard coding != .identity else { return Body(bytes: bytes, budget: budget, taken: taken) }
            // Reserved before it is known, since inflating is what costs the memory.
            guard budget.take(limit) else { throw Problem.overloaded }
            defer { budget.giveBack(limit) }
            let inflated = try coding.inflated(bytes, limit: limit)
            let more = inflated.count - taken
            if more > 0 {
                guard budget.take(more) else { throw Problem.overloaded }
                taken += more
            }
            return Body(bytes: inflated, budget: budget, taken: taken)
        } catch {
            budget.giveBack(taken)
            throw error
        }
    }

    deinit { budget.giveBack(taken) }
}

/// How a body is compressed.
package enum Coding: Equatable {
    case identity, gzip, deflate

    /// - Throws: ``Problem`` with status 415 for one that we do not know.
    package init(_ headers: HTTPFields) throws {
        switch headers[.contentEncoding]?.lowercased() {
        case nil, "", "identity": self = .identity
        case "gzip", "x-gzip": self = .gzip
        case "deflate": self = .deflate
        case let other?:
            throw Problem(
                415, "unsupported_encoding",
                "Content-Encoding \(other.prefix(40)) is not known; send gzip, deflate or none")
        }
    }

    package func inflated(_ bytes: [UInt8], limit: Int) throws -> [UInt8] {
        do throws(Inflater.Failure) {
            do throws(Inflater.Failure) {
                return try inflated(bytes, isRaw: false, limit: limit)
            } catch {
                guard error == .notCompressed, self == .deflate else { throw error }
                // The standard means zlib's format by “deflate”; some clients send the bare stream.
                return try inflated(bytes, isRaw: true, limit: limit)
            }
        } catch { throw Problem(error, limit: limit) }
    }

    private func inflated(_ bytes: [UInt8], isRaw: Bool, limit: Int) throws(Inflater.Failure) -> [UInt8] {
        let inflater = try Inflater(isRaw: isRaw)
        let inflated = try inflater.inflate(bytes, limit: limit)
        try inflater.finish()
        return inflated
    }
}

extension Problem {
    package init(_ failure: Inflater.Failure, limit: Int) {
        switch failure {
        case .tooLarge: self = .tooLarge(limit: limit)
        case .notCompressed:
            self.init(
                400, "bad_compression", "the body is not what Content-Encoding says; send it as it is, or compress it")
        case .cutShort: self.init(400, "bad_compression", "the compressed body ends too early; send it again")
        }
    }
}

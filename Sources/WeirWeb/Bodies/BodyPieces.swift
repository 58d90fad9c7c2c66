import Hummingbird
import NIOCore

/// A body read a piece at a time, as whoever reads it asks for more: what is not asked for stays with the sender.
actor BodyPieces {
    private var iterator: RequestBody.AsyncIterator
    private let inflater: Inflater?
    private let limit: Int
    private var given = 0
    /// Compressed bytes not looked at yet.
    private var waiting: ArraySlice<UInt8> = []
    private var hasEnded = false

    /// Compressed bytes inflated at a time: they make a thousand times as many at most.
    private static let step = 4096

    /// - Parameter limit: bytes, both as sent and inflated.
    init(_ request: Request, limit: Int) throws {
        iterator = request.body.makeAsyncIterator()
        self.limit = limit
        do {
            inflater = try Coding(request.headers) == .identity ? nil : Inflater()
        } catch let failure as Inflater.Failure { throw Problem(failure, limit: limit) }
    }

    /// The next piece; `nil` at the end.
    func next() async throws -> [UInt8]? {
        guard let inflater else {
            guard let piece = try await nextOnWire() else { return nil }
            return try counted(Array(piece.readableBytesView))
        }
        do {
            while !hasEnded {
                if waiting.isEmpty {
                    guard let piece = try await nextOnWire() else { break }
                    waiting = Array(piece.readableBytesView)[...]
                }
                let inflated = try inflater.inflate(Array(waiting.prefix(BodyPieces.step)), limit: limit)
                waiting = waiting.dropFirst(BodyPieces.step)
                if !inflated.isEmpty { return try counted(inflated) }
            }
            if !hasEnded { try inflater.finish() }
            hasEnded = true
            return nil
        } catch let failure as Inflater.Failure { throw Problem(failure, limit: limit) }
    }

    /// Reading is exclusive: whoever asks waits for the answer before asking again.
    private func nextOnWire() async throws -> ByteBuffer? {
        var reading = iterator
        defer { iterator = reading }
        return try await reading.next(isolation: self)
    }

    private func counted(_ piece: [UInt8]) throws -> [UInt8] {
        given += piece.count
        if given > limit { throw Problem.tooLarge(limit: limit) }
        return piece
    }
}

/// An answer kept under an `Idempotency-Key`, to be given again to whoever repeats the request.
public struct IdempotentAnswer: Hashable, Sendable {
    public var status: Int
    public var headers: [String: String]
    public var body: [UInt8]

    public init(status: Int, headers: [String: String] = [:], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// What a key says about a request.
public enum IdempotencyState: Hashable, Sendable {
    /// Not seen before: do it, then keep the answer or give the key back.
    case fresh
    /// Done before: give this answer again.
    case answered(IdempotentAnswer)
    /// The same request is being done at this moment.
    case running
    /// The key was used for another request.
    case differs
}

import HTTPTypes
import Hummingbird
import NIOCore

extension Response {
    static func json(_ json: JSON, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]) -> Response {
        bytes(json.bytes, type: "application/json", status: status, headers: headers)
    }

    static func text(_ text: String, type: String, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:])
        -> Response
    {
        bytes(Array(text.utf8), type: type, status: status, headers: headers)
    }

    static func bytes(
        _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok, headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = type
        return Response(status: status, headers: headers, body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    static var nothing: Response { Response(status: .noContent) }

    static func problem(_ problem: Problem, requestID: String) -> Response {
        bytes(
            problem.json(requestID: requestID).bytes, type: "application/problem+json",
            status: HTTPResponse.Status(code: problem.status, reasonPhrase: Status.title(problem.status)),
            headers: problem.headers)
    }

    /// Pieces as they come. Where the source fails in the middle, the connection is closed, so that the reader sees that
    /// something is missing.
    static func pieces(
        _ pieces: AsyncThrowingStream<[UInt8], any Error>, type: String, headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = type
        let body = ResponseBody { writer in
            for try await piece in pieces { try await writer.write(ByteBuffer(bytes: piece)) }
            try await writer.finish(nil)
        }
        return Response(status: .ok, headers: headers, body: body)
    }
}

extension HTTPField.Name {
    static let requestID = known("X-Request-Id")
    static let rateLimit = known("RateLimit")
    static let rateLimitPolicy = known("RateLimit-Policy")
    static let rateLimitReset = known("X-RateLimit-Reset")
    static let idempotencyKey = known("Idempotency-Key")
    static let globalPrivacyControl = known("Sec-GPC")
    static let lastEventID = known("Last-Event-ID")
    static let referrerPolicy = known("Referrer-Policy")
    static let link = known("Link")
    static let accelBuffering = known("X-Accel-Buffering")

    static func known(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is no name of a header field") }
        return name
    }
}

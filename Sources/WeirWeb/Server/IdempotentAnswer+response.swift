import HTTPTypes
import Hummingbird
import NIOCore
import WeirApp

extension IdempotentAnswer {
    /// Keeps what a response says.
    /// - Returns: also the response again, since its body can be read only once.
    static func of(_ response: Response) async throws -> (IdempotentAnswer, again: Response) {
        let collected = BodyCollector()
        try await response.body.write(collected)
        let bytes = Array(collected.buffer.readableBytesView)
        var headers: [String: String] = [:]
        for field in response.headers { headers[field.name.rawName] = field.value }
        let answer = IdempotentAnswer(status: response.status.code, headers: headers, body: bytes)
        return (answer, Response(answer))
    }
}

extension Response {
    init(_ answer: IdempotentAnswer) {
        var headers = HTTPFields()
        for (name, value) in answer.headers {
            if let name = HTTPField.Name(name), name != .contentLength { headers[name] = value }
        }
        self.init(
            status: HTTPResponse.Status(code: answer.status), headers: headers,
            body: answer.body.isEmpty ? ResponseBody() : ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
    }
}

/// Takes in a body that is written, to keep it.
private final class BodyCollector: ResponseBodyWriter {
    var buffer = ByteBuffer()

    func write(_ buffer: ByteBuffer) async throws {
        var buffer = buffer
        self.buffer.writeBuffer(&buffer)
    }

    func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

import Foundation
import WeirDesk

extension SLACases {
    private struct Refusal: Encodable {
        var code: String
        var place: String
        var message: String
    }

    /// The `id` of a line as JSON; `null` where there is none, or the line is no JSON.
    static func id(of line: ArraySlice<UInt8>) -> [UInt8] {
        struct Named: Decodable {
            var text: String?
            var number: Int64?

            enum Key: CodingKey { case id }

            init(from decoder: any Decoder) throws {
                let box = try decoder.container(keyedBy: Key.self)
                text = try? box.decode(String.self, forKey: .id)
                number = try? box.decode(Int64.self, forKey: .id)
            }
        }
        guard let named = try? JSONDecoder().decode(Named.self, from: Data(line)) else { return Array("null".utf8) }
        if let number = named.number { return Array("\(number)".utf8) }
        return json(named.text)
    }

    /// The answer to a line that cannot be answered.
    static func refusal(of line: ArraySlice<UInt8>, _ error: any Error) -> [UInt8] {
        let refusal =
            switch error {
            case let error as DeskError:
                Refusal(code: error.code.rawValue, place: error.place, message: error.message)
            case let error as AppError:
                Refusal(code: error.code.rawValue, place: "", message: error.description)
            case let error as DecodingError:
                decodingRefusal(error)
            default:
                Refusal(code: "bad-data", place: "", message: "the line cannot be read as JSON")
            }
        return Array("{\"id\":".utf8) + id(of: line) + Array(",\"error\":".utf8) + json(refusal) + Array("}\n".utf8)
    }

    private static func decodingRefusal(_ error: DecodingError) -> Refusal {
        func path(_ context: DecodingError.Context) -> String {
            context.codingPath.map { $0.intValue.map { "[\($0)]" } ?? "." + $0.stringValue }.joined()
                .replacing(/^\./, with: "")
        }
        return switch error {
        case .keyNotFound(let key, let context):
            Refusal(code: "bad-data", place: path(context), message: "“\(key.stringValue)” is missing")
        case .typeMismatch(_, let context), .valueNotFound(_, let context):
            Refusal(code: "bad-data", place: path(context), message: "is not of the type that the format has here")
        default:
            Refusal(code: "bad-data", place: "", message: "the line is not one JSON object")
        }
    }

    private static func json(_ value: some Encodable) -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return (try? encoder.encode(value)).map(Array.init) ?? Array("null".utf8)
    }
}

import HTTPTypes
import Hummingbird
import WeirApp

/// What a form brought: fields, and files where it sends any.
struct FormBody: Sendable {
    struct File: Sendable {
        var field: String
        var name: String
        var bytes: [UInt8]
    }

    var fields: [(name: String, value: String)] = []
    var files: [File] = []

    func value(_ name: String) -> String? { fields.first { $0.name == name }?.value }

    static func read(_ request: Request, limit: Int, budget: ByteBudget) async throws -> FormBody {
        let type = try requireType(request.headers, ["application/x-www-form-urlencoded", "multipart/form-data"])
        let body = try await Body.read(request, limit: limit, budget: budget)
        var form = FormBody()
        if type.hasPrefix("multipart") {
            guard let boundary = FormBody.boundary(request.headers[.contentType] ?? "") else { throw damaged }
            try form.readParts(body.bytes[...], boundary: Array(("--" + boundary).utf8))
        } else {
            let text = String(decoding: body.bytes, as: UTF8.self)
            form.fields = text.isEmpty ? [] : Target.pairs(text[...])
        }
        return form
    }

    private static let damaged = Problem(400, "bad_form", "the form came damaged; send it again")

    private static func boundary(_ type: String) -> String? {
        guard let range = type.range(of: "boundary=") else { return nil }
        let rest = type[range.upperBound...].prefix { $0 != ";" }.filter { $0 != "\"" && $0 != " " }
        return (1...200).contains(rest.utf8.count) ? rest : nil
    }

    /// RFC 7578: parts between boundaries, each with its head, an empty line, and its bytes.
    private mutating func readParts(_ bytes: ArraySlice<UInt8>, boundary: [UInt8]) throws {
        let lineEnd: [UInt8] = [13, 10]
        guard bytes.starts(with: boundary) else { throw FormBody.damaged }
        var rest = bytes.dropFirst(boundary.count)
        while !rest.starts(with: [0x2D, 0x2D]) {
            guard rest.starts(with: lineEnd), let head = rest.firstPlace(of: lineEnd + lineEnd),
                let end = rest.firstPlace(of: lineEnd + boundary)
            else { throw FormBody.damaged }
            let text = String(decoding: rest[rest.startIndex + 2..<max(head, rest.startIndex + 2)], as: UTF8.self)
            guard head + 4 <= end, let name = FormBody.word("name", text), fields.count + files.count < 500 else {
                throw FormBody.damaged
            }
            let content = rest[head + 4..<end]
            if let file = FormBody.word("filename", text) {
                files.append(File(field: name, name: file, bytes: Array(content)))
            } else {
                fields.append((name, String(decoding: content, as: UTF8.self)))
            }
            rest = rest[(end + 2 + boundary.count)...]
        }
    }

    /// `name="…"` in a part's head.
    private static func word(_ name: String, _ head: String) -> String? {
        for line in head.split(whereSeparator: \.isNewline) where line.lowercased().hasPrefix("content-disposition:") {
            for piece in line.split(separator: ";").dropFirst() {
                let pair = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                guard pair.count == 2, pair[0].filter({ $0 != " " }) == name else { continue }
                return String(pair[1].filter { $0 != "\"" })
            }
        }
        return nil
    }
}

extension ArraySlice<UInt8> {
    /// Where some bytes stand first.
    fileprivate func firstPlace(of wanted: [UInt8]) -> Int? {
        guard let first = wanted.first, count >= wanted.count else { return nil }
        var place = startIndex
        while place <= endIndex - wanted.count {
            if self[place] == first, self[place..<place + wanted.count].elementsEqual(wanted) { return place }
            place += 1
        }
        return nil
    }
}

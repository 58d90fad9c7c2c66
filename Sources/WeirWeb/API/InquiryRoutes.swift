import HTTPTypes
import Hummingbird
import WeirApp
import WeirIntake

/// The inbound gate: an inquiry is recorded and judged while the visitor waits.
struct InquiryRoutes: Sendable {
    let inquiries: any InquiryUseCases
    let events: any EventUseCases
    let origins: Origins
    let limits: WebLimits
    let budget: ByteBudget
    let meters: Meters

    var routes: [Route] { [fromServer, fromPage] }

    private var fromServer: Route {
        .post(
            "/api/v1/inquiries", .inquiriesWrite,
            Operation(
                id: "answerInquiry", tag: "Inquiries", summary: "Record an inquiry and say what to do with it",
                description: "The same `id` again gets the same answer.", body: .json(InquiryBody.schema),
                answers: [.json(200, .named("InquiryAnswer"), "Accept, review or refuse.")], problems: [409],
                isRepeatable: true)
        ) { call in
            .json(try await answer(InquiryBody.inquiry(call.json)).json)
        }
    }

    /// A web page's own form: with a source's write key instead of a token, as a form (then the visitor is sent on) or as
    /// JSON (then the page gets the verdict).
    private var fromPage: Route {
        Route(method: .post, path: "/v1/inquiries", access: .open, group: .tracking, operation: nil) { call in
            let types = ["application/x-www-form-urlencoded", "application/json", "text/plain"]
            let type = try requireType(call.request.headers, types)
            let body = try await Body.read(call.request, limit: 64 * 1024, budget: budget)
            var object = type == types[0] ? try InquiryBody.form(body.bytes) : try InquiryBody.object(body.bytes)
            let key = object.take("write_key") ?? call.query("write_key")
            let next = object.take("next")
            guard let source = key.flatMap({ events.source(writeKey: $0) }) else {
                throw Problem(401, "unknown_write_key", "send the write key of a source as write_key")
            }
            guard origins.permits(call.request, source) else {
                throw Problem(403, "origin_not_allowed", "this source takes nothing from this page; add its origin")
            }
            let mistakes = InquiryBody.schema.mistakes(.object(object))
            guard mistakes.isEmpty else { throw Problem.mistakes(mistakes, in: "form") }
            let answer = try await answer(InquiryBody.inquiry(object))
            guard type == types[0] else {
                return .json(["id": .text(answer.id), "verdict": .text(answer.verdict.rawValue)])
            }
            if let next, isAllowed(next, source) { return Response(status: .seeOther, headers: [.location: next]) }
            return .text(ThankYou.page, type: "text/html; charset=utf-8", headers: ThankYou.headers)
        }
    }

    private func answer(_ inquiry: Inquiry) async throws -> InquiryAnswer {
        let answer = try await inquiries.answer(inquiry)
        meters.inquiries.add(1, answer.verdict.rawValue)
        return answer
    }

    /// Only pages of the source's own sites: the form would otherwise send visitors wherever a link says.
    private func isAllowed(_ next: String, _ source: TrackingSource) -> Bool {
        let isPlain = next.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        return isPlain && source.settings.allowedOrigins.contains { next == $0 || next.hasPrefix($0 + "/") }
    }
}

/// What an inquiry's body says.
private enum InquiryBody {
    static let schema = Schema.object([
        .init("id", .text(1...100, .word), isRequired: false, "Yours, so that repeating it is safe."),
        .init("email", .text(3...254, .email), "The visitor's address.", example: "ann.lee@contoso.com"),
        .init("name", .text(0...200), isRequired: false, example: "Ann Lee"),
        .init("title", .text(0...200), isRequired: false, example: "Head of Supply Chain"),
        .init("company", .text(0...200), isRequired: false, example: "Contoso"),
        .init("website", .text(0...300), isRequired: false),
        .init("country", .text(0...100), isRequired: false),
        .init("message", .text(0...10_000), isRequired: false),
        .init("form", .text(0...100), isRequired: false, "Which form it was.", example: "contact"),
    ])

    static func inquiry(_ json: JSONObject) -> Inquiry {
        func given(_ name: String) -> String? { json.text(name).flatMap { $0.isEmpty ? nil : $0 } }
        return Inquiry(
            id: given("id"), email: given("email") ?? "", name: given("name"), title: given("title"),
            company: given("company"), website: given("website"), country: given("country"),
            message: given("message"), form: given("form"))
    }

    static func form(_ bytes: [UInt8]) throws -> JSONObject {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Problem(400, "bad_form", "the form is not in UTF-8")
        }
        let pairs = Target.pairs(text[...]).map { JSONObject.Member(name: $0.name, value: .text($0.value)) }
        return JSONObject(members: pairs)
    }

    static func object(_ bytes: [UInt8]) throws -> JSONObject {
        guard case .object(let object) = try JSONValue(parsing: bytes) else {
            throw Problem(400, "bad_json", "send one JSON object")
        }
        return object
    }
}

extension JSONObject {
    /// A member's text, taken out.
    fileprivate mutating func take(_ name: String) -> String? {
        let value = text(name)
        members.removeAll { $0.name == name }
        return value
    }
}

extension InquiryAnswer {
    var json: JSON {
        [
            "id": .text(id), "verdict": .text(verdict.rawValue),
            "reasons": .list(reasons.map { ["code": .text($0.code.rawValue), "message": .text($0.sentence)] }),
            "account": .text(orNull: account), "account_name": .text(orNull: accountName),
            "is_account_qualified": .yesNo(isAccountQualified), "is_repeat": .yesNo(isRepeat),
        ]
    }
}

/// What a visitor sees whose page did not say where to go on.
private enum ThankYou {
    static let headers: HTTPFields = [.contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'"]

    static let page = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Thank you</title>
        <h1>Thank you</h1>
        <p>We have received your message.</p>
        </html>

        """
}

import HTTPTypes
import Hummingbird
import WeirApp
import WeirFacts

extension Route {
    static func get(
        _ path: String, _ scope: Scope, _ operation: Operation,
        _ answer: @escaping @Sendable (Call) async throws -> Response
    ) -> Route {
        Route(method: .get, path: path, access: .scope(scope), group: .api, operation: operation, answer: answer)
    }

    static func post(
        _ path: String, _ scope: Scope, _ operation: Operation,
        _ answer: @escaping @Sendable (Call) async throws -> Response
    ) -> Route {
        Route(method: .post, path: path, access: .scope(scope), group: .api, operation: operation, answer: answer)
    }
}

extension Call {
    /// Which part of a list is asked for; checked already.
    var pageRequest: PageRequest {
        PageRequest(limit: query("limit").flatMap { Int($0) } ?? 50, cursor: query("cursor"))
    }

    func day(_ name: String) -> CivilDay? { query(name).flatMap { CivilDay($0) } }

    /// A page, with the address of the next one for whoever follows `Link`.
    func page<Item>(_ page: Page<Item>, _ item: (Item) -> JSON) -> Response {
        var headers = HTTPFields()
        if let next = page.next {
            let others = target.query.filter { $0.name != "cursor" }.map { "\($0.name)=\($0.value)&" }.joined()
            headers[.link] = "<\(target.path)?\(others)cursor=\(next)>; rel=\"next\""
        }
        return .json(page.json(item), headers: headers)
    }
}

extension Schema {
    static func id(_ prefix: String) -> Schema { .text(TextRule(length: 5...22, format: .id(prefix))) }
}

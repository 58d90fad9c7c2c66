import HTTPTypes

/// All routes, found by path and method.
struct RouteTable: Sendable {
    enum Finding: Sendable {
        case route(Route, parameters: [String: String])
        /// The path exists, but not with this method.
        case otherMethods(path: String, [HTTPRequest.Method])
        case nothing
    }

    let routes: [Route]
    private let byLength: [Int: [Entry]]

    fileprivate struct Entry: Sendable {
        let steps: [Step]
        let path: String
        var routes: [HTTPRequest.Method: Route]
    }

    fileprivate enum Step: Sendable, Equatable {
        case literal(String)
        case parameter(String)
    }

    init(_ routes: [Route]) {
        self.routes = routes
        var byLength: [Int: [Entry]] = [:]
        for route in routes {
            let steps = route.steps.map { step in
                step.hasPrefix("{") ? Step.parameter(String(step.dropFirst().dropLast())) : .literal(step)
            }
            var entries = byLength[steps.count] ?? []
            if let known = entries.firstIndex(where: { $0.steps == steps }) {
                entries[known].routes[route.method] = route
            } else {
                entries.append(Entry(steps: steps, path: route.path, routes: [route.method: route]))
            }
            byLength[steps.count] = entries
        }
        // A literal step is looked at before one that takes anything: `/agreements/in-force` is no version.
        self.byLength = byLength.mapValues { entries in
            entries.sorted { $0.literals > $1.literals }
        }
    }

    /// What answers a method on a path. `HEAD` is answered as `GET`.
    func find(_ method: HTTPRequest.Method, _ steps: [String]?) -> Finding {
        guard let steps, let entries = byLength[steps.count] else { return .nothing }
        for entry in entries {
            guard let parameters = entry.match(steps) else { continue }
            let wanted = method == .head ? .get : method
            if let route = entry.routes[wanted] { return .route(route, parameters: parameters) }
            return .otherMethods(path: entry.path, entry.methods)
        }
        return .nothing
    }

    /// The methods of a path, as `Allow` lists them.
    func methods(_ steps: [String]?) -> [HTTPRequest.Method] {
        switch find(.trace, steps) {
        case .otherMethods(_, let methods): methods
        case .route, .nothing: []
        }
    }
}

extension RouteTable.Entry {
    fileprivate var literals: Int {
        steps.count { if case .literal = $0 { true } else { false } }
    }

    fileprivate func match(_ given: [String]) -> [String: String]? {
        var parameters: [String: String] = [:]
        for (step, text) in zip(steps, given) {
            switch step {
            case .literal(let word): if word != text { return nil }
            case .parameter(let name):
                if text.isEmpty { return nil }
                parameters[name] = text
            }
        }
        return parameters
    }

    fileprivate var methods: [HTTPRequest.Method] {
        var methods = routes.keys.sorted { $0.rawValue < $1.rawValue }
        if routes[.get] != nil { methods.append(.head) }
        return methods + [.options]
    }
}

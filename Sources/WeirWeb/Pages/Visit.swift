import HTTPTypes
import Hummingbird
import WeirApp
import WeirFacts
import WeirPages

/// A request for a page, by somebody who may see it.
struct Visit: Sendable {
    let call: Call
    let visitor: Visitor
    /// What the form brought; empty for pages that are only read.
    var body = FormBody()
    let lobby: Lobby
    /// The agreement in force, for the bar.
    var agreement: FrameAgreement?

    func parameter(_ name: String) throws -> String { try call.parameter(name) }
    func query(_ name: String) -> String? { call.query(name) }
    func form(_ name: String) -> String? { body.value(name) }

    /// Whether only a part of the page is wanted.
    var isPartial: Bool { call.request.headers[.partialRequest] == "true" }

    /// Writes down that somebody saw, took out or changed something.
    func note(_ act: AuditEntry.Act, _ subject: String) throws {
        try lobby.colleagues.note(act, subject, by: visitor.person)
    }

    /// The same for what is looked at again and again: once in ten minutes.
    func noteOnce(_ act: AuditEntry.Act, _ subject: String) throws {
        try lobby.colleagues.noteOnce(act, subject, by: visitor.person)
    }

    /// The page, in the frame that this visitor sees.
    /// - Parameters:
    ///   - overview: what it counts over; where that is behind, the page says so.
    ///   - behind: when something else that it shows was counted, where more came in since.
    func page(
        _ title: String, room: Room?, keys: [KeyHint] = [], time: FrameTime? = nil, of overview: Overview? = nil,
        behind: Instant? = nil, status: Int = 200, @MarkupBuilder body: () -> Markup
    ) -> Response {
        .html(
            lobby.frame(call.request.headers, visitor, agreement: agreement, time: time).page(
                title, room: room, keys: keys
            ) {
                body()
                if let at = behind ?? overview.flatMap({ $0.isBehind ? $0.at : nil }) { counted(at) }
            },
            status: status)
    }

    /// Says that what is shown was counted at a time, and that more came in since.
    func counted(_ at: Instant) -> HTMLElement {
        p(.class("fine")) {
            "Counted "
            times.element(at)
            "; what came in since is being counted and will be here when the page is loaded again."
        }
    }
}

/// What every page needs of the house: its frame, and who may come in.
struct Lobby: Sendable {
    let colleagues: SignInDesk
    let assets: AssetShelf
    let now: @Sendable () -> Instant
    let bar: AgreementBar

    func frame(
        _ headers: HTTPFields, _ visitor: Visitor?, agreement: FrameAgreement? = nil, time: FrameTime? = nil
    ) -> PageFrame {
        PageFrame(
            assets: assets.frame,
            visitor: visitor.map { visitor in
                FrameVisitor(
                    name: visitor.name, roleWords: visitor.role.words, csrf: visitor.csrf, rooms: visitor.role.rooms)
            },
            theme: Cookie.theme.value(headers).flatMap(Theme.init(rawValue:)) ?? .auto,
            agreement: agreement, time: time)
    }

    /// What went wrong, as a page.
    /// - Parameter path: what was asked for.
    func page(
        _ problem: Problem, _ headers: HTTPFields, _ visitor: Visitor?, path: String, requestID: String
    ) -> Response {
        if problem.code == "no_agreement" { return undecided(problem, headers, visitor, path) }
        let page = ErrorPage(
            status: problem.status, title: problem.pageTitle, words: problem.sentence,
            requestID: problem.status >= 500 ? requestID : nil)
        var response = Response.html(
            frame(headers, visitor).page(page.title) { page.body }, status: problem.status)
        for field in problem.headers { response.headers[field.name] = field.value }
        return response
    }

    /// A room in which there is nothing to see before the two sides have agreed, and what to do about it.
    private func undecided(
        _ problem: Problem, _ headers: HTTPFields, _ visitor: Visitor?, _ path: String
    ) -> Response {
        let room = path.split(separator: "/").first.flatMap { Room(rawValue: String($0)) }
        let title = room?.title ?? "Agreement"
        let page = frame(headers, visitor).page(title, room: room) {
            PageHead(title).element
            EmptyState("Nothing is decided yet") {
                p { problem.sentence }
                p { a(.to("/agreement")) { "Go to the agreement" } }
            }.element
        }
        return .html(page, status: problem.status)
    }
}

extension Role {
    /// The rooms that somebody uses.
    var rooms: [Room] {
        switch self {
        case .admin: Room.allCases
        case .marketingOperations: [.accounts, .market, .agreement, .lab, .flow, .waterfall, .events, .settings]
        case .sdr: [.inbox, .accounts, .agreement, .flow, .settings]
        case .salesManager: [.inbox, .accounts, .market, .agreement, .lab, .flow, .waterfall, .settings]
        case .analyst: [.accounts, .market, .agreement, .lab, .flow, .waterfall, .settings]
        case .auditor: [.accounts, .market, .agreement, .flow, .waterfall, .events, .settings]
        }
    }

    /// Where somebody begins the day.
    var firstRoom: String {
        switch self {
        case .sdr: "/inbox"
        case .salesManager: "/flow"
        case .admin, .marketingOperations: "/accounts"
        case .analyst: "/waterfall"
        case .auditor: "/settings/audit"
        }
    }
}

extension Problem {
    /// The message as a sentence.
    var sentence: String {
        guard let first = message.first else { return "" }
        return first.uppercased() + message.dropFirst() + (message.hasSuffix(".") ? "" : ".")
    }

    fileprivate var pageTitle: String {
        switch status {
        case 403: "This is not open to you"
        case 404: "Nothing is here"
        case 409, 412: "Somebody was faster"
        case 413: "This is too large"
        case 422, 400: "This cannot be done as it is"
        case 429, 503: "Not now"
        default: "Something went wrong"
        }
    }
}

import HTTPTypes

/// The cookies that we set. Those that open something have the prefix `__Host-`, so that no neighbouring site can set them.
enum Cookie: String {
    /// The session's secret.
    case session = "__Host-weir"
    /// What signing in at the identity provider has to come back with.
    case provider = "__Host-weir-provider"
    /// `light` or `dark`; says nothing about anybody.
    case theme = "weir-theme"

    func value(_ headers: HTTPFields) -> String? {
        for field in headers[values: .cookie] {
            for pair in field.split(separator: ";") {
                let text = pair.drop { $0 == " " }
                if text.hasPrefix(rawValue + "=") { return String(text.dropFirst(rawValue.count + 1)) }
            }
        }
        return nil
    }

    /// - Parameter seconds: how long it is kept; `nil` until the browser is closed, 0 forgets it.
    func set(_ value: String, seconds: Int? = nil) -> String {
        let age = seconds.map { "; Max-Age=\($0)" } ?? ""
        let isOpen = self == .theme
        return "\(rawValue)=\(value); Path=/\(age); SameSite=Lax\(isOpen ? "" : "; Secure; HttpOnly")"
    }
}

/// Whether a request that changes something was sent by a page of ours: browsers say where it comes from.
enum OwnPage {
    static func sent(_ request: HTTPRequest) -> Bool {
        let headers = request.headerFields
        if let site = headers[.secFetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = headers[.origin] else { return true }
        let host = origin.split(separator: "/", maxSplits: 2).last.map(String.init) ?? ""
        return host == request.authority ?? ""
    }
}

extension HTTPField.Name {
    static let secFetchSite = HTTPField.Name.known("Sec-Fetch-Site")
    static let forwardedFor = HTTPField.Name.known("X-Forwarded-For")
    static let contentSecurityPolicy = HTTPField.Name.known("Content-Security-Policy")
    static let clearSiteData = HTTPField.Name.known("Clear-Site-Data")
    static let refresh = HTTPField.Name.known("Refresh")
    static let partialRequest = HTTPField.Name.known("HX-Request")
    static let hxRedirect = HTTPField.Name.known("HX-Redirect")
}

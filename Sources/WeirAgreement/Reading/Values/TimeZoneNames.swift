import Foundation

/// The IANA names of time zones.
enum TimeZoneNames {
    static let all = TimeZone.knownTimeZoneIdentifiers

    /// Whether civil days can be counted in this zone. Fixed offsets such as `GMT+5` are not names of zones.
    static func isKnown(_ name: String) -> Bool {
        if name == "UTC" { return true }
        return name.contains("/") && TimeZone(identifier: name) != nil
    }
}

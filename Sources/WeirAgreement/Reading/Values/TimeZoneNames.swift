import Foundation

/// The IANA names of time zones.
enum TimeZoneNames {
    static let all = TimeZone.knownTimeZoneIdentifiers

    /// Whether civil days can be counted in this zone. Fixed offsets such as `GMT+5` are not names of zones.
    static func isKnown(_ name: String) -> Bool {
        if name == "UTC" || all.contains(name) { return true }
        // Older names of zones, such as US/Eastern, are not among those listed.
        return name.contains("/") && TimeZone(identifier: name) != nil
    }
}

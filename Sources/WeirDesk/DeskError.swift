/// What this room refuses. Every refusal has a stable code, a place where there is one, and says what to do.
public struct DeskError: Error, Hashable, Sendable, CustomStringConvertible {
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// A time zone that is not known.
        case unknownZone = "desk-unknown-zone"
        /// Working hours that cannot be read, are turned round or overlap.
        case badHours = "desk-bad-hours"
        /// A calendar that names an unknown country or an impossible day.
        case badCalendar = "desk-bad-calendar"
        /// A calendar file that cannot be read.
        case badCalendarFile = "desk-bad-calendar-file"
        /// A calendar that opens too rarely to hold the time asked for.
        case neverOpen = "desk-never-open"
        /// A duration that is not one, or is negative.
        case badDuration = "desk-bad-duration"
        /// An instant outside the years that zones are known for.
        case outOfRange = "desk-out-of-range"
        /// A clock was told something that does not go with its state.
        case clock = "desk-clock"
        /// A stage cannot be reached from where the buyer is.
        case illegalMove = "desk-illegal-move"
        /// What was named does not exist.
        case unknown = "desk-unknown"
        /// Somebody else acted first.
        case changedMeanwhile = "desk-changed-meanwhile"
        /// What was asked for does not go with the hand-off's state or the agreement.
        case notAllowed = "desk-not-allowed"
        /// A reason is missing or is not one the agreement lists.
        case badReason = "desk-bad-reason"
    }

    public var code: Code
    /// Where: a field, a line of a file or a record; empty where there is no place.
    public var place: String
    public var message: String

    public init(_ code: Code, at place: String = "", _ message: String) {
        self.code = code
        self.place = place
        self.message = message
    }

    public var description: String {
        place.isEmpty ? "\(code.rawValue): \(message)" : "\(code.rawValue): \(place): \(message)"
    }
}

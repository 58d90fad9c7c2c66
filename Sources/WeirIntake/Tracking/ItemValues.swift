import WeirFacts

/// Ids, names and times of an item, read the same way whatever client sent it.
struct ItemValues {
    let limits: TrackingLimits

    /// The sender's id of a message; `nil` where it sent none.
    func messageID(_ text: String?, named name: String) throws(ItemFault) -> String? {
        guard let text, !text.isEmpty else { return nil }
        let most = limits.messageIDCharacters
        guard text.utf8.count <= most || text.unicodeScalars.count <= most else {
            throw ItemFault(.badMessageID, "the \(name) has more than \(most) characters; shorten it")
        }
        return text
    }

    /// An id without space around it; `nil` where there is none, or one that is nobody's.
    func id(_ text: String?, named name: String) throws(ItemFault) -> String? {
        guard let text else { return nil }
        let id = CSVDialect.trimmed(text)
        guard id.utf8.count <= limits.nameBytes else {
            throw ItemFault(.badID, "the \(name) has more than \(limits.nameBytes) bytes; shorten it")
        }
        return JunkID.isJunk(id) ? nil : id
    }

    func eventName(_ name: String) throws(ItemFault) -> String {
        guard name.utf8.count <= limits.nameBytes else {
            throw ItemFault(.badValue, "the event's name has more than \(limits.nameBytes) bytes; shorten it")
        }
        return name
    }

    /// A point in time; `nil` for an empty text.
    func instant(_ text: String?, named name: String) throws(ItemFault) -> Instant? {
        guard let text else { return nil }
        do throws(InstantParser.Problem) {
            return try ItemValues.times.instant(text)
        } catch {
            if error == .empty { return nil }
            throw ItemFault(.badTime, "in \(name), \"\(shortened(text))\" \(error)")
        }
    }

    static let times = InstantParser(readsSerialDays: false)
}

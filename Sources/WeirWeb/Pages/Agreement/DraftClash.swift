import WeirApp
import WeirPages

/// Two people worked on the draft at once: who kept theirs first, and when.
struct DraftClash {
    /// What the audit log calls it when somebody keeps the draft.
    static let subject = "the draft of the agreement"
    private static let looked = 200

    private let name: String?
    private let at: HTMLElement?
    /// Of the draft that is kept now: sent again with it, what was typed goes over it.
    let revision: String?

    init(_ visit: Visit, revision: String?) throws {
        self.revision = revision
        let last = try visit.lobby.colleagues.audit(before: nil, limit: DraftClash.looked).first {
            $0.act == .changed && $0.subject == DraftClash.subject
        }
        name = last?.by
        at = last.map { visit.times.element($0.at) }
    }

    var notice: HTMLElement {
        Notice(.breached) {
            p {
                if let name, let at {
                    "\(name) kept another text "
                    at
                    ", after you had opened yours. "
                } else {
                    "Somebody changed the text after you had opened yours. "
                }
                "Nothing is lost: yours stands below and is not kept; "
                a(.to("/agreement/draft")) { "theirs is the draft" }
                ". Keep again to put yours in its place."
            }
        }.element
    }
}

import Foundation
import WeirApp

/// Held while a server runs on a workspace, so that a second one is refused: two would decide everything twice. The
/// operating system lets go of it however the process ends.
final class ServeLock: Sendable {
    private let handle: Int32

    /// - Throws: `AppError.usage` where another server holds it.
    init(workspace: String) throws(AppError) {
        let path = workspace + "/serve.lock"
        handle = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard handle >= 0 else { throw AppError(.cannotWrite, "\(path) cannot be made; is the workspace read-only?") }
        guard flock(handle, LOCK_EX | LOCK_NB) == 0 else {
            close(handle)
            throw AppError(.usage, "another weir serve runs on \(workspace); stop it first, or ask it instead")
        }
    }

    deinit { close(handle) }
}

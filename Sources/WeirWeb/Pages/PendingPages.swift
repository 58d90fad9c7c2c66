import HTTPTypes
import Hummingbird
import WeirPages

/// Pages that take longer than somebody should wait without a word. They are made all the same, and given to the reader
/// who asks again, which a browser does by itself.
actor PendingPages {
    struct Key: Hashable {
        /// The reader's session.
        let session: String
        let address: String
    }

    /// Pages that may wait for their readers.
    private static let most = 256
    /// How long a page that is ready waits for its reader.
    private static let kept = Duration.seconds(60)

    private var makings: [Key: Task<Response, any Error>] = [:]

    /// The page, or `nil` while it is still being made.
    func page(
        _ key: Key, patience: Duration, _ make: @escaping @Sendable () async throws -> Response
    ) async throws -> Response? {
        let begun = makings.removeValue(forKey: key)
        let making = begun ?? Task { try await make() }
        let isPatient = begun == nil && makings.count >= PendingPages.most
        let isReady = isPatient ? true : await PendingPages.ends(making, within: patience)
        if isReady { return try await making.value }
        makings[key] = making
        if begun == nil {
            Task {
                _ = await making.result
                try? await Task.sleep(for: PendingPages.kept)
                forget(key, making)
            }
        }
        return nil
    }

    private func forget(_ key: Key, _ making: Task<Response, any Error>) {
        if makings[key] == making { makings[key] = nil }
    }

    /// Whether something ends within a time; it goes on if it does not.
    private static func ends(_ making: Task<Response, any Error>, within patience: Duration) async -> Bool {
        let (first, says) = AsyncStream.makeStream(of: Bool.self)
        let clock = Task {
            try? await Task.sleep(for: patience)
            says.yield(false)
        }
        Task {
            _ = await making.result
            says.yield(true)
        }
        defer { clock.cancel() }
        return await first.first { _ in true } ?? true
    }
}

extension Visit {
    /// Whether the reader can be told to wait: a browser that shows a page, not a program or a part of a page.
    var canWait: Bool {
        !isPartial && call.request.headers[.accept]?.contains("text/html") == true
            && !call.target.path.hasSuffix(".csv")
    }

    /// Says that the page is being made; the browser asks again.
    func pending() -> Response {
        var response = page("One moment", room: call.target.steps?.first.flatMap(Room.init(rawValue:))) {
            PageHead("One moment") { "This page counts over all accounts." }.element
            EmptyState("It is being counted") {
                "Nothing is shown before all of it is known. The page comes by itself, or when you "
                a(.href(HTMLAddress(path: call.target.path, call.target.query.map { ($0.name, $0.value) }))) {
                    "ask again"
                }
                "."
            }.element
        }
        response.headers[.refresh] = "1"
        return response
    }
}

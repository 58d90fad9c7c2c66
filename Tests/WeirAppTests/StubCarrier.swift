import Synchronization
import WeirTold

/// Takes letters and answers as it is told to.
final class StubCarrier: Carrying {
    private struct State {
        var letters: [Letter] = []
        var answers: [SendingOutcome] = []
    }

    private let state = Mutex(State())
    private let usual: SendingOutcome

    init(_ usual: SendingOutcome = SendingOutcome(.delivered, status: 200, "ok")) { self.usual = usual }

    func carry(_ letter: Letter) async -> SendingOutcome {
        state.withLock { state in
            state.letters.append(letter)
            return state.answers.isEmpty ? usual : state.answers.removeFirst()
        }
    }

    /// What the next letters are answered with.
    func answer(_ outcomes: SendingOutcome...) { state.withLock { $0.answers += outcomes } }

    var posts: [PostedLetter] {
        state.withLock { $0.letters }.compactMap { if case .post(let letter) = $0 { letter } else { nil } }
    }

    var mails: [MailedLetter] {
        state.withLock { $0.letters }.compactMap { if case .mail(let letter) = $0 { letter } else { nil } }
    }

    var ids: [String] { posts.compactMap { post in post.headers.first { $0.name == "webhook-id" }?.value } }
}

import WeirApp
import WeirFacts
import WeirLedger

extension StubHouse: PageUseCases {
    func tail(after seq: Int64, limit: Int) async throws -> [TailedEvent] { [] }
    func isEmpty() async throws -> Bool { true }
    func startDemo() async throws -> Job { throw StubHouse.missing("demo") }
}

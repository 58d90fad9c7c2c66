import WeirApp
import WeirFacts
import WeirMarket

extension StubHouse: MarketUseCases {
    static let noAgreement = ServiceError(.noAgreement, "no agreement is in force")

    func market(draft: [UInt8]?, top: Int) async throws -> MarketNarrowing { throw StubHouse.noAgreement }
    func marketShift(draft: [UInt8], listed: Int) async throws -> MarketShift { throw StubHouse.noAgreement }

    func placing(of account: String, draft: [UInt8]?) async throws -> AccountPlacing {
        throw StubHouse.missing(account)
    }

    func groups(top: Int) async throws -> MarketGroups { throw StubHouse.noAgreement }
    func coverage(asOf day: CivilDay?) async throws -> SeatRanking { throw StubHouse.noAgreement }

    func coverage(of account: String, asOf day: CivilDay?) async throws -> AccountCoverage {
        throw StubHouse.missing(account)
    }

    func seatOrder(_ request: SeatOrderRequest) async throws -> SeatOrder {
        SeatOrder(quantity: 0, csv: "", text: "")
    }

    func checkList(_ delivery: ListDelivery) async throws -> ListCheckOutcome { throw StubHouse.noAgreement }
    func vendorScores(asOf day: CivilDay?) async throws -> [VendorScore] { [] }
    func checkGate(_ posts: [FormPost]) async throws -> [CheckedPost] { [] }

    func readTitles(_ titles: [String]) async throws -> [TitleAnswer] {
        titles.map { TitleAnswer($0, by: .shipped) }
    }

    func match(_ queries: [CompanyQuery], limit: Int) async throws -> [[AccountMatch]] { queries.map { _ in [] } }
}

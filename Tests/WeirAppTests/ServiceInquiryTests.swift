import Testing
import WeirAgreement
import WeirApp
import WeirFacts
import WeirTestSupport

@Suite("The inbound gate", .timeLimit(.minutes(20)))
struct ServiceInquiryTests {
    private func verdict(_ bench: ServiceBench, _ inquiry: Inquiry) async throws -> (
        InquiryAnswer.Verdict, [InboundGate.Class]
    ) {
        let answer = try await bench.service.answer(inquiry)
        return (answer.verdict, answer.reasons.map(\.code))
    }

    @Test func eachReasonLeadsWhereTheAgreementSays() async throws {
        let bench = try ServiceBench()
        let source = try await bench.source()
        try await bench.qualify(from: source)
        let bank = try await bench.service.answer(Inquiry(email: "Dana@Bank.example "))
        #expect(bank.verdict == .accept && bank.account == "acc_1" && bank.accountName == "bank plc")
        #expect(bank.isAccountQualified && bank.reasons.isEmpty && !bank.isRepeat)
        #expect(try await verdict(bench, Inquiry(email: "a@gmail.com")) == (.review, [.freeEmail, .noCompanyMatch]))
        #expect(
            try await verdict(bench, Inquiry(email: "a@mailinator.com"))
                == (.refuse, [.disposableEmail, .noCompanyMatch]))
        #expect(
            try await verdict(bench, Inquiry(email: "a@mail.rival.example")) == (
                .refuse, [.competitor, .noCompanyMatch, .outsideTarget]
            ))
        #expect(
            try await verdict(bench, Inquiry(email: "a@cs.oxford.ac.uk"))
                == (.refuse, [.studentEmail, .noCompanyMatch]))
        #expect(
            try await verdict(bench, Inquiry(email: "a@gmail.com", company: "BANK  plc")) == (.review, [.freeEmail]),
            "the company is known by its name")
        let norway = try await verdict(bench, Inquiry(email: "a@fjord.example", country: "Norway"))
        #expect(norway == (.review, [.noCompanyMatch, .outsideTarget]))
        for bad in ["", "a", "@x.example", "a@", "a b@x.example", "a@b@c.example"] {
            await #expect(throws: ServiceError.self) { try await bench.service.answer(Inquiry(email: bad)) }
        }
        await bench.service.stop()
    }

    @Test func aRepeatedPostIsTheSameInquiry() async throws {
        let bench = try ServiceBench()
        let first = try await bench.service.answer(Inquiry(id: "form-1", email: "a@fjord.example"))
        let again = try await bench.service.answer(Inquiry(id: "form-1", email: "other@gmail.com"))
        #expect(again.id == first.id && again.verdict == first.verdict && again.isRepeat)
        let plain = Inquiry(email: "b@fjord.example", message: "Hello")
        let other = try await bench.service.answer(plain)
        #expect(other.id != first.id && !other.isRepeat)
        #expect(try await bench.service.answer(plain).isRepeat)
        #expect(try bench.bench.file.rows("SELECT count(*) FROM inquiry") == ["2"])
        await bench.service.stop()
    }

    @Test func anAcceptedInquiryIsAnEngagementByTheNameOfItsForm() async throws {
        let bench = try ServiceBench()
        let source = try await bench.source()
        try await bench.send(bench.people(), from: source)
        let inquiry = Inquiry(
            email: "dana@bank.example", name: "Dana", title: "VP Marketing", form: "Demo Requested")
        _ = try await bench.service.answer(inquiry)
        _ = try await bench.service.answer(Inquiry(email: "x@mailinator.com", form: "Demo Requested"))
        try await bench.settle()
        let qualified = try await bench.service.accounts(AccountFilter(isQualified: true), PageRequest()).items
        #expect(qualified.map(\.name) == ["bank plc"], "a raised hand qualifies at once")
        let buyers = try await bench.service.buyers(ActivityFilter(), PageRequest()).items
        #expect(buyers.contains { $0.email == "dana@bank.example" && $0.account == qualified.first?.id })
        #expect(!buyers.contains { $0.email == "x@mailinator.com" }, "who is refused becomes nobody")
        await bench.service.stop()
    }
}

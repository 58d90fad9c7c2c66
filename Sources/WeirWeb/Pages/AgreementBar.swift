import WeirApp
import WeirLedger
import WeirPages

/// The agreement in force, as the bar shows it, read again at most every second.
actor AgreementBar {
    private let agreements: any AgreementUseCases
    private var held: FrameAgreement?
    private var isFreshUntil: ContinuousClock.Instant?

    init(_ agreements: any AgreementUseCases) { self.agreements = agreements }

    func agreement() async -> FrameAgreement? {
        if let isFreshUntil, isFreshUntil > .now { return held }
        held = (try? await agreements.agreementInForce()).map(FrameAgreement.init)
        isFreshUntil = .now + .seconds(1)
        return held
    }
}

extension FrameAgreement {
    init(_ version: AgreementVersion) {
        func name(_ side: SigningSide) -> String? { version.signatures.first { $0.side == side }?.name }
        self.init(version: version.version, marketing: name(.marketing), sales: name(.sales))
    }
}

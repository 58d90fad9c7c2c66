import Foundation
import Testing
import WeirAgreement

/// The plain English that both sides read before they sign.
struct EnglishTests {
    @Test func saysTheExampleAsTheGoldenFileSays() throws {
        try Golden.expect(AgreementEnglish.text(of: Example.agreement()), equals: "northwind.txt")
    }
}

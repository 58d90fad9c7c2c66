import Foundation
import Testing
import WeirAgreement

/// The reference, `docs/agreement.md`, names everything that the reader knows.
struct ReferenceTests {
    @Test func namesEveryCodeAndKey() throws {
        let url = Example.root.appending(path: "docs/agreement.md")
        let reference = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        for code in AgreementProblem.Code.allCases {
            #expect(reference.contains("`\(code.rawValue)`"), "\(code.rawValue)")
        }
        for key in KeySet.agreement.keys.flatMap(\.withKeysBelow) {
            let forms = ["`\(key.name)", "\(key.name)`", "\(key.name):", "\(key.name),"]
            #expect(forms.contains { reference.contains($0) }, "\(key.name)")
        }
    }
}

import Foundation
import Testing

@testable import WeirAgreement

/// The JSON schema for editors.
struct SchemaTests {
    @Test func isStable() throws {
        try Golden.expect(AgreementSchema.text, equals: "agreement.schema.json")
    }

    @Test func isJSONOfDraft2020() throws {
        let json = try JSONSerialization.jsonObject(with: Data(AgreementSchema.text.utf8))
        let schema = try #require(json as? [String: Any])
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
        #expect((schema["required"] as? [String])?.contains("market") == true)
    }

    /// Every key that stands in the example, at any depth, is described in the schema or is a name of one's own.
    @Test func describesEveryKeyOfTheReader() throws {
        let keySets: [KeySet] = [
            .agreement, .listFile, .market, .matrixRow, .range, .tests, .combinations, .buyingGroup, .role, .noRole,
            .category, .signal, .breadth, .echo, .qualifiedAccount, .accountGate, .actNow, .qualifiedBuyer,
            .salesQualified, .gate, .team, .calendar, .routingRule, .release, .slowDown, .serviceLevels, .salesLevels,
            .respond, .disposition, .marketingLevels, .perWeek, .acceptance, .dispositions, .reject, .recycle,
            .attribution, .influence,
        ]
        for keySet in keySets {
            for key in keySet.keys {
                #expect(AgreementSchema.text.contains("\"\(key.name)\": {"), "\(keySet.what): \(key.name)")
                #expect(AgreementSchema.text.contains("\"description\": \"\(key.meaning)\""), "\(key.name)")
                #expect(!key.meaning.isEmpty && key.meaning.hasSuffix("."), "\(keySet.what): \(key.name)")
            }
        }
    }
}

import Foundation
import Testing
import WeirAgreement

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

    /// Every key that the reader knows, at any depth, is in the schema with its meaning.
    @Test func describesEveryKeyOfTheReader() throws {
        let keys = KeySet.agreement.keys.flatMap(\.withKeysBelow)
        #expect(keys.count > 100)
        for key in keys {
            #expect(AgreementSchema.text.contains("\"\(key.name)\": {"), "\(key.name)")
            #expect(AgreementSchema.text.contains("\"description\": \"\(key.meaning)\""), "\(key.name)")
            #expect(key.meaning.hasSuffix("."), "\(key.name)")
        }
    }
}

extension KeySet.Key {
    /// The key and those of the groups below it.
    var withKeysBelow: [KeySet.Key] { [self] + shape.keysBelow.flatMap(\.withKeysBelow) }
}

extension Shape {
    /// Keys of the groups that may stand here.
    var keysBelow: [KeySet.Key] {
        switch self {
        case .keys(let keySet): keySet.keys
        case .list(let item, _): item.keysBelow
        case .named(let value, _): value.keysBelow
        case .either(let shapes): shapes.flatMap(\.keysBelow)
        case .criteria: KeySet.combinations.keys.filter { $0.name == "in_list" } + KeySet.tests.keys
        case .text, .pattern, .yesNo, .whole, .decimal, .choice, .attributeValue: []
        }
    }
}

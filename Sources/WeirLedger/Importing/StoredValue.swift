import Foundation
import WeirFacts

/// An attribute's value as it stands in the database: one-letter type, then the value, exact.
struct StoredValue: Codable, Hashable {
    var t: String?
    var n: Int64?
    var m: Money?
    var d: Int32?
    var s: [String]?
    var b: Bool?

    init(_ value: AttributeValue) {
        switch value {
        case .text(let text): t = text
        case .number(let number): n = number.thousandths
        case .money(let money): m = money
        case .date(let day): d = day.number
        case .set(let members): s = members
        case .yesNo(let yes): b = yes
        }
    }

    var value: AttributeValue? {
        if let t { return .text(t) }
        if let n { return .number(FixedNumber(thousandths: n)) }
        if let m { return .money(m) }
        if let d { return .date(CivilDay(number: d)) }
        if let s { return .set(s) }
        if let b { return .yesNo(b) }
        return nil
    }
}

/// Attributes as JSON text. `null` erases.
enum StoredAttributes {
    static func encode(_ attributes: [String: AttributeValue?]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return String(decoding: try encoder.encode(attributes.mapValues { $0.map(StoredValue.init) }), as: UTF8.self)
    }

    static func decode(_ text: String) throws -> [String: AttributeValue?] {
        try JSONDecoder().decode([String: StoredValue?].self, from: Data(text.utf8)).mapValues { $0?.value }
    }
}

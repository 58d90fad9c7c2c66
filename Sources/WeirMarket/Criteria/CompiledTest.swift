import WeirAgreement
import WeirFacts

/// A test of one slot, its texts folded and its bounds typed.
enum CompiledTest: Hashable, Sendable {
    case text(Set<TextKey>)
    /// Thousandths.
    case numbers([Int64])
    case sums([Money])
    case days([CivilDay])
    case yesNo(Set<Bool>)
    case numberAtLeast(Int64)
    case numberAtMost(Int64)
    case sumAtLeast(Money)
    case sumAtMost(Money)
    case dayAtLeast(CivilDay)
    case dayAtMost(CivilDay)
    case contains(String)
    case startsWith(String)
    case isKnown
    case isUnknown

    /// Whether a slot passes. Sums in another currency than asked for cannot be told.
    func answer(_ slot: CompanyAttributes.Slot) -> Answer {
        switch (self, slot) {
        case (.isKnown, _): Answer(slot.isKnown)
        case (.isUnknown, _): Answer(!slot.isKnown)
        case (_, .unknown), (_, .unreadable): .unknown
        case (.text(let keys), .text(let key, _)): Answer(keys.contains(key))
        case (.text(let keys), .set(let members, _)): Answer(members.contains(where: keys.contains))
        case (.numbers(let numbers), .number(let number)): Answer(numbers.contains(number))
        case (.numberAtLeast(let bound), .number(let number)): Answer(number >= bound)
        case (.numberAtMost(let bound), .number(let number)): Answer(number <= bound)
        case (.sums(let sums), .money(let money)): CompiledTest.sums(sums, contain: money)
        case (.sumAtLeast(let bound), .money(let money)):
            bound.currency == money.currency ? Answer(money.minorUnits >= bound.minorUnits) : .unknown
        case (.sumAtMost(let bound), .money(let money)):
            bound.currency == money.currency ? Answer(money.minorUnits <= bound.minorUnits) : .unknown
        case (.days(let days), .date(let day)): Answer(days.contains(day))
        case (.dayAtLeast(let bound), .date(let day)): Answer(day >= bound)
        case (.dayAtMost(let bound), .date(let day)): Answer(day <= bound)
        case (.yesNo(let wanted), .yesNo(let yes)): Answer(wanted.contains(yes))
        case (.contains(let piece), .text(let key, _)): Answer(key.text.contains(piece))
        case (.contains(let piece), .set(let members, _)): Answer(members.contains { $0.text.contains(piece) })
        case (.startsWith(let piece), .text(let key, _)): Answer(key.text.hasPrefix(piece))
        case (.startsWith(let piece), .set(let members, _)): Answer(members.contains { $0.text.hasPrefix(piece) })
        default: .unknown  // A slot always has its attribute's type, and a test was compiled for that type.
        }
    }

    private static func sums(_ sums: [Money], contain money: Money) -> Answer {
        if sums.contains(money) { return .yes }
        return sums.contains { $0.currency == money.currency } ? .no : .unknown
    }
}

/// What makes tests out of the agreement's, for one attribute.
struct TestCompiler {
    var attribute: AttributeDeclaration
    var slot: Int
    var place: String

    func compile(_ test: AttributeTest) throws(MarketError) -> CompiledTest {
        switch test {
        case .oneOf(let values): try oneOf(values)
        case .atLeast(let bound):
            try self.bound(bound, CompiledTest.numberAtLeast, CompiledTest.sumAtLeast, CompiledTest.dayAtLeast)
        case .atMost(let bound):
            try self.bound(bound, CompiledTest.numberAtMost, CompiledTest.sumAtMost, CompiledTest.dayAtMost)
        case .contains(let piece): .contains(try textual(piece))
        case .startsWith(let piece): .startsWith(try textual(piece))
        case .isKnown(let wanted): wanted ? .isKnown : .isUnknown
        }
    }

    private func oneOf(_ values: [AttributeValue]) throws(MarketError) -> CompiledTest {
        var compiled: CompiledTest?
        for value in values {
            let slot = CompanyAttributes.Slot(value, as: attribute.type, isCountry: isCountry)
            switch (compiled, slot) {
            case (nil, .text(let key, let written)): compiled = .text([textKey(key, written)])
            case (.text(let keys), .text(let key, let written)):
                compiled = .text(keys.union([textKey(key, written)]))
            case (nil, .set(let members, _)): compiled = .text(Set(members))
            case (.text(let keys), .set(let members, _)): compiled = .text(keys.union(members))
            case (nil, .number(let number)): compiled = .numbers([number])
            case (.numbers(let numbers), .number(let number)): compiled = .numbers(numbers + [number])
            case (nil, .money(let money)): compiled = .sums([money])
            case (.sums(let sums), .money(let money)): compiled = .sums(sums + [money])
            case (nil, .date(let day)): compiled = .days([day])
            case (.days(let days), .date(let day)): compiled = .days(days + [day])
            case (nil, .yesNo(let yes)): compiled = .yesNo([yes])
            case (.yesNo(let wanted), .yesNo(let yes)): compiled = .yesNo(wanted.union([yes]))
            default: throw wrongType(value)
            }
        }
        // An empty list of values admits nobody.
        return compiled ?? .text([])
    }

    private func bound(
        _ value: AttributeValue, _ number: (Int64) -> CompiledTest, _ sum: (Money) -> CompiledTest,
        _ day: (CivilDay) -> CompiledTest
    ) throws(MarketError) -> CompiledTest {
        switch CompanyAttributes.Slot(value, as: attribute.type) {
        case .number(let thousandths): return number(thousandths)
        case .money(let money): return sum(money)
        case .date(let bound): return day(bound)
        default: throw wrongType(value)
        }
    }

    private func textual(_ piece: String) throws(MarketError) -> String {
        guard attribute.type == .text || attribute.type == .set else { throw wrongType(.text(piece)) }
        return TextFolding.fold(piece)
    }

    private var isCountry: Bool { slot == AttributeLayout.country }

    /// Domains compare as hosts, however they are written.
    private func textKey(_ key: TextKey, _ written: String) -> TextKey {
        guard slot == AttributeLayout.domain, let host = DomainName(written)?.host else { return key }
        return TextKey(folded: host)
    }

    private func wrongType(_ value: AttributeValue) -> MarketError {
        MarketError(
            .wrongType, at: place,
            "“\(value)” cannot be compared with \(attribute.name), which is a \(attribute.type.rawValue); "
                + "write a \(attribute.type.rawValue) or ask for another attribute")
    }
}

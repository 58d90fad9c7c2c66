import WeirAgreement
import WeirFacts

/// Judges a vendor's list against what was ordered and against the market, line after line.
///
/// A line is accepted when nothing speaks against it; else it keeps every reason, and the first in the order of
/// ``LineReason/Code`` leads. It counts for the first line of the order that wants it and is not full: those that name
/// its company before those for any target account, and among these those that ask more of the title first.
///
/// **Duplicates** are told by the mailbox (`ann+x@` is `ann@`) and by the name at one company, against lines that
/// were *accepted*: a line that was refused for want of evidence does not spoil its better copy.
/// **A company that the order names** is not judged by the market again: who ordered it answers for that.
/// **A weak match** does not count as known; the reason names the candidate, so that a person can decide.
public struct ListCheck {
    let order: ListOrder
    let market: CompiledMarket
    let mail: MailDomains
    let companies: any CompanyResolver
    private let people: any KnownPeople
    private let readTitle: (String) -> TitlePlacing
    private let titles: [TitleAsked]
    /// What company each line of the order names.
    let ordered: [OrderedCompany]
    /// Lines of the order in the order in which they are served.
    let precedence: [Int]
    /// People accepted so far, by the order's line.
    public private(set) var accepted: [Int]
    private var mailboxes: [String: Int] = [:]
    private var namesAtCompanies: [String: Int] = [:]

    /// - Parameters:
    ///   - mail: which domains are free or throw-away.
    ///   - companies: finds the account that a line means; the same matcher that forms and imports use.
    ///   - people: finds out who is known already.
    ///   - readTitle: places a title in the buying group; `TitleReader.read` unless something reads more.
    public init(
        _ order: ListOrder, market: CompiledMarket, group: BuyingGroup, mail: MailDomains,
        companies: any CompanyResolver, people: any KnownPeople = NobodyKnown(),
        readTitle: @escaping (String) -> TitlePlacing
    ) {
        self.order = order
        self.market = market
        self.mail = mail
        self.companies = companies
        self.people = people
        self.readTitle = readTitle
        titles = order.lines.map { TitleAsked($0, group) }
        ordered = order.lines.map { OrderedCompany($0, companies) }
        precedence = order.lines.indices.sorted { a, b in
            (ListCheck.breadth(order.lines[a]), a) < (ListCheck.breadth(order.lines[b]), b)
        }
        accepted = Array(repeating: 0, count: order.lines.count)
    }

    /// Judges the next line.
    /// - Throws: what the companies' resolver throws.
    public mutating func judge(_ line: VendorLine) throws -> LineVerdict {
        let address = line.email.map { DeliveryAddress.read($0) }
        if let moved = movedColumns(line, address) { return LineVerdict(line: line.line, reasons: [moved]) }
        let place = try place(of: line, address)
        let placing = line.title.map(readTitle) ?? TitlePlacing()
        var reasons = place.reasons
        let wanting = precedence.filter { ordered[$0].fits(place, line) }
        let company = wanting.isEmpty ? [] : fit(line, placing, wanting)
        if wanting.isEmpty { reasons += notOrdered(place) }
        reasons += mailReasons(line, address)
        let keys = keys(line, address, place)
        reasons += personReasons(line, address, keys, place)

        let best = company.min { ($0.reasons.count, $0.isFull ? 1 : 0) < ($1.reasons.count, $1.isFull ? 1 : 0) }
        if let best {
            reasons += best.reasons
            if reasons.isEmpty && best.isFull {
                let wanted = Words.count(order.lines[best.line].quantity)
                reasons = [
                    LineReason(.overQuantity, "line \(best.line + 1) of the order wanted \(wanted), and has them")
                ]
            }
        }
        reasons = ListCheck.ranked(reasons)
        var verdict = LineVerdict(
            line: line.line, reasons: reasons, orderLine: best?.line, company: place.candidate, role: placing.role)
        if let best, reasons.isEmpty {
            accepted[best.line] += 1
            verdict.price = order.lines[best.line].price
            for mailbox in keys.mailbox { mailboxes[mailbox] = line.line }
            for name in keys.name { namesAtCompanies[name] = line.line }
        }
        return verdict
    }

    /// An address that stands where something else belongs, and none where it belongs.
    private func movedColumns(
        _ line: VendorLine, _ address: Result<DeliveryAddress, DeliveryAddress.Fault>?
    ) -> LineReason? {
        if case .success? = address { return nil }
        let others = ["account_name", "country", "first_name", "last_name", "name", "phone", "title"]
        guard let other = others.first(where: { line.fields[$0]?.contains("@") ?? false }),
            let found = line.fields[other], (try? DeliveryAddress(found)) != nil
        else { return nil }
        let instead = line.email.map { "and “\($0)” where the address belongs" } ?? "and none where it belongs"
        return LineReason(
            .movedColumns, "an address stands under \(other), \(instead): the cells of this line are moved")
    }

    // MARK: - The order

    private struct Fit {
        var line: Int
        var reasons: [LineReason]
        var isFull: Bool
    }

    private func fit(_ line: VendorLine, _ placing: TitlePlacing, _ wanting: [Int]) -> [Fit] {
        wanting.map { number in
            var reasons = titles[number].reasons(line.title, placing)
            let missing = order.lines[number].required.filter { !line.says($0) }
            if !missing.isEmpty {
                let names = Words.list(missing, limit: 20)
                reasons.append(LineReason(.missingEvidence, "the order asks for \(names), which the line does not say"))
            }
            return Fit(line: number, reasons: reasons, isFull: accepted[number] >= order.lines[number].quantity)
        }
    }

    /// The less a line leaves open, the sooner it is served.
    private static func breadth(_ line: ListOrder.Line) -> Int {
        (line.isForAnyTarget ? 16 : 0) + (line.country == nil ? 8 : 0) + (line.titleKeywords.isEmpty ? 4 : 0)
            + (line.roles.isEmpty && line.functions.isEmpty ? 2 : 0)
            + (line.roles.isEmpty && line.levels.isEmpty ? 1 : 0)
    }

    private func notOrdered(_ place: Place) -> [LineReason] {
        if place.isRefused { return [] }
        let name = place.candidate?.name ?? place.written ?? "this company"
        return [LineReason(.notOrdered, "\(name) is not among the companies ordered")]
    }

    // MARK: - The person

    private struct Keys {
        var mailbox: [String] = []
        var name: [String] = []
    }

    private func keys(_ line: VendorLine, _ address: Result<DeliveryAddress, DeliveryAddress.Fault>?, _ place: Place)
        -> Keys
    {
        var keys = Keys()
        if case .success(let address)? = address { keys.mailbox = [address.mailbox] }
        if let name = line.name.flatMap(PersonName.key), let company = place.key {
            keys.name = [name + "\u{1F}" + company]
        }
        return keys
    }

    private func personReasons(
        _ line: VendorLine, _ address: Result<DeliveryAddress, DeliveryAddress.Fault>?, _ keys: Keys, _ place: Place
    ) -> [LineReason] {
        var reasons: [LineReason] = []
        if let first = keys.mailbox.lazy.compactMap({ mailboxes[$0] }).first {
            reasons.append(LineReason(.duplicate, "the same address stands on line \(first), which was accepted"))
        } else if let first = keys.name.lazy.compactMap({ namesAtCompanies[$0] }).first {
            reasons.append(
                LineReason(.duplicate, "the same name at the same company stands on line \(first), which was accepted"))
        }
        var email: String?
        if case .success(let address)? = address { email = address.text }
        if let known = people.known(email: email, name: line.name, account: place.candidate?.account) {
            reasons.append(LineReason(.knownBuyer, "is known already as \(known.id): \(known.evidence)"))
        }
        return reasons
    }

    private func mailReasons(
        _ line: VendorLine, _ address: Result<DeliveryAddress, DeliveryAddress.Fault>?
    ) -> [LineReason] {
        switch address {
        case nil:
            return [LineReason(.missingEvidence, "there is no e-mail address, so the person cannot be taken in")]
        case .failure(let fault)?:
            return [LineReason(.undeliverable, fault.sentence)]
        case .success(let address)?:
            var reasons: [LineReason] = []
            switch mail.kind(of: address.domain) {
            case .disposable:
                reasons.append(LineReason(.disposableMail, "\(address.domain) gives out throw-away addresses"))
            case .free:
                reasons.append(
                    LineReason(.freeMail, "\(address.domain) is mail for anybody; an address at work is needed"))
            case .company: break
            }
            if RoleAddress.isOne(address.local) {
                reasons.append(LineReason(.roleAddress, "\(address.text) is a department's address, not a person's"))
            }
            return reasons
        }
    }

    /// The leading reason first; of one code the first sentence, with the others behind it.
    private static func ranked(_ reasons: [LineReason]) -> [LineReason] {
        LineReason.Code.allCases.compactMap { code in
            var sentences: [String] = []
            for reason in reasons where reason.code == code && !sentences.contains(reason.sentence) {
                sentences.append(reason.sentence)
            }
            return sentences.isEmpty ? nil : LineReason(code, sentences.joined(separator: "; "))
        }
    }
}

extension DeliveryAddress {
    /// The address, or why it is none.
    static func read(_ written: String) -> Result<DeliveryAddress, Fault> {
        do throws(Fault) { return .success(try DeliveryAddress(written)) } catch { return .failure(error) }
    }
}

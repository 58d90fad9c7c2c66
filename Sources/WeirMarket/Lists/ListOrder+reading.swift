import WeirAgreement
import WeirFacts

/// What an order's file said.
public struct ListOrderReading: Hashable, Sendable {
    /// The lines that can be used; all of them where there are no problems.
    public var order: ListOrder
    public var problems: [OrderProblem]
}

extension ListOrder {
    /// Reads an order from the rows of a table. Everything wrong with it is said at once.
    ///
    /// - Parameters:
    ///   - headers: matched without case, spaces and underscores. Only `quantity` is needed.
    ///   - rows: the cells of each row and the line of the file it stands on.
    ///   - group: names the roles, functions and levels. Several stand in one cell with `;` between them.
    ///   - currency: of prices that name none.
    public static func read(
        headers: [String], rows: [(line: Int, cells: [String])], group: BuyingGroup, currency: String = "EUR"
    ) -> ListOrderReading {
        var reader = OrderReader(group: group, currency: currency)
        reader.readHeader(headers)
        var lines: [Line] = []
        if reader.problems.isEmpty {
            for row in rows where row.cells.contains(where: { !Names.trimmed($0).isEmpty }) {
                if let line = reader.line(row.line, row.cells) { lines.append(line) }
            }
            if lines.isEmpty && reader.problems.isEmpty {
                reader.problem(1, nil, "the order has no lines; write one row for each kind of person wanted")
            }
        }
        return ListOrderReading(order: ListOrder(lines: lines), problems: reader.problems)
    }
}

/// Names as they compare in an order: without case, accents, spaces and underscores.
enum Names {
    static func key(_ written: String) -> String {
        TextFolding.fold(written).filter { $0.isLetter || $0.isNumber }
    }

    static func trimmed(_ written: String) -> String {
        var text = Substring(written)
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}

private struct OrderReader {
    let group: BuyingGroup
    let currency: String
    private(set) var problems: [OrderProblem] = []
    private var columns: [String: Int] = [:]

    init(group: BuyingGroup, currency: String) {
        self.group = group
        self.currency = currency
    }

    mutating func problem(_ row: Int, _ column: String?, _ message: String) {
        problems.append(OrderProblem(row: row, column: column, message: message))
    }

    mutating func readHeader(_ headers: [String]) {
        let known = Dictionary(
            ListOrder.columns.map { (Names.key($0), $0) } + [("roles", "role"), ("function", "functions")]
                + [("level", "levels"), ("titlekeyword", "title_keywords"), ("keywords", "title_keywords")],
            uniquingKeysWith: { first, _ in first })
        for (place, header) in headers.enumerated() where !Names.trimmed(header).isEmpty {
            guard let name = known[Names.key(header)] else {
                problem(
                    1, header,
                    "is not a column of an order; rename it to one of \(Words.list(ListOrder.columns, "or", limit: 20)), "
                        + "or delete it")
                continue
            }
            if columns[name] != nil {
                problem(1, header, "says \(name) a second time; keep one of the two columns")
            }
            columns[name] = place
        }
        if columns["quantity"] == nil {
            problem(1, nil, "there is no column quantity; add it, with how many people each row orders")
        }
    }

    mutating func line(_ row: Int, _ cells: [String]) -> ListOrder.Line? {
        let before = problems.count
        func cell(_ column: String) -> String? {
            guard let place = columns[column], place < cells.count else { return nil }
            let text = Names.trimmed(cells[place])
            return text.isEmpty ? nil : text
        }
        var company = cell("company")
        if let name = company, ["any", "anytarget", "anytargetaccount", ""].contains(Names.key(name)) { company = nil }
        var domain: String?
        if let written = cell("domain") {
            domain = DomainName(written)?.host
            if domain == nil {
                problem(row, "domain", "“\(written)” is not a domain; write it as example.com, or leave it empty")
            }
        }
        let roles = numbers(cell("role"), group.roles.map(\.name), row, "role")
        let functions = numbers(cell("functions"), group.functions.map(\.name), row, "functions")
        let levels = numbers(cell("levels"), group.levels.map(\.name), row, "levels")
        let quantity = quantity(cell("quantity"), row)
        let price = price(cell("price"), row)
        guard problems.count == before, let quantity else { return nil }
        return ListOrder.Line(
            company: company, domain: domain, country: cell("country"), roles: roles, functions: functions,
            levels: levels, titleKeywords: parts(cell("title_keywords")), quantity: quantity,
            required: parts(cell("required")), price: price, note: cell("note"))
    }

    private func parts(_ cell: String?) -> [String] {
        (cell ?? "").split { $0 == ";" || $0 == "|" }.map { Names.trimmed(String($0)) }.filter { !$0.isEmpty }
    }

    private mutating func numbers(_ cell: String?, _ names: [String], _ row: Int, _ column: String) -> [Int] {
        let keys = names.map(Names.key)
        var found: [Int] = []
        for part in parts(cell) where Names.key(part) != "any" {
            guard let number = keys.firstIndex(of: Names.key(part)) else {
                problem(
                    row, column,
                    "the agreement has no “\(part)”; write \(Words.list(names, "or", limit: 20)) (several with ; between "
                        + "them), or leave the cell empty for any")
                continue
            }
            if !found.contains(number) { found.append(number) }
        }
        return found
    }

    private mutating func quantity(_ cell: String?, _ row: Int) -> Int? {
        guard let cell else {
            problem(row, "quantity", "is empty; write how many people this row orders")
            return nil
        }
        guard let quantity = Int(cell), quantity >= 1, quantity <= 10_000_000 else {
            problem(row, "quantity", "“\(cell)” is not a number of people; write a whole number from 1")
            return nil
        }
        return quantity
    }

    private mutating func price(_ cell: String?, _ row: Int) -> Money? {
        guard let cell else { return nil }
        let price = ListOrder.price(cell, currency: currency)
        if price == nil {
            problem(row, "price", "“\(cell)” is not a price; write an amount and its currency, such as 45.50 EUR")
        }
        return price
    }
}

extension ListOrder {
    /// A price as it is written: `45.50 EUR`, `EUR 45`, `60`; `nil` for what is none.
    /// - Parameter currency: of a price that names none.
    public static func price(_ written: String, currency: String) -> Money? {
        let words = written.split(separator: " ").map(String.init)
        let codes = words.filter { $0.count == 3 && $0.allSatisfy { $0.isASCII && $0.isLetter } }
        let amounts = words.filter { !codes.contains($0) }
        guard codes.count <= 1, amounts.count == 1, let amount = FixedNumber(amounts[0]), amount.thousandths >= 0,
            amount.thousandths % 10 == 0
        else { return nil }
        return Money(minorUnits: amount.thousandths / 10, currency: codes.first?.uppercased() ?? currency)
    }
}

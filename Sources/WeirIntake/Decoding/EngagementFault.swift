import WeirFacts

/// What is wrong with a row that should be an engagement. Cheap to make; the words come when they are needed.
enum EngagementFault {
    /// The field is not said; by no column if `column` is negative.
    case lacks(String, column: Int)
    case time(InstantParser.Problem, column: Int)
    case badConstantTime
    case email(column: Int)
    case domain(column: Int)
    /// Neither a buyer nor an account.
    case nobody

    func rejection(_ row: Int, of batch: RecordBatch) -> RejectedRow {
        var problem = RowProblem(line: batch.lines[row], code: .missingValue, reason: "")
        switch self {
        case .lacks(let field, let column) where column < 0:
            problem.code = .missingColumn
            problem.reason = "no column says \(field); name it with --map COLUMN=\(field) or --set \(field)=VALUE"
        case .lacks(let field, let column):
            problem.column = batch.headers[column]
            problem.reason = "is empty; an engagement needs its \(field)"
        case .time(let fault, let column):
            problem.column = batch.headers[column]
            problem.code = .badTime
            problem.reason = "\"\(shown(row, column, batch))\" \(fault)"
        case .badConstantTime:
            problem.code = .badTime
            problem.reason = "the value given with --set at=… is not a date or time"
        case .email(let column):
            problem.column = batch.headers[column]
            problem.code = .badEmail
            problem.reason =
                "\"\(shown(row, column, batch))\" is not an e-mail address, and nothing else says who it was"
        case .domain(let column):
            problem.column = batch.headers[column]
            problem.code = .badDomain
            problem.reason = "\"\(shown(row, column, batch))\" is not a domain, and nothing else says who it was"
        case .nobody:
            problem.reason = "says neither a buyer nor an account; one of buyer, email, account and domain is needed"
        }
        return RejectedRow(problem: problem, values: batch.texts(row: row))
    }

    /// The row goes in by another key, without the value that is wrong.
    func note(_ row: Int, of batch: RecordBatch, _ tally: inout RowTally) {
        switch self {
        case .email(let column):
            tally.notices.note(
                .emailDropped, column: batch.headers[column], line: batch.lines[row],
                "\"\(shown(row, column, batch))\" is not an e-mail address and was left out")
        case .domain(let column):
            tally.notices.note(
                .domainDropped, column: batch.headers[column], line: batch.lines[row],
                "\"\(shown(row, column, batch))\" is not a domain and was left out")
        default: break
        }
    }

    private func shown(_ row: Int, _ column: Int, _ batch: RecordBatch) -> String {
        shortened(batch.text(row: row, column: column))
    }
}

/// A value for a message: at most eighty characters, on one line.
func shortened(_ text: String) -> String {
    let line = text.replacing(/[\r\n]+/, with: " ")
    return line.count > 80 ? line.prefix(80) + "…" : line
}

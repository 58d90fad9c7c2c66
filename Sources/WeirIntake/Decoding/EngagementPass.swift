import WeirFacts

/// One batch on its way from rows to engagements: where each field comes from, and what is left to do at the end.
struct EngagementPass {
    typealias Slice = EngagementBatch.Slice

    /// A column, or the same text for every row.
    struct Source {
        var column = -1
        var constant = Slice.absent
    }

    private var id = Source()
    private var buyer = Source()
    private var email = Source()
    private var account = Source()
    private var domain = Source()
    private var signal = Source()
    private var content = Source()
    private var sharedWith = Source()
    private var campaign = Source()
    private var channel = Source()
    private let timeColumn: Int
    private let constantTime: Result<Instant, InstantParser.Problem>?
    private let times: InstantParser
    var signalNames: [(from: [UInt8], to: Slice)] = []
    /// How far the batch's text moved when it was put behind what `engagements` held.
    private var shift = 0
    /// Addresses with capitals, in places of the batch.
    private var capitals: [TextRange] = []

    init(mapping: HeaderMapping, rules: ValueRules, constantTime: Result<Instant, InstantParser.Problem>?) {
        times = rules.times
        self.constantTime = constantTime
        timeColumn = mapping.column(of: .at) ?? -1
        id.column = mapping.column(of: .id) ?? -1
        buyer.column = mapping.column(of: .buyer) ?? -1
        email.column = mapping.column(of: .email) ?? -1
        account.column = mapping.column(of: .account) ?? -1
        domain.column = mapping.column(of: .domain) ?? -1
        signal.column = mapping.column(of: .signal) ?? -1
        content.column = mapping.column(of: .content) ?? -1
        sharedWith.column = mapping.column(of: .sharedWith) ?? -1
        campaign.column = mapping.column(of: .campaign) ?? -1
        channel.column = mapping.column(of: .channel) ?? -1
    }

    mutating func setConstant(_ field: IntakeField, _ slice: Slice) {
        switch field {
        case .id: id.constant = slice
        case .buyer: buyer.constant = slice
        case .email: email.constant = slice
        case .account: account.constant = slice
        case .domain: domain.constant = slice
        case .signal: signal.constant = slice
        case .content: content.constant = slice
        case .sharedWith: sharedWith.constant = slice
        case .campaign: campaign.constant = slice
        case .channel: channel.constant = slice
        default: break
        }
    }

    mutating func takeText(of batch: RecordBatch, into engagements: inout EngagementBatch) {
        shift = engagements.text.count
        engagements.text.append(contentsOf: batch.bytes)
    }

    static func append(_ text: [UInt8], to engagements: inout EngagementBatch) -> Slice {
        let start = UInt32(engagements.text.count)
        engagements.text += text
        return Slice(start: start, count: UInt32(text.count))
    }

    /// Addresses are the same whatever their capitals.
    func lowerAddresses(in engagements: inout EngagementBatch) {
        guard !capitals.isEmpty else { return }
        var text = engagements.text.mutableSpan
        for range in capitals {
            lowerCase(&text, TextRange(start: range.start + shift, count: range.count))
        }
    }

    @inline(__always)
    private func field(_ source: Source, _ fields: Span<FieldRange>, _ first: Int, _ bytes: Span<UInt8>) -> Slice {
        guard source.column >= 0 else { return source.constant }
        let range = cleanField(bytes, fields[first &+ source.column])
        return range.isEmpty ? .absent : place(range)
    }

    @inline(__always)
    private func place(_ range: TextRange) -> Slice {
        Slice(start: UInt32(truncatingIfNeeded: range.start &+ shift), count: UInt32(truncatingIfNeeded: range.count))
    }

    /// Appends the row, or says in `tally` why not.
    mutating func decode(
        _ row: Int, of batch: RecordBatch, into engagements: inout EngagementBatch, tally: inout RowTally
    ) {
        let bytes = batch.bytes.span
        let fields = batch.fields.span
        let first = row &* batch.columnCount
        guard let at = time(fields, first, bytes) else {
            return reject(row, of: batch, timeFault(fields, first, bytes), &tally)
        }
        let name = signalName(fields, first, bytes)
        if name.isAbsent { return reject(row, of: batch, .lacks("signal", column: signal.column), &tally) }

        let buyerID = field(buyer, fields, first, bytes)
        let accountID = field(account, fields, first, bytes)
        var fault: EngagementFault?
        let address = emailAddress(fields, first, bytes, &fault)
        let host = hostName(fields, first, bytes, &fault)
        if buyerID.isAbsent, accountID.isAbsent, address.isAbsent, host.isAbsent {
            return reject(row, of: batch, fault ?? .nobody, &tally)
        }
        if let fault { fault.note(row, of: batch, &tally) }

        engagements.message.append(field(id, fields, first, bytes))
        engagements.buyerID.append(buyerID)
        engagements.email.append(address)
        engagements.accountID.append(accountID)
        engagements.domain.append(host)
        engagements.signal.append(name)
        engagements.content.append(field(content, fields, first, bytes))
        engagements.sharedWith.append(sharedWith(fields, first, bytes))
        engagements.campaign.append(field(campaign, fields, first, bytes))
        engagements.channel.append(field(channel, fields, first, bytes))
        engagements.at.append(at)
        engagements.line.append(batch.lines[row])
        tally.accepted += 1
    }
}

// MARK: - Single fields

extension EngagementPass {
    @inline(__always)
    private func time(_ fields: Span<FieldRange>, _ first: Int, _ bytes: Span<UInt8>) -> Int64? {
        if timeColumn < 0 { return try? constantTime?.get().milliseconds }
        let range = cleanField(bytes, fields[first &+ timeColumn])
        return (try? times.instant(bytes.extracting(range.start..<range.end)))?.milliseconds
    }

    private func timeFault(_ fields: Span<FieldRange>, _ first: Int, _ bytes: Span<UInt8>) -> EngagementFault {
        guard timeColumn >= 0 else { return constantTime == nil ? .lacks("at", column: -1) : .badConstantTime }
        let range = cleanField(bytes, fields[first + timeColumn])
        if range.isEmpty { return .lacks("at", column: timeColumn) }
        do throws(InstantParser.Problem) {
            _ = try times.instant(bytes.extracting(range.start..<range.end))
        } catch {
            return .time(error, column: timeColumn)
        }
        return .time(.notATime, column: timeColumn)
    }

    private func signalName(_ fields: Span<FieldRange>, _ first: Int, _ bytes: Span<UInt8>) -> Slice {
        guard signal.column >= 0 else { return signal.constant }
        let range = cleanField(bytes, fields[first &+ signal.column])
        if range.isEmpty { return .absent }
        for name in signalNames where equals(bytes, range, name.from) { return name.to }
        return place(range)
    }

    private mutating func emailAddress(
        _ fields: Span<FieldRange>, _ first: Int, _ bytes: Span<UInt8>, _ fault: inout EngagementFault?
    ) -> Slice {
        guard email.column >= 0 else { return email.constant }
        let range = cleanField(bytes, fields[first &+ email.column])
        if range.isEmpty { return .absent }
        switch EmailText.judge(bytes, range) {
        case .address(let address, let hasCapitals):
            if hasCapitals { capitals.append(address) }
            return place(address)
        case .opaque(let name): return place(name)
        case .malformed:
            fault = .email(column: email.column)
            return .absent
        }
    }

    private mutating func hostName(
        _ fields: Span<FieldRange>, _ first: Int, _ bytes: Span<UInt8>, _ fault: inout EngagementFault?
    ) -> Slice {
        guard domain.column >= 0 else { return domain.constant }
        let range = cleanField(bytes, fields[first &+ domain.column])
        if range.isEmpty { return .absent }
        guard let host = DomainText.find(bytes, range) else {
            fault = .domain(column: domain.column)
            return .absent
        }
        capitals.append(host)
        return place(host)
    }

    private mutating func sharedWith(_ fields: Span<FieldRange>, _ first: Int, _ bytes: Span<UInt8>) -> Slice {
        guard sharedWith.column >= 0 else { return sharedWith.constant }
        let range = cleanField(bytes, fields[first &+ sharedWith.column])
        if range.isEmpty { return .absent }
        guard case .address(let address, let hasCapitals) = EmailText.judge(bytes, range) else { return place(range) }
        if hasCapitals { capitals.append(address) }
        return place(address)
    }

    private func reject(_ row: Int, of batch: RecordBatch, _ fault: EngagementFault, _ tally: inout RowTally) {
        if RowGate.isBlank(row, of: batch) {
            tally.skippedBlank += 1
        } else {
            tally.reject(fault.rejection(row, of: batch))
        }
    }
}

import WeirFacts

/// Section 1: the market.
extension AgreementDecoder {
    mutating func market(_ node: Node?) -> MarketDefinition {
        let fields = Fields(node, .market, problems)
        let tiers = tiers(fields["tiers"])
        return MarketDefinition(
            addressable: criteria(fields["addressable"]),
            served: criteria(fields["served"]),
            target: criteria(fields["target"]),
            matrix: fields["matrix"]?.items(problems).map(matrixRow) ?? [],
            tiers: tiers)
    }

    private mutating func tiers(_ node: Node?) -> [Tier] {
        let entries = node?.named(problems, "tiers") ?? []
        tiers.isUnknown = entries.isEmpty
        var found: [Tier] = []
        for entry in entries {
            let tier = Tier(name: entry.key, atLeastMilli: entry.value.thousandths(Bounds.points, problems))
            if let better = found.last, better.atLeastMilli <= tier.atLeastMilli {
                problems.add(
                    .tierOrder, at: entry.value.place,
                    "tier \(quoted(tier.name)) needs no fewer points than \(quoted(better.name)) before it",
                    "write the best tier first, each with fewer points than the one before")
            }
            tiers.add(tier.name)
            found.append(tier)
        }
        return found
    }

    private func matrixRow(_ node: Node) -> MatrixRow {
        let fields = Fields(node, .matrixRow, problems)
        let nameNode = fields["attribute"]
        let name = nameNode?.text(problems) ?? ""
        let type = nameNode.flatMap { self.type(ofAttribute: name, at: $0.place) }
        switch (fields["points"], fields["ranges"]) {
        case (let points?, nil):
            return MatrixRow(attribute: name, entries: .values(values(points, type)))
        case (nil, let ranges?):
            return MatrixRow(attribute: name, entries: .ranges(self.ranges(ranges, name, type)))
        case (nil, nil):
            if fields.isPresent {
                problems.add(
                    .missingKey, at: fields.place, "a matrix row has neither 'points' nor 'ranges'",
                    "add 'points: {value: points}' or 'ranges: [{at_least: …, points: …}]'")
            }
        case (_?, let ranges?):
            problems.add(
                .duplicateKey, at: ranges.place, "a matrix row has both 'points' and 'ranges'",
                "keep one of the two, or write two rows")
        }
        return MatrixRow(attribute: name, entries: .values([]))
    }

    private func values(_ node: Node, _ type: AttributeType?) -> [ValuePoints] {
        var first: [AttributeValue: Place] = [:]
        return node.named(problems, "the points").compactMap { entry in
            let points = entry.value.thousandths(Bounds.points, problems)
            let key = Node(place: entry.keyPlace, content: .scalar(entry.key, isQuoted: false))
            guard let type, let value = key.value(of: type, problems) else { return nil }
            if let before = first.updateValue(entry.keyPlace, forKey: value.folded) {
                problems.add(
                    .unreachable, at: entry.keyPlace,
                    "\(quoted(entry.key)) never counts: line \(before.line) has the same value", "keep one of the two")
            }
            return ValuePoints(value: value, pointsMilli: points)
        }
    }

    private func ranges(_ node: Node, _ name: String, _ type: AttributeType?) -> [RangePoints] {
        let items = node.items(problems)
        guard items.count <= Bounds.ranges else {
            problems.add(
                .tooMany, at: node.place, "there are \(items.count) ranges", "at most \(Bounds.ranges) are read")
            return []
        }
        guard let type else { return [] }
        guard [.number, .money, .date].contains(type) else {
            problems.add(
                .wrongType, at: node.place, "\(quoted(name)) is \(type.noun), which has no ranges",
                "write 'points: {value: points}'")
            return []
        }
        var order = RangeOrder()
        return items.map { item in
            let fields = Fields(item, .range, problems)
            let (low, high) = bounds(fields, name, type)
            if let low, let high { report(low, high, item.place, unit: name) }
            let isSound = (fields["at_least"] == nil || low != nil) && (fields["at_most"] == nil || high != nil)
            if fields.isPresent && isSound { order.take(low, high, at: item.place, problems) }
            return RangePoints(
                atLeast: low, atMost: high, pointsMilli: fields["points"]?.thousandths(Bounds.points, problems) ?? 0)
        }
    }
}

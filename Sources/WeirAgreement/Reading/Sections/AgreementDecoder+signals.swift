/// Section 3: categories, signals, breadth and echo.
extension AgreementDecoder {
    mutating func categories(_ node: Node?) -> [Category] {
        let entries = node?.named(problems, "categories") ?? []
        categories.isUnknown = entries.isEmpty
        return entries.map { entry in
            let fields = Fields(entry.value, .category, problems)
            categories.add(entry.key)
            return Category(
                name: entry.key, halfLifeDays: fields["half_life"]?.days(atLeast: 1, problems),
                capMilli: fields["cap"].map(unsignedPoints))
        }
    }

    func signals(_ node: Node?) -> [Signal] {
        (node?.named(problems, "signals") ?? []).map { entry in
            let fields = Fields(entry.value, .signal, problems)
            return Signal(
                name: entry.key,
                category: fields["category"].flatMap { categories.number($0, problems) } ?? 0,
                pointsMilli: Int32(fields["points"]?.thousandths(Bounds.points, problems) ?? 0),
                limitPerDay: fields["limit_per_day"]?.whole(Bounds.positiveCount, problems),
                consumes: fields["consumes"]?.yesNo(problems) ?? false,
                shares: fields["shares"]?.yesNo(problems) ?? false,
                handRaise: fields["hand_raise"]?.yesNo(problems) ?? false)
        }
    }

    func breadth(_ node: Node?) -> UInt32 {
        guard let node else { return 0 }
        return Fields(node, .breadth, problems)["points_per_role"].map(unsignedPoints) ?? 0
    }

    func echo(_ node: Node?) -> Echo? {
        guard let node else { return nil }
        let fields = Fields(node, .echo, problems)
        return Echo(
            windowDays: fields["window"]?.days(atLeast: 0, problems) ?? 0,
            pointsMilli: fields["points"].map(unsignedPoints) ?? 0,
            upwardPointsMilli: fields["upward_points"].map(unsignedPoints) ?? 0,
            halfLifeDays: fields["half_life"]?.days(atLeast: 1, problems),
            capMilli: fields["cap"].map(unsignedPoints))
    }

    /// Points that cannot be negative: caps, breadth, echo.
    private func unsignedPoints(_ node: Node) -> UInt32 {
        UInt32(node.thousandths(Bounds.cap, problems))
    }
}

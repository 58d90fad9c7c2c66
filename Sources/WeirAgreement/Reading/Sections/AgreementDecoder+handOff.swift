/// Section 5: the hand-off.
extension AgreementDecoder {
    mutating func handOff(_ fields: Fields) -> HandOff {
        let teams = readTeams(fields["teams"])
        return HandOff(
            teams: teams,
            routing: routing(fields["routing"]),
            release: fields["release"].map(release),
            firstStep: fields["first_step"].map(prose),
            sla: fields["sla"].map(serviceLevels),
            dispositions: fields["dispositions"].map(dispositions))
    }

    private func prose(_ node: Node) -> String {
        var text = node.text(problems, longest: Bounds.text)
        while text.last?.isWhitespace == true { text.removeLast() }
        if text.isEmpty && problems.isEmpty {
            problems.add(.missingValue, at: node.place, "the first step is empty", "say what Sales does first")
        }
        return text
    }

    private func routing(_ node: Node?) -> [RoutingRule] {
        var rest: Place?
        return (node?.items(problems) ?? []).map { item in
            let fields = Fields(item, .routingRule, problems)
            if let rest {
                problems.add(
                    .unreachable, at: item.place,
                    "this rule is never reached: the one in line \(rest.line) takes everybody",
                    "write the rule without 'when' last")
            } else if fields.isPresent && fields["when"] == nil {
                rest = item.place
            }
            return RoutingRule(
                when: fields["when"].map { criteria($0) },
                team: fields["team"].flatMap { teams.number($0, problems) } ?? 0)
        }
    }

    private func release(_ node: Node) -> ReleaseRule {
        let fields = Fields(node, .release, problems)
        return ReleaseRule(
            order: fields["order"]?.distinct(problems) { $0.choice(ReleaseRule.Order.self, problems) } ?? [],
            expires: fields["expires"]?.serviceTime(problems),
            slowDown: fields["slow_down"]?.items(problems).map { item in
                let fields = Fields(item, .slowDown, problems)
                return .init(
                    lastBusinessDays: fields["last"]?.businessDays(problems) ?? 1,
                    of: fields["of"]?.choice(ReleaseRule.Period.self, problems) ?? .month,
                    toPermille: fields["to"]?.share(problems) ?? 0)
            } ?? [])
    }

    private func serviceLevels(_ node: Node) -> ServiceLevels {
        let fields = Fields(node, .serviceLevels, problems)
        return ServiceLevels(
            sales: fields["sales"].map(salesLevels) ?? .init(),
            marketing: fields["marketing"].map(marketingLevels) ?? .init())
    }

    private func salesLevels(_ node: Node) -> ServiceLevels.Sales {
        let fields = Fields(node, .salesLevels, problems)
        let respond = fields["respond"].map { Fields($0, .respond, problems) }
        let disposition = fields["disposition"].map { Fields($0, .disposition, problems) }
        return .init(
            respondWithin: respond?["within"]?.serviceTime(problems),
            respondRaisedHand: respond?["raised_hand"]?.serviceTime(problems),
            warnAtPermille: respond?["warn_at"]?.share(problems),
            disposeWithin: disposition?["within"]?.serviceTime(problems),
            onBreach: fields["on_breach"]?.distinct(problems) { $0.choice(ServiceLevels.OnBreach.self, problems) } ?? []
        )
    }

    private func marketingLevels(_ node: Node) -> ServiceLevels.Marketing {
        let fields = Fields(node, .marketingLevels, problems)
        let perWeek = fields["qualified_per_week"].map { Fields($0, .perWeek, problems) }
        let acceptance = fields["acceptance"].map { Fields($0, .acceptance, problems) }
        let least = perWeek?["at_least"]?.whole(Bounds.count, problems)
        let most = perWeek?["at_most"]?.whole(Bounds.count, problems)
        if let least, let most, least > most, let place = perWeek?.place {
            problems.add(
                .invertedRange, at: place, "nothing is both at least \(least) and at most \(most)",
                "swap the two bounds")
        }
        return .init(
            qualifiedPerWeekAtLeast: least, qualifiedPerWeekAtMost: most,
            acceptanceAtLeastPermille: acceptance?["at_least"]?.share(problems))
    }

    private func dispositions(_ node: Node) -> DispositionReasons {
        let fields = Fields(node, .dispositions, problems)
        let reject = fields["reject"].map { Fields($0, .reject, problems) }
        let procedural = reject?["procedural"]?.texts(problems) ?? []
        let judgement = reject?["judgement"]?.texts(problems) ?? []
        if let both = judgement.first(where: Set(procedural).contains), let place = reject?["judgement"]?.place {
            problems.add(
                .duplicateName, at: place, "\(quoted(both)) is both a procedural reason and one of judgement",
                "keep it in one of the two lists")
        }
        var after: [DispositionReasons.Recycle] = []
        var otherwise: Int?
        let recycle = fields["recycle"].map { Fields($0, .recycle, problems) }
        for entry in recycle?["after"]?.named(problems, "recycle: after") ?? [] {
            let days = entry.value.days(atLeast: 0, problems)
            if entry.key == "otherwise" {
                otherwise = days
            } else {
                after.append(.init(reason: entry.key, days: days))
            }
        }
        return DispositionReasons(
            accept: fields["accept"]?.texts(problems, mayBeEmpty: true) ?? [], rejectProcedural: procedural,
            rejectJudgement: judgement, recycleAfter: after, recycleOtherwiseDays: otherwise)
    }

    /// Section 6: credit.
    func attribution(_ node: Node?) -> Attribution? {
        guard let node else { return nil }
        let fields = Fields(node, .attribution, problems)
        let influence = fields["influence"].map { Fields($0, .influence, problems) }
        return Attribution(
            lookBackDays: fields["look_back"]?.days(atLeast: 1, problems) ?? 1,
            sourced: fields["sourced"]?.choice(Attribution.Sourced.self, problems) ?? .firstTouch,
            models: influence?["models"]?.distinct(problems) { $0.choice(Attribution.Model.self, problems) } ?? [])
    }
}

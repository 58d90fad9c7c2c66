import WeirApp
import WeirMarket

extension MarketNarrowing {
    var json: JSON {
        get throws {
            [
                "agreement": .text(agreement), "sha256": .text(sha256), "banner": .text(orNull: banner),
                "market": .written(try report.json()),
            ]
        }
    }
}

extension MarketGroups {
    var json: JSON {
        [
            "agreement": .text(agreement), "group_count": .integer(groupCount), "grouped": .integer(grouped),
            "alone": .integer(alone),
            "groups": .list(
                groups.map {
                    [
                        "account": .text(orNull: $0.account), "name": .text($0.name), "accounts": .integer($0.accounts),
                        "targets": .integer($0.targets), "best_tier": .text(orNull: $0.bestTier),
                    ]
                }), "circles": .list(circles.map(JSON.text)),
        ]
    }
}

extension MarketShift {
    var json: JSON {
        [
            "headline": .text(headline), "before": .text(before), "after": .text(after),
            "accounts": .integer(accounts), "moved": .integer(moved), "targets_before": .integer(targetsBefore),
            "targets_after": .integer(targetsAfter),
            "counts": .object(Kind.allCases.map { ($0.rawValue, .integer(counts[$0] ?? 0)) }),
            "moves": .list(
                moves.map { move in
                    [
                        "account": .text(move.account), "name": .text(move.name), "kind": .text(move.kind.rawValue),
                        "from": move.from.json, "to": move.to.json, "reason": .text(move.reason),
                    ]
                }), "behind": .yesNo(behindSince != nil), "behind_since": .words(behindSince),
        ]
    }
}

extension MarketShift.Place {
    var json: JSON {
        ["layer": .text(orNull: layer?.rawValue), "tier": .text(tier), "fit_milli": .integer(fitMilli)]
    }
}

extension AccountPlacing {
    var json: JSON {
        let verdict = explanation.verdict
        return [
            "account": .text(account), "name": .text(name), "domain": .text(orNull: domain),
            "agreement": .text(agreement), "addressable": verdict.addressable.json,
            "served": verdict.served.json, "target": verdict.target.json,
            "tier": .text(explanation.tierName), "fit_milli": .integer(verdict.fitMilli),
            "sentences": .list(sentences.map(JSON.text)), "findings": .list(explanation.findings.map(\.json)),
            "fit": .list(
                explanation.fit.map {
                    [
                        "attribute": .text($0.attribute), "value": .text(orNull: $0.value),
                        "points_milli": .integer($0.pointsMilli),
                    ]
                }),
            "attributes": .list(
                attributes.map {
                    [
                        "name": .text($0.name), "value": $0.value.json, "source": .text(orNull: $0.origin?.source),
                        "said_at": .words($0.origin?.at),
                    ]
                }),
            "parent": .member(group?.above.first), "ultimate_parent": .member(group?.above.last),
            "subsidiaries": .list((group?.below ?? []).map { .member($0) }),
        ]
    }
}

extension JSON {
    /// A company of a group.
    static func member(_ member: AccountGroups.Member?) -> JSON {
        guard let member else { return .null }
        return ["account": .text(orNull: member.account), "name": .text(member.name)]
    }
}

extension Answer {
    var json: JSON {
        switch self {
        case .yes: "yes"
        case .no: "no"
        case .unknown: "unknown"
        }
    }
}

extension Finding {
    var json: JSON {
        [
            "layer": .text(layer.rawValue), "line": line.map { .integer($0) } ?? .null,
            "attribute": .text(orNull: attribute), "asked": .text(asked), "answer": answer.json,
            "has": .text(orNull: has), "distance": .text(orNull: distance?.description),
            "source": .text(orNull: origin?.source), "said_at": .words(origin?.at),
        ]
    }
}

extension AccountCoverage {
    var json: JSON {
        [
            "account": .text(account), "name": .text(name), "as_of": .words(asOf), "agreement": .text(agreement),
            "is_target": .yesNo(isTarget), "is_qualified": .yesNo(isQualified), "missing": .integer(missing),
            "seats": .list(
                seats.map { seat in
                    [
                        "role": .text(seat.role), "wanted": .integer(seat.wanted),
                        "known": .integer(seat.people.count), "engaged": .integer(seat.engaged),
                        "missing": .integer(seat.missing), "qualifies": .yesNo(seat.qualifies),
                        "effect": .text(seat.effect), "title_keywords": .list(seat.titleKeywords.map(JSON.text)),
                        "people": .list(seat.people.map(\.json)),
                    ]
                }), "others": .list(others.map(\.json)),
        ]
    }
}

extension AccountCoverage.Person {
    var json: JSON {
        [
            "buyer": .text(buyer), "name": .text(name), "title": .text(orNull: title), "role": .text(orNull: role),
            "is_engaged": .yesNo(isEngaged), "engagement_milli": .integer(engagementMilli),
        ]
    }
}

extension TitleAnswer {
    var json: JSON {
        [
            "title": .text(title), "function": .text(orNull: function), "level": .text(orNull: level),
            "role": .text(orNull: role), "function_permille": functionPermille.map { .integer($0) } ?? .null,
            "level_permille": levelPermille.map { .integer($0) } ?? .null,
            "function_words": .list(functionWords.map(JSON.text)), "level_words": .list(levelWords.map(JSON.text)),
        ]
    }
}

extension AccountMatch {
    var json: JSON {
        [
            "account": .text(account), "name": .text(name), "strength": .text(strength.rawValue),
            "likeness_permille": .integer(likenessPermille), "is_same_domain": .yesNo(isSameDomain),
            "evidence": .list(evidence.map(JSON.text)), "parent": .member(parent),
            "ultimate_parent": .member(ultimateParent),
        ]
    }
}

extension CheckedPost {
    var json: JSON {
        [
            "email": .text(email), "verdict": .text(verdict.answer.rawValue),
            "reasons": .list(
                zip(verdict.classes, verdict.sentences).map { ["code": .text($0.rawValue), "message": .text($1)] }),
            "account": .text(orNull: account), "account_name": .text(orNull: accountName),
            "ultimate_parent": .member(ultimateParent),
            "candidates": .list(candidates.map(\.json)),
        ]
    }
}

extension ListCheckOutcome {
    var json: JSON {
        get throws {
            [
                "report": .written(try report.json()),
                "lines": .list(
                    verdicts.map { verdict in
                        [
                            "line": .integer(verdict.line), "is_accepted": .yesNo(verdict.isAccepted),
                            "order_line": verdict.orderLine.map { .integer($0 + 1) } ?? .null,
                            "account": .text(orNull: verdict.company.map { "acc_\($0.account)" }),
                            "reasons": .list(
                                verdict.reasons.map {
                                    ["code": .text($0.code.rawValue), "message": .text($0.sentence)]
                                }),
                        ]
                    }),
                "columns": .list(columns.map { ["column": .text($0.header), "field": .text(orNull: $0.field)] }),
                "unreadable": .list(unreadable.map { .text($0.problem.description) }), "claim": .text(claim),
                "accepted": .text(accepted),
            ]
        }
    }
}

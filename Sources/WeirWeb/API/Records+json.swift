import WeirApp
import WeirFacts
import WeirInsight

extension AccountSummary {
    var json: JSON {
        [
            "id": .text(id), "name": .text(orNull: name), "domain": .text(orNull: domain),
            "external": .text(orNull: external),
            "attributes": .object(attributes.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }),
            "is_qualified": .yesNo(isQualified), "qualified_since": .words(qualifiedSince),
            "score_milli": scoreMilli.map(JSON.integer) ?? .null, "tier": .text(orNull: tier),
        ]
    }
}

extension BuyerSummary {
    var json: JSON {
        [
            "id": .text(id), "account": .text(orNull: account), "external": .text(orNull: external),
            "name": .text(orNull: name), "email": .text(orNull: email), "title": .text(orNull: title),
            "is_anonymous": .yesNo(isAnonymous), "is_qualified": .yesNo(isQualified),
            "qualified_since": .words(qualifiedSince),
        ]
    }
}

extension EngagementSummary {
    var json: JSON {
        [
            "id": .text(id), "source": .text(source), "message": .text(message), "account": .text(orNull: account),
            "buyer": .text(buyer), "signal": .text(signal), "at": .words(at), "content": .text(orNull: content),
            "shared_with": .text(orNull: sharedWith), "campaign": .text(orNull: campaign),
            "channel": .text(orNull: channel),
        ]
    }
}

extension OpportunitySummary {
    var json: JSON {
        [
            "id": .text(id), "external": .text(external), "account": .text(orNull: account),
            "buyer": .text(orNull: buyer), "opened_at": .words(openedAt), "stage": .text(orNull: stage),
            "amount": amount?.json ?? .null, "closed_at": .words(closedAt), "outcome": .text(outcome.rawValue),
            "loss_reason": .text(orNull: lossReason),
        ]
    }
}

extension AccountQualification {
    var json: JSON {
        [
            "account": .text(account), "as_of": .words(asOf), "agreement": .text(agreement),
            "is_qualified": .yesNo(isQualified), "since": .words(since), "score_milli": .integer(scoreMilli),
            "tier": .text(tier), "engaged_buyers": .integer(engagedBuyers),
            "roles_engaged": .list(rolesEngaged.map(JSON.text)),
            "qualified_buyers": .list(qualifiedBuyers.map(JSON.text)), "next_change": .words(nextChange),
        ]
    }
}

extension Decision {
    var json: JSON {
        [
            "id": .integer(id), "account": .text(account), "buyer": .text(orNull: buyer),
            "change": .text(change.rawValue), "score_milli": .integer(scoreMilli), "day": .words(day),
            "cause": .text(cause.rawValue), "fact": fact.map(JSON.integer) ?? .null,
            "agreement_version": .integer(agreementVersion), "decided_at": .words(decidedAt),
        ]
    }
}

extension Money {
    var json: JSON { ["amount_minor": .integer(minorUnits), "currency": .text(currency)] }
}

extension AttributeValue {
    /// Numbers as text, as they may have decimals, which JSON's readers round.
    var json: JSON {
        switch self {
        case .text(let text): .text(text)
        case .number(let number): .text(number.description)
        case .money(let money): money.json
        case .date(let day): .words(day)
        case .set(let members): .list(members.map(JSON.text))
        case .yesNo(let yes): .yesNo(yes)
        }
    }
}

extension Page {
    func json(_ item: (Item) -> JSON) -> JSON { ["data": .list(items.map(item)), "next_cursor": .text(orNull: next)] }
}

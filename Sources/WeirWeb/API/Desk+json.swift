import WeirApp
import WeirDesk
import WeirFacts

extension BuyerLabel {
    var json: JSON {
        [
            "id": .text(id), "name": .text(orNull: name), "title": .text(orNull: title), "email": .text(orNull: email),
            "account": .text(account), "account_name": .text(orNull: accountName),
        ]
    }
}

extension PromiseView {
    var json: JSON {
        [
            "milestone": .text(milestone.rawValue), "within": .text(within), "standing": .text(standing.rawValue),
            "due_at": .words(dueAt), "left_ms": .integer(leftMillis), "is_business_time": .yesNo(isBusinessTime),
            "business_ms": .integer(businessMillis), "wall_ms": .integer(wallMillis),
        ]
    }
}

extension InboxEntry {
    var json: JSON {
        [
            "id": .text(id), "buyer": buyer.json, "team": .text(team), "owner": .text(owner), "state": .text(state),
            "raised_hand": .yesNo(raisedHand), "offered_at": .words(offeredAt), "next": next?.json ?? .null,
            "is_ghost": .yesNo(isGhost), "snoozed_until": .words(snoozedUntil), "version": .integer(version),
        ]
    }
}

extension HandOffView {
    var json: JSON {
        [
            "hand_off": entry.json, "stage": .text(stage), "why_now": .list(whyNow.map(JSON.text)),
            "first_step": .text(orNull: firstStep), "conversation": .list(conversation.map(JSON.text)),
            "bant": .list(bant.map(\.json)), "missing": .list(missing.map(JSON.text)),
            "promises": .list(promises.map(\.json)),
            "moves": .list(
                moves.map { move in
                    [
                        "name": .text(move.name), "choices": .list(move.choices.map(JSON.text)),
                        "blocked_by": .text(orNull: move.blockedBy),
                    ]
                }),
            "changes": .list(
                changes.map { change in
                    [
                        "by": .text(change.by), "is_person": .yesNo(change.isPerson), "at": .words(change.at),
                        "what": .text(change.what),
                    ]
                }), "handled_by": .list(handledBy.map(JSON.text)), "earlier": .list(earlier.map(JSON.text)),
        ]
    }
}

extension BANTView {
    var json: JSON {
        [
            "letter": .text(letter), "verdict": .text(orNull: verdict), "value": .text(orNull: value),
            "said_by": .text(orNull: saidBy), "recorded_by": .text(orNull: recordedBy), "at": .words(at),
            "sure_permille": surePermille.map(JSON.integer) ?? .null, "evidence": .text(orNull: evidence),
            "is_confirmed": .yesNo(isConfirmed), "conflicts": .list(conflicts.map(JSON.text)),
            "is_required": .yesNo(isRequired),
        ]
    }
}

extension DeskFlow {
    var json: JSON {
        [
            "at": .words(at), "teams": .list(teams.map(\.json)), "without_team": .list(withoutTeam.map(\.json)),
            "without_team_count": .integer(withoutTeamCount),
            "marketing": .list(
                marketing.map { week in
                    [
                        "week": .words(week.week), "qualified": .integer(week.qualified),
                        "accepted": .integer(week.accepted), "rejected": .integer(week.rejected),
                        "volume": .text(week.verdict.volume.rawValue),
                        "acceptance": .text(week.verdict.acceptance.rawValue),
                    ]
                }),
        ]
    }
}

extension TeamFlow {
    var json: JSON {
        [
            "name": .text(name), "day": .words(day), "time_zone": .text(timeZone), "is_open": .yesNo(isOpen),
            "capacity": .integer(capacity), "capacity_permille": .integer(capacityPermille),
            "released": .integer(released), "besides": .integer(besides), "carried": .integer(carried),
            "open": .integer(open), "past_due": .integer(pastDue),
            "members": .list(
                members.map { member in
                    [
                        "name": .text(member.name), "has_left": .yesNo(member.hasLeft),
                        "capacity": .integer(member.capacity), "presence_permille": .integer(member.presencePermille),
                        "carried": .integer(member.carried), "released": .integer(member.released),
                        "besides": .integer(member.besides), "open": .integer(member.open),
                        "past_due": .integer(member.pastDue), "ghosts": .integer(member.ghosts),
                        "balance_micro": .integer(member.balanceMicro),
                    ]
                }),
            "waiting_count": .integer(waitingCount),
            "waiting": .list(
                waiting.map { waiting in
                    [
                        "place": .integer(waiting.place), "buyer": waiting.buyer.json,
                        "raised_hand": .yesNo(waiting.raisedHand), "tier": .text(waiting.tier),
                        "score_milli": .integer(waiting.scoreMilli), "qualified_at": .words(waiting.qualifiedAt),
                        "expected": .words(waiting.expected), "expires_at": .words(waiting.expiresAt),
                    ]
                }),
        ]
    }
}

extension DeskForecast {
    var json: JSON {
        [
            "from": .words(from), "waiting": .integer(waiting),
            "history": [
                "responses": .integer(history.responses), "qualified": .integer(history.qualified),
                "quiet_days": .integer(history.quietDays), "quiet_qualified": .integer(history.quietQualified),
            ],
            "weeks": .list(
                weeks.map { week in
                    [
                        "from": .words(week.from), "expected_milli": .integer(week.expectedMilli),
                        "low_milli": .integer(week.lowMilli), "high_milli": .integer(week.highMilli),
                        "capacity": .integer(week.capacity), "overflow_milli": .integer(week.overflowMilli),
                        "waiting_milli": .integer(week.waitingMilli), "is_certain": .yesNo(week.isCertain),
                    ]
                }), "proposals": .list(proposals.map { .text($0.words) }),
        ]
    }
}

extension StageWaterfall {
    var json: JSON {
        [
            "from": .words(from), "to": .words(to),
            "stages": .list(
                lines.map { line in
                    [
                        "stage": .text(line.stage.rawValue), "before": .integer(line.before),
                        "entered": .integer(line.entered), "left": .integer(line.left), "after": .integer(line.after),
                        "median_stay_ms": line.medianStayMillis.map(JSON.integer) ?? .null,
                    ]
                }),
            "cohorts": .list(
                cohorts.map { cohort in
                    [
                        "month": .words(cohort.month),
                        "reached": .object(
                            Stage.allCases.compactMap { stage in
                                cohort.reached[stage].map { (stage.rawValue, .integer($0)) }
                            }),
                    ]
                }),
        ]
    }
}

extension StageMoveView {
    var json: JSON {
        [
            "id": .integer(id), "buyer": .text(buyer), "from": .text(from), "to": .text(to), "at": .words(at),
            "stayed_ms": .integer(stayedMillis), "by": .text(by), "is_person": .yesNo(isPerson),
            "reason": .text(orNull: reason), "agreement": .text(agreement), "facts": .list(facts.map(JSON.integer)),
        ]
    }
}

extension AddedLead {
    var json: JSON {
        [
            "buyer": buyer.json, "is_new": .yesNo(isNew), "is_moved": .yesNo(isMoved), "stage": .text(stage),
            "hand_off": .text(orNull: handOff), "owner": .text(orNull: owner), "added_by": .text(addedBy),
            "tier": .text(orNull: tier), "score_milli": scoreMilli.map(JSON.integer) ?? .null,
        ]
    }
}

extension DeskTeamView {
    var json: JSON {
        [
            "name": .text(name), "time_zone": .text(timeZone),
            "members": .list(
                members.map { member in
                    [
                        "name": .text(member.name), "capacity": .integer(member.capacity),
                        "has_left": .yesNo(member.hasLeft),
                        "leave": .list(
                            member.leave.map { leave in
                                [
                                    "from": .words(leave.from), "to": .words(leave.to),
                                    "away_permille": .integer(leave.awayPermille),
                                ]
                            }),
                    ]
                }),
            "special_days": .list(
                specialDays.map { day in
                    [
                        "day": .words(day.day), "hours": .list(day.hours.map { .text($0.text) }),
                        "why": .text(day.why),
                    ]
                }),
        ]
    }
}

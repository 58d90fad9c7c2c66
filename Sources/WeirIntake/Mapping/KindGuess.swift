import WeirFacts

/// What kind of fact a file seems to hold, by its headers alone; for a hint, never to act on unasked.
public struct KindGuess: Hashable, Sendable {
    public var kind: FactKind
    /// 0...100: how far the evidence for this kind outweighs that for the next.
    public var confidence: Int
    /// The headers that speak for it.
    public var because: [String]
}

extension HeaderMapping {
    /// The likeliest kind; `nil` if nothing speaks for any.
    public static func guessKind(_ headers: [String]) -> KindGuess? {
        let keys = headers.map(HeaderKey.init)
        let notes = RejectNote.columns(in: headers)
        var scores: [(kind: FactKind, score: Int, because: [String])] = []
        for kind in FactKind.allCases {
            var score = 0
            var because: [String] = []
            for (index, key) in keys.enumerated() where !key.isCustom && !notes.contains(index) {
                let compact = (key.withoutUnitWords ?? key).compact
                guard let weight = telling(of: kind)[compact] ?? telling(of: kind)[key.compact] else { continue }
                score += weight
                if weight > 0 { because.append(headers[index]) }
            }
            let mapping = try? HeaderMapping(headers: headers, kind: kind)
            // What cannot be read as this kind at all is hardly meant as it.
            if let mapping, !mapping.missing.isEmpty { score -= 3 * mapping.missing.count }
            scores.append((kind, score, because))
        }
        scores.sort { $0.score > $1.score }
        let (best, next) = (scores[0], scores[1])
        guard best.score >= 2 else { return nil }
        let lead = best.score - max(0, next.score)
        // A single telling header is thin evidence, however far ahead it is.
        let weight = min(best.score, strongScore)
        return KindGuess(
            kind: best.kind, confidence: 100 * lead * weight / (best.score * strongScore), because: best.because)
    }

    /// A score at which the headers leave little doubt.
    private static let strongScore = 7

    /// How strongly a header speaks for (or against) a kind.
    private static func telling(of kind: FactKind) -> [String: Int] {
        switch kind {
        case .accounts: accountWords
        case .buyers: buyerWords
        case .engagements: engagementWords
        case .opportunities: opportunityWords
        case .dispositions: dispositionWords
        case .costs: costWords
        }
    }

    private static let accountWords = [
        "numberofemployees": 2, "noofemployees": 2, "employees": 3, "totalemployees": 3, "employeeband": 3,
        "annualrevenue": 2, "revenue": 3, "estimatedrevenueband": 3, "industry": 2, "sector": 2, "website": 1,
        "billingcountry": 3, "billingcity": 2, "country": 1, "companydomainname": 3, "domain": 1, "parentid": 2,
        "subsidiaryof": 3, "founded": 2, "yearfounded": 3, "yearestablished": 3, "tickersymbol": 2, "sic": 1,
        "organizationname": 3, "accountname": 1, "companyname": 1, "tags": 1, "firstname": -4, "lastname": -4,
        "email": -2, "stagename": -3, "closedate": -3,
    ]
    private static let buyerWords = [
        "firstname": 4, "lastname": 4, "fullname": 2, "jobtitle": 4, "title": 1, "email": 2, "emailaddress": 2,
        "contactid": 2, "leadid": 1, "accountid": 1, "convertedcontactid": 3, "company": 1, "leadsource": 1,
        "hasoptedoutofemail": 2, "mobilephone": 1, "salutation": 2, "vidtomerge": 4, "canonicalvid": 3, "seniority": 2,
        "buyerrole": 2, "leadcreatedat": 2, "mergedobjectids": 2, "hsmergedobjectids": 2, "stagename": -3,
        "closedate": -3,
        "username": -6, "profileid": -6, "activeuserid": -9,
    ]
    private static let engagementWords = [
        "signal": 5, "event": 2, "eventtype": 4, "activitytype": 5, "activitytypeid": 5, "activitydate": 3,
        "activitydatetime": 3, "touchtype": 5, "touchtimestamp": 4, "sessiontype": 5, "sessiontimestamp": 4,
        "activitytimestamp": 4, "timestamp": 2, "at": 2, "whoid": 4, "primaryattributevalueid": 3, "recipient": 3,
        "emailcampaignid": 3, "sharedwith": 4, "content": 2, "formid": 3, "pageurl": 3, "engagementid": 3,
        "useragent": 2, "marketoguid": 3, "tasksubtype": 3, "eventsubtype": 3, "channel": 1, "engagementtype": 2,
    ]
    private static let opportunityWords = [
        "stagename": 5, "stage": 3, "dealstage": 5, "dealpipelinestageid": 5, "closedate": 4, "amount": 3, "iswon": 5,
        "isclosed": 3, "forecastcategory": 4, "opportunityid": 3, "dealid": 3, "probability": 2, "dealname": 4,
        "closevalue": 4, "estimatedacv": 4, "expectedrevenue": 3, "openedat": 4, "lossreason": 4, "outcome": 1,
        "engagedate": 2,
    ]
    private static let dispositionWords = [
        "verdict": 7, "disposition": 5, "rejectreason": 5, "rejectionreason": 5, "handoffid": 5, "decidedby": 4,
        "decidedat": 3, "reason": 2, "by": 2, "calldisposition": -3,
    ]
    private static let costWords = [
        "cost": 5, "costs": 5, "spend": 5, "amountspent": 5, "actualcost": 4, "vendor": 4, "invoice": 3,
        "invoiceid": 3, "from": 2, "to": 2, "amount": 2, "campaign": 1, "periodstart": 3, "periodend": 3,
        "startdate": 1,
        "enddate": 1,
    ]
}

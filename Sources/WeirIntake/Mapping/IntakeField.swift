import WeirFacts

/// What a column can mean: the fields of the six kinds of facts, by the names that `--map` and `--set` use.
public enum IntakeField: String, Hashable, Sendable, CaseIterable {
    case id, name, domain, industry, country, region, city, employees, revenue, founded, parent, tags, owner
    case otherID = "other_id"
    case email, title
    case firstName = "first_name"
    case lastName = "last_name"
    case accountID = "account_id"
    case accountDomain = "account_domain"
    case accountName = "account_name"
    case buyer, account, signal, at, content, campaign, channel
    case sharedWith = "shared_with"
    case stage, amount, currency, outcome
    case openedAt = "opened_at"
    case closedAt = "closed_at"
    case isWon = "is_won"
    case isClosed = "is_closed"
    case lossReason = "loss_reason"
    case verdict, reason, by
    case vendor, from, to
    case observedAt = "observed_at"
    case isDeleted = "is_deleted"
}

extension FactKind {
    /// What columns of this kind can mean.
    public var fields: [IntakeField] { FieldCatalogue.fields(of: self) }
}

/// A field of one kind, with the headers that mean it.
struct FieldDefinition: Sendable {
    var field: IntakeField
    /// Headers in their compact form (lower case, letters and digits only), the surest first.
    var headers: [String]
    /// Whether several columns may say it, all of which count.
    var isMany = false

    init(_ field: IntakeField, _ headers: String, isMany: Bool = false) {
        self.field = field
        self.headers = headers.split(separator: " ").map(String.init)
        self.isMany = isMany
    }
}

/// The fields of each kind. Names are those of Salesforce (labels and API), HubSpot (labels and internal), Marketo
/// (REST and SOAP), their Fivetran exports, and of plain spreadsheets.
enum FieldCatalogue {
    static func definitions(of kind: FactKind) -> [FieldDefinition] {
        switch kind {
        case .accounts: accounts
        case .buyers: buyers
        case .engagements: engagements
        case .opportunities: opportunities
        case .dispositions: dispositions
        case .costs: costs
        }
    }

    static func fields(of kind: FactKind) -> [IntakeField] {
        definitions(of: kind).map(\.field)
    }

    /// A history table says from when a version held; else the last change is the best date, then the creation.
    private static let observed = FieldDefinition(
        .observedAt,
        "observedat fivetranstart systemmodstamp hslastmodifieddate lastmodifieddate lastmodified lastmodifiedat "
            + "modifieddate modifiedat updatedat updateddate updated lastupdated createddate createdate createdat created "
            + "datecreated fivetransynced")
    private static let deleted = FieldDefinition(
        .isDeleted, "isdeleted fivetrandeleted deleted hsisdeleted", isMany: true)

    static let accounts = [
        FieldDefinition(.id, "id accountid companyid recordid hsobjectid accountid18 sfdcaccountid organizationid"),
        FieldDefinition(
            .name, "name accountname companyname company organizationname organisationname account legalname employer"),
        FieldDefinition(
            .domain,
            "domain companydomainname companydomain website websiteurl url web homepage companywebsite emaildomain "
                + "email emailaddress"),
        FieldDefinition(.industry, "industry industryname primaryindustry sector gicssector vertical"),
        FieldDefinition(
            .country,
            "billingcountry country countryregion billingcountrycode countrycode hqcountry headquarterscountry "
                + "shippingcountry mailingcountry"),
        FieldDefinition(
            .region,
            "region billingstate state stateregion stateprovince billingstateprovince billingstatecode province "
                + "shippingstate"),
        FieldDefinition(.city, "billingcity city hqcity town shippingcity"),
        FieldDefinition(
            .employees,
            "employees numberofemployees noofemployees numemployees totalemployees employeecount employeesnumber "
                + "headcount fulltimeemployees employeeband employeerange employeesrange companysize"),
        FieldDefinition(
            .revenue,
            "revenue annualrevenue totalrevenue yearlyrevenue estimatedrevenue turnover sales estimatedrevenueband "
                + "revenueband revenuerange"),
        FieldDefinition(.founded, "founded yearfounded foundedyear yearestablished established yearstarted"),
        FieldDefinition(
            .parent,
            "parent parentid parentaccountid parentaccount parentcompany parentcompanyid hsparentcompanyid subsidiaryof "
                + "ultimateparent"),
        FieldDefinition(.tags, "tags tag labels keywords"),
        FieldDefinition(
            .owner,
            "owner ownerid accountowner companyowner recordowner hubspotownerid ownername owneremail salesrep"),
        observed, deleted,
    ]

    static let buyers = [
        FieldDefinition(
            .id,
            "id buyerid contactid personid canonicalvid vid recordid hsobjectid hscontactid prospectid userid leadid "
                + "marketoid"),
        FieldDefinition(
            .otherID,
            "otherid otherids convertedcontactid convertedleadid leadid contactid hsmergedobjectids mergedobjectids "
                + "mergeids vidtomerge masterrecordid sfdccontactid sfdcleadid sfdcid salesforceid", isMany: true),
        FieldDefinition(.email, "email emailaddress workemail businessemail primaryemail contactemail recipient"),
        FieldDefinition(.name, "name fullname contactname leadname displayname buyername"),
        FieldDefinition(.firstName, "firstname givenname forename"),
        FieldDefinition(.lastName, "lastname surname familyname"),
        FieldDefinition(.title, "title jobtitle position jobposition"),
        FieldDefinition(
            .accountID,
            "accountid companyid associatedcompanyid primaryassociatedcompanyid convertedaccountid organizationid"),
        FieldDefinition(
            .accountDomain,
            "accountdomain companydomain companydomainname domain website websiteurl companywebsite emaildomain"),
        FieldDefinition(
            .accountName,
            "accountname companyname company associatedcompany account organization organisation employer"),
        observed, deleted,
    ]

    static let engagements = [
        FieldDefinition(
            .id,
            "id messageid activityid engagementid eventid touchid sessionid marketoguid submissionid conversionid uuid"),
        FieldDefinition(
            .buyer, "buyer buyerid contactid personid leadid whoid vid prospectid userid recipientid memberid"),
        FieldDefinition(.email, "email emailaddress recipient recipientemail contactemail leademail useremail"),
        FieldDefinition(.account, "account accountid companyid associatedcompanyid organizationid"),
        FieldDefinition(.domain, "domain accountdomain companydomain companydomainname website emaildomain"),
        FieldDefinition(
            .signal,
            "signal signaltype event eventname eventtype activitytype touchtype sessiontype engagementtype action "
                + "activity type interactiontype tasksubtype eventsubtype activitytypename activitytypeid"),
        FieldDefinition(
            .at,
            "at timestamp occurredat eventtimestamp eventtime touchtimestamp sessiontimestamp activitytimestamp "
                + "activitydatetime activitydate eventdate datetime time date startdatetime starttime sentat created "
                + "createdat createdate createddate"),
        FieldDefinition(
            .content,
            "content contentid asset assetid assetname contentname pageurl url link page pagetitle primaryattributevalue "
                + "formid emailtemplateid subject title"),
        FieldDefinition(.sharedWith, "sharedwith sharedto sharedwithid sharedwithemail forwardedto"),
        FieldDefinition(.campaign, "campaign campaignid emailcampaignid campaignname programid program utmcampaign"),
        FieldDefinition(.channel, "channel touchchannel medium utmmedium leadsource source"),
        deleted,
    ]

    static let opportunities = [
        FieldDefinition(.id, "id opportunityid dealid oppid opportunityid18 recordid hsobjectid"),
        FieldDefinition(.account, "accountid companyid associatedcompanyid account organizationid"),
        FieldDefinition(
            .accountName, "accountname companyname company associatedcompany account organization organisation"),
        FieldDefinition(.buyer, "buyer buyerid contactid primarycontactid personid leadid contact whoid"),
        FieldDefinition(
            .openedAt,
            "openedat createddate createdate createdat opendate dateopened engagedate opened created datecreated"),
        FieldDefinition(
            .stage,
            "stage stagename dealstage opportunitystage salesstage pipelinestage dealpipelinestageid dealstageid"),
        FieldDefinition(
            .amount,
            "amount dealamount value dealvalue closevalue totalamount acv estimatedacv annualcontractvalue arr tcv price "
                + "expectedrevenue"),
        FieldDefinition(.currency, "currency currencyisocode dealcurrencycode currencycode"),
        FieldDefinition(.closedAt, "closedat closedate closeddate dateclosed closingdate"),
        FieldDefinition(.isWon, "iswon won hsisclosedwon closedwon"),
        FieldDefinition(.isClosed, "isclosed closed hsisclosed"),
        FieldDefinition(.outcome, "outcome result dealstatus opportunitystatus"),
        FieldDefinition(.lossReason, "lossreason lostreason closedlostreason reasonlost reasonforloss"),
        observed, deleted,
    ]

    static let dispositions = [
        FieldDefinition(.id, "id dispositionid handoffid recordid"),
        FieldDefinition(.buyer, "buyer buyerid contactid personid leadid whoid vid"),
        FieldDefinition(.email, "email emailaddress contactemail leademail"),
        FieldDefinition(.account, "account accountid companyid"),
        FieldDefinition(.verdict, "verdict disposition decision outcome status leadstatus hsleadstatus"),
        FieldDefinition(
            .reason,
            "reason rejectreason rejectionreason dispositionreason disqualificationreason unqualifiedreason note notes"),
        FieldDefinition(
            .at, "at timestamp decidedat disposedat date dispositiondate activitydate createdat createddate updatedat"),
        FieldDefinition(.by, "by decidedby user rep repid salesrep salesagent owner ownerid ownername owneremail"),
        deleted,
    ]

    static let costs = [
        FieldDefinition(.id, "id costid lineid invoiceid invoice"),
        FieldDefinition(.campaign, "campaign campaignname campaignid program programname programid name"),
        FieldDefinition(.vendor, "vendor vendorname supplier provider publisher source"),
        FieldDefinition(.from, "from start startdate periodstart datefrom day date month period"),
        FieldDefinition(.to, "to end enddate periodend dateto"),
        FieldDefinition(.amount, "amount cost costs spend spent actualcost amountspent budgetedcost total price"),
        FieldDefinition(.currency, "currency currencyisocode currencycode"),
        deleted,
    ]
}

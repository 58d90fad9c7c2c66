import Testing
import WeirFacts
import WeirIntake

@Suite("Which column means what")
struct HeaderMappingTests {
    static let sameHeader: [(FactKind, IntakeField, [String])] = [
        (
            .accounts, .employees,
            [
                "NumberOfEmployees", "NUMBEROFEMPLOYEES", "number_of_employees", "No. of Employees",
                "Number of Employees",
                "Total Employees", "property_numberofemployees", "employee_band",
            ]
        ),
        (
            .accounts, .revenue,
            ["AnnualRevenue", "Annual Revenue", "annual_revenue", "property_annualrevenue", "Revenue (Billions)"]
        ),
        (.accounts, .country, ["BillingCountry", "Billing Country", "Country/Region", "country", "BILLINGCOUNTRY"]),
        (.accounts, .name, ["Account Name", "Company name", "Organization Name", "property_name", "NAME"]),
        (.accounts, .domain, ["Website", "Website URL", "Company Domain Name", "Domain"]),
        (
            .accounts, .observedAt,
            ["SystemModstamp", "Last Modified Date", "hs_lastmodifieddate", "updated_at", "CreatedDate"]
        ),
        (.buyers, .email, ["Email", "E-mail", "Email Address", "emailAddress", "property_email"]),
        (.buyers, .title, ["Title", "Job Title", "jobtitle", "property_jobtitle", "job_title"]),
        (.buyers, .id, ["Record ID", "Contact ID", "contact_id", "Lead ID", "Id", "vid"]),
        (.engagements, .at, ["activityDate", "activity_date", "Timestamp", "touch_timestamp", "occurred_at"]),
        (.engagements, .signal, ["Event Type", "activityTypeId", "touch_type", "session_type"]),
        (.opportunities, .stage, ["StageName", "STAGENAME", "Deal Stage", "dealstage", "stage_name"]),
        (.opportunities, .closedAt, ["CloseDate", "Close Date", "property_closedate", "closedate"]),
        (.costs, .amount, ["Actual Cost", "Spend", "amount_spent", "Cost"]),
    ]

    @Test("one field under many names", arguments: sameHeader)
    func manyNames(kind: FactKind, field: IntakeField, headers: [String]) throws {
        for header in headers {
            let mapping = try HeaderMapping(headers: ["x", header], kind: kind)
            #expect(mapping.column(of: field) == 1, "\(header) should mean \(field.rawValue)")
        }
    }

    @Test func aCustomersOwnFieldNeverStandsForAStandardOne() throws {
        let mapping = try HeaderMapping(
            headers: ["Id", "Industry__c", "country_c", "Billing_Country__c"], kind: .accounts)
        #expect(mapping.column(of: .industry) == nil)
        #expect(mapping.column(of: .country) == nil)
        #expect(mapping.columns[1].use == .attribute("industry_c", .text))
    }

    @Test func theSurerOfTwoColumnsWinsAndTheOtherIsReported() throws {
        let mapping = try HeaderMapping(
            headers: ["Id", "CreatedDate", "LastModifiedDate", "Stage", "CloseDate"], kind: .opportunities)
        #expect(mapping.column(of: .openedAt) == 1)
        #expect(mapping.column(of: .observedAt) == 2)
        let people = try HeaderMapping(headers: ["Work Email", "Email", "Colour"], kind: .buyers)
        #expect(people.column(of: .email) == 1)
        #expect(people.columns[0].use == .second(to: .email))
        #expect(people.meaning(of: people.columns[0]) == "not used: email is taken from Email")
        #expect(people.unusedHeaders == ["Work Email", "Colour"])
    }

    @Test func leadsNextToContactsAreOtherIDsOfTheSamePerson() throws {
        let mapping = try HeaderMapping(headers: ["lead_id", "contact_id", "account_id"], kind: .buyers)
        #expect(mapping.columns(of: .id) == [1])
        #expect(mapping.columns(of: .otherID) == [0])
        let lead = try HeaderMapping(headers: ["Id", "ConvertedContactId", "MasterRecordId"], kind: .buyers)
        #expect(lead.columns(of: .otherID).sorted() == [1, 2])
    }

    @Test func theUserHasTheLastWord() throws {
        let options = MappingOptions(
            fieldOfColumn: ["Kunde": "name", "Region": "-", "office": "country"], constants: ["industry": "Software"])
        let mapping = try HeaderMapping(
            headers: ["Kunde", "Name", "region", "Office", "Industry"], kind: .accounts, options: options)
        #expect(mapping.columns(of: .name) == [0])
        #expect(mapping.columns[2].use == .leftOut)
        #expect(mapping.column(of: .country) == 3)
        #expect(mapping.column(of: .industry) == nil)
        #expect(mapping.constants[.industry] == "Software")
    }

    @Test(
        "options that name nothing",
        arguments: [
            (MappingOptions(fieldOfColumn: ["Nmae": "name"]), IntakeError.Code.unknownColumn, "\"Name\""),
            (MappingOptions(fieldOfColumn: ["Name": "indsutry"]), .unknownField, "\"industry\""),
            (MappingOptions(constants: ["revenu": "1"]), .unknownField, "\"revenue\""),
            (MappingOptions(only: [.init(column: "Typ", value: "x")]), .unknownColumn, "\"Type\""),
        ])
    func unknownNames(options: MappingOptions, code: IntakeError.Code, nearest: String) {
        #expect {
            try HeaderMapping(headers: ["Name", "Type"], kind: .accounts, options: options)
        } throws: { error in
            guard let error = error as? IntakeError else { return false }
            return error.code == code && error.message.contains("Did you mean \(nearest)")
        }
    }

    @Test func accountsKeepWhatElseIsKnownUnderPlainNames() throws {
        let options = MappingOptions(attributeTypes: ["market value": .number, "segment": .set])
        let mapping = try HeaderMapping(
            headers: ["Name", "Market Value (Billions)", "_fivetran_synced", "Crm Segment", "SEGMENT", ""],
            kind: .accounts,
            options: options)
        #expect(mapping.columns[1].use == .attribute("market value", .number))
        #expect(mapping.columns[1].exponent == 9)
        #expect(mapping.columns[2].use == .field(.observedAt))
        #expect(mapping.columns[3].use == .attribute("crm_segment", .text))
        #expect(mapping.columns[4].use == .attribute("segment", .set))
        #expect(mapping.columns[5].use == .notUsed)
    }

    @Test func whatIsMissingIsSaidWithWhatToDo() throws {
        let mapping = try HeaderMapping(headers: ["id", "name"], kind: .engagements)
        #expect(mapping.missing.count == 3)
        #expect(mapping.missing[0].contains("--set signal=VALUE"))
        #expect(throws: IntakeError.self) { try mapping.requireComplete() }
        let whole = try HeaderMapping(
            headers: ["lead_id", "timestamp"], kind: .engagements,
            options: MappingOptions(constants: ["signal": "email_opened"]))
        try whole.requireComplete()
    }

    @Test func theMappingIsStoredAsJSONAndShownAsATable() throws {
        let mapping = try HeaderMapping(
            headers: ["Name \"x\"", "Revenue (Billions)", "Website"], kind: .accounts,
            options: MappingOptions(constants: ["country": "DE"]))
        #expect(mapping.json.contains("{\"column\":\"Revenue (Billions)\",\"field\":\"revenue\",\"exponent\":9}"))
        #expect(mapping.json.contains("\"column\":\"Name \\\"x\\\"\""))
        #expect(mapping.table.contains("Revenue (Billions)  → revenue × 10^9"))
        #expect(mapping.table.contains("every row           → country = DE"))
    }

    @Test(
        "the kind of a file by its headers",
        arguments: [
            (["Id", "Name", "BillingCountry", "Industry"], FactKind.accounts),
            (["Organization Name", "Industry", "Country", "Revenue (Billions)"], .accounts),
            (["First Name", "Last Name", "Email", "Company"], .buyers),
            (["contact_id", "account_id", "job_title"], .buyers),
            (["touch_id", "lead_id", "touch_timestamp", "touch_type"], .engagements),
            (["id", "buyer", "email", "account", "domain", "signal", "at", "content"], .engagements),
            (["ID", "ACCOUNTID", "STAGENAME", "AMOUNT", "CLOSEDATE"], .opportunities),
            (
                ["id", "account", "buyer", "opened_at", "stage", "amount", "currency", "closed_at", "outcome"],
                .opportunities
            ),
            (["id", "buyer", "account", "verdict", "reason", "at", "by"], .dispositions),
            (["id", "campaign", "vendor", "from", "to", "amount", "currency"], .costs),
        ])
    func guess(headers: [String], kind: FactKind) throws {
        let guess = try #require(HeaderMapping.guessKind(headers))
        #expect(guess.kind == kind)
        #expect(guess.confidence > 30)
        #expect(!guess.because.isEmpty)
    }

    @Test func nothingIsGuessedFromNothing() {
        #expect(HeaderMapping.guessKind(["column1", "column2"]) == nil)
    }
}

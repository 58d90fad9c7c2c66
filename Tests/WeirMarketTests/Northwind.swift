import WeirAgreement
import WeirFacts
import WeirMarket

/// The example agreement's market and buying group, written out by hand.
enum Northwind {
    static let buyingGroup = BuyingGroup(
        functions: [
            .init(
                name: "marketing", keywords: ["marketing", "demand generation", "growth", "brand", "communications"]),
            .init(name: "sales", keywords: ["sales", "revenue", "business development", "account executive"]),
            .init(name: "it", keywords: ["it", "information technology", "data", "analytics", "engineering"]),
            .init(name: "finance", keywords: ["finance", "accounting", "controller", "treasury"]),
        ],
        levels: [
            .init(name: "c_level", keywords: ["chief", "cmo", "cro", "cio", "cto", "cfo", "ceo", "president"]),
            .init(name: "vp", keywords: ["vp", "vice president", "svp", "evp"]),
            .init(name: "director", keywords: ["director", "head of"]),
            .init(name: "manager", keywords: ["manager", "lead", "principal"]),
            .init(name: "staff", keywords: []),
        ],
        roles: [
            .init(name: "decision_maker", functions: [0, 1], levels: [0, 1], weightPermille: 2000),
            .init(name: "champion", functions: [0, 1], levels: [2, 3], weightPermille: 1500),
            .init(name: "influencer", functions: [2, 3], levels: [], weightPermille: 1000),
            .init(name: "user", functions: [0, 1], levels: [4], weightPermille: 500),
        ],
        noRoleWeightPermille: 300,
        wanted: [.init(role: 0, count: 1), .init(role: 1, count: 1), .init(role: 2, count: 2)])

    static let lists = [
        CompanyList(name: "competitors", entries: ["rival.example", "other-rival.example"]),
        CompanyList(name: "strategic accounts", entries: ["Example Bank plc", "example-insurance.example"]),
    ]

    static let declared = [AttributeDeclaration(name: "technologies", type: .set)]

    static let market = market(software: "Software & Services")

    /// - Parameter software: what the data at hand calls the software industry.
    static func market(software: String) -> MarketDefinition {
        MarketDefinition(
            addressable: Criteria(lines: [line("employees", .atLeast(number(50)))]),
            served: Criteria(lines: [
                line(
                    "country",
                    texts("United Kingdom", "Ireland", "Germany", "France", "Netherlands", "United States"))
            ]),
            target: Criteria(
                lines: [
                    line("industry", texts(software, "Banking", "Insurance", "Diversified Financials")),
                    line("employees", .atLeast(number(1000))),
                    .not(Criteria(lines: [.inList("competitors")])),
                ],
                or: Criteria(lines: [.inList("strategic accounts")])),
            matrix: [
                MatrixRow(
                    attribute: "industry",
                    entries: .values([
                        .init(value: .text(software), pointsMilli: 40_000),
                        .init(value: .text("Banking"), pointsMilli: 30_000),
                        .init(value: .text("Insurance"), pointsMilli: 20_000),
                    ])),
                MatrixRow(
                    attribute: "employees",
                    entries: .ranges([
                        .init(atLeast: number(10_000), pointsMilli: 30_000),
                        .init(atLeast: number(1000), pointsMilli: 20_000),
                    ])),
                MatrixRow(
                    attribute: "technologies",
                    entries: .values([
                        .init(value: .text("salesforce"), pointsMilli: 15_000),
                        .init(value: .text("marketo"), pointsMilli: 15_000),
                    ])),
                MatrixRow(
                    attribute: "revenue",
                    entries: .ranges([.init(atLeast: number(1_000_000_000), pointsMilli: 15_000)])),
            ],
            tiers: [
                Tier(name: "A", atLeastMilli: 70_000), Tier(name: "B", atLeastMilli: 50_000),
                Tier(name: "C", atLeastMilli: 25_000),
            ])
    }

    static func compiled(software: String = "Software & Services") throws -> CompiledMarket {
        try CompiledMarket(market(software: software), lists: lists, declared: declared)
    }
}

func number(_ whole: Int64) -> AttributeValue { .number(FixedNumber(thousandths: whole * 1000)) }

func line(_ attribute: String, _ tests: AttributeTest...) -> Criterion { .attribute(name: attribute, tests: tests) }

func texts(_ values: String...) -> AttributeTest { .oneOf(values.map(AttributeValue.text)) }

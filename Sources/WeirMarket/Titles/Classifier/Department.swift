/// The function a job belongs to, as customer systems name them and O*NET's families of occupations map to them.
public enum Department: UInt8, CaseIterable, Sendable {
    case administrative, businessDevelopment, consulting, customerSupport, design, education, engineering, finance
    case generalManagement, humanResources, informationTechnology, legal, marketing, medical, operations, other
    case product, projectManagement, purchasing, research, sales

    /// As reports write it.
    public var name: String {
        switch self {
        case .administrative: "Administrative"
        case .businessDevelopment: "Business Development"
        case .consulting: "Consulting"
        case .customerSupport: "Customer Support"
        case .design: "Design"
        case .education: "Education"
        case .engineering: "Engineering"
        case .finance: "Finance"
        case .generalManagement: "General Management"
        case .humanResources: "Human Resources"
        case .informationTechnology: "Information Technology"
        case .legal: "Legal"
        case .marketing: "Marketing"
        case .medical: "Medical"
        case .operations: "Operations"
        case .other: "Other"
        case .product: "Product"
        case .projectManagement: "Project Management"
        case .purchasing: "Purchasing"
        case .research: "Research"
        case .sales: "Sales"
        }
    }

    /// The departments whose work is nearest, nearest first: where a list of functions has no class of this name, the
    /// first of these that it has is meant. Two lists that lack all of them keep such a title under `other`.
    public var nearest: [Department] {
        switch self {
        case .businessDevelopment: [.sales, .marketing]
        case .consulting: [.other]
        case .customerSupport: [.sales, .operations]
        case .design: [.other, .marketing]
        case .generalManagement: [.other, .administrative]
        case .humanResources: [.administrative]
        case .legal: [.other, .administrative]
        case .finance: [.other, .administrative]
        case .product: [.other, .marketing, .engineering]
        case .projectManagement: [.operations]
        case .purchasing: [.operations]
        case .engineering: [.other, .informationTechnology]
        case .research: [.other, .engineering]
        case .administrative: [.operations]
        case .education, .marketing, .medical, .informationTechnology, .operations, .other, .sales: []
        }
    }
}

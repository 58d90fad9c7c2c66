/// One line of a vendor's list, its cells as they came and its fields by what they mean.
public struct VendorLine: Hashable, Sendable {
    /// Line of the vendor's file, the header being 1.
    public var line: Int
    /// The cells as they came, in the order of the file's columns.
    public var values: [String]
    /// What they say, by canonical name (``EvidenceField``), without surrounding space; blank ones are left out.
    public let fields: [String: String]

    /// - Parameter fields: by the names that an import uses (`email`, `first_name`, `account_name` …) or any of their
    ///   synonyms; of two that mean the same, the first in alphabetical order counts.
    public init(line: Int, values: [String], fields: [String: String]) {
        self.line = line
        self.values = values
        var said: [String: String] = [:]
        for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
            let value = Names.trimmed(value)
            let name = EvidenceField.canonical(name)
            if !value.isEmpty, said[name] == nil { said[name] = value }
        }
        self.fields = said
    }

    public var email: String? { fields["email"] }
    public var title: String? { fields["title"] }
    /// The company's name.
    public var company: String? { fields["account_name"] }
    /// The company's domain, if the vendor gave one.
    public var domain: String? { fields["account_domain"] }
    public var country: String? { fields["country"] }

    /// First and last name, or the name as a whole.
    public var name: String? {
        let parts = [fields["first_name"], fields["last_name"]].compactMap(\.self)
        return parts.isEmpty ? fields["name"] : parts.joined(separator: " ")
    }

    /// Whether the line carries a field. A name may also be given in two parts.
    public func says(_ field: String) -> Bool {
        field == "name" ? name != nil : fields[field] != nil
    }
}

/// Names of the fields that a line may carry as evidence: those that an import uses, and further ones of which a
/// vendor's columns go by several names.
public enum EvidenceField {
    /// The name a field goes by here: `Phone Number`, `mobile` and `phone` are all `phone`.
    public static func canonical(_ written: String) -> String {
        canonicalByKey[Names.key(written)]
            ?? TextFolding.fold(written).split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
    }

    private static let canonicalByKey: [String: String] = {
        var names: [String: String] = [:]
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            for word in words { names[Names.key(word)] = words[0] }
        }
        return names
    }()

    private static let text = """
        email email_address work_email business_email e-mail corporate_email
        first_name given_name forename
        last_name surname family_name
        name full_name contact_name
        title job_title position jobposition
        account_name company company_name organization organisation employer account
        account_domain domain company_domain website company_website
        country country_region country_code
        phone phone_number telephone tel mobile mobile_phone direct_dial direct_phone work_phone business_phone cell
        linkedin linkedin_url linkedin_profile
        content asset asset_name asset_title content_title whitepaper download
        at timestamp date lead_date touched_at download_date captured_at created_at submitted_at
        consent opt_in gdpr_consent marketing_consent permission
        ip ip_address
        campaign campaign_name program
        """
}

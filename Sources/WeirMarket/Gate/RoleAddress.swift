/// Addresses that belong to a department or to a machine, by what stands before the @.
enum RoleAddress {
    /// - Parameter local: what stands before the @; a tag behind `+` does not count.
    static func isOne(_ local: some StringProtocol) -> Bool {
        names.contains(String(decoding: local.utf8.prefix { $0 != 0x2B }, as: UTF8.self).lowercased())
    }

    private static let names: Set<String> = [
        "abuse", "accounts", "admin", "administrator", "billing", "careers", "contact", "enquiries", "hello", "help",
        "hr", "info", "inquiries", "it", "jobs", "legal", "mail", "marketing", "media", "news", "newsletter",
        "no-reply", "noreply", "office", "postmaster", "press", "privacy", "procurement", "root", "sales", "security",
        "service", "support", "team", "test", "webmaster",
    ]
}

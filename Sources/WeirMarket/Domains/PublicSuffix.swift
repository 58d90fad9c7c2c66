/// Which end of a host name is open to everybody to register under, and so says nothing about a company.
///
/// A short rule in place of the full public suffix list: the last label; under a country's two-letter label also
/// the usual second ones (`co.uk`, `com.au`, `ac.jp`); and the commonest hosts that give every customer a name.
/// Where the rule is unsure it takes the longer suffix: two companies then stay apart that might be one, instead of
/// being taken for one when they are not.
enum PublicSuffix {
    /// How many labels at the end of the host are the suffix: 1, 2 or 3.
    static func labelCount(of host: String) -> Int {
        let labels = host.split(separator: ".")
        guard labels.count >= 2 else { return 1 }
        let lastTwo = labels[labels.count - 2] + "." + labels[labels.count - 1]
        if shared.contains(String(lastTwo)) { return 2 }
        let isCountry = labels[labels.count - 1].utf8.count == 2
        return isCountry && secondLevels.contains(String(labels[labels.count - 2])) ? 2 : 1
    }

    private static let secondLevels: Set<String> = [
        "ac", "co", "com", "edu", "gob", "gouv", "gov", "govt", "gv", "ltd", "me", "mil", "ne", "net", "nhs", "nom",
        "or", "org", "plc", "sch",
    ]

    private static let shared: Set<String> = [
        "appspot.com", "azurewebsites.net", "blogspot.com", "cloudfront.net", "eu.com", "firebaseapp.com", "gb.com",
        "github.io", "gitlab.io", "herokuapp.com", "myshopify.com", "netlify.app", "pages.dev", "uk.com", "us.com",
        "vercel.app", "web.app", "wixsite.com", "wordpress.com",
    ]
}

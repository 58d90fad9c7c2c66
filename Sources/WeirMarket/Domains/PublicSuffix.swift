/// Which end of a host name is open to everybody to register under, and so says nothing about a company.
///
/// A short rule in place of the full public suffix list: the last label; under a country's two-letter label also
/// the usual second ones (`co.uk`, `com.au`, `ac.jp`); and the commonest hosts that give every customer a name.
/// Where the rule is unsure it takes the longer suffix: two companies then stay apart that might be one, instead of
/// being taken for one when they are not.
enum PublicSuffix {
    /// How many bytes at the end of the host are the suffix, without the dot before it.
    static func count(of host: String) -> Int {
        let bytes = host.utf8
        guard let dot = bytes.lastIndex(of: 0x2E) else { return bytes.count }
        let top = bytes[bytes.index(after: dot)...]
        let before = bytes[..<dot].lastIndex(of: 0x2E).map(bytes.index(after:)) ?? bytes.startIndex
        let isCountry = top.count == 2
        if isCountry && !shared.contains(String(Substring(bytes[before...]))) {
            let second = bytes[before..<dot]
            return second.count <= 4 && secondLevels.contains(String(Substring(second)))
                ? bytes.distance(from: before, to: bytes.endIndex) : top.count
        }
        let lastTwo = bytes[before...]
        return shared.contains(String(Substring(lastTwo))) ? lastTwo.count : top.count
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

/// Programs that say in their user agent what they are.
enum RobotNames {
    /// The name by which it gives itself away; `nil` for what looks like a person's browser.
    ///
    /// One pass over the text, since every page view asks.
    static func found(in userAgent: String) -> String? {
        let text = Array(WordPattern.lowered(userAgent).prefix(longest))
        var wordStart = 0
        for place in text.indices {
            for name in namesByFirst[Int(text[place])] where begins(text, at: place, with: name) {
                return String(decoding: name, as: UTF8.self)
            }
            if text[place] &- 0x61 >= 26 {
                if let robot = botWord(text[wordStart..<place]) { return robot }
                wordStart = place + 1
            }
        }
        return botWord(text[wordStart...])
    }

    /// No browser says more of itself.
    private static let longest = 1024

    private static func begins(_ text: [UInt8], at place: Int, with name: [UInt8]) -> Bool {
        guard place + name.count <= text.count else { return false }
        for index in name.indices where text[place + index] != name[index] { return false }
        return true
    }

    /// A word that ends in "bot", such as Googlebot/2.1. Cubot makes telephones.
    private static func botWord(_ word: ArraySlice<UInt8>) -> String? {
        guard word.count >= 3, word.suffix(3).elementsEqual(bot), !word.elementsEqual(cubot) else { return nil }
        return String(decoding: word, as: UTF8.self)
    }

    private static let bot = Array("bot".utf8)
    private static let cubot = Array("cubot".utf8)

    private static let namesByFirst: [[[UInt8]]] = {
        var table = [[[UInt8]]](repeating: [], count: 256)
        for name in names.map({ Array($0.utf8) }) { table[Int(name[0])].append(name) }
        return table
    }()

    private static let names = [
        // Crawlers and previews without "bot" in their name.
        "spider", "crawler", "crawling", "slurp", "facebookexternalhit", "bingpreview", "mediapartners-google",
        "google-inspectiontool", "googleimageproxy", "google web preview", "slack-imgproxy", "whatsapp/", "embedly",
        "quora link preview", "skypeuripreview", "vkshare", "ia_archiver", "archive.org", "yahoo! slurp", "bytespider",
        "ahrefs", "semrush", "screaming frog", "sitebulb", "netcraft", "censys", "zgrab", "nuclei", "masscan",
        // Browsers without a window, and what drives them.
        "headlesschrome", "headless", "phantomjs", "slimerjs", "puppeteer", "playwright", "selenium", "webdriver",
        "cypress/", "prerender", "rendertron", "lighthouse", "pagespeed", "gtmetrix", "webpagetest", "ptst/",
        // Watchers.
        "pingdom", "uptime", "statuscake", "site24x7", "newrelicpinger", "datadogsynthetics", "catchpoint",
        // Mail filters that open links.
        "proofpoint", "barracuda", "mimecast", "ironport", "fireeye", "trendmicro", "symantec", "messagelabs",
        "forcepoint", "zscaler", "safelinks", "urldefense",
        // Libraries.
        "curl/", "wget/", "python-requests", "python-urllib", "aiohttp", "httpx/", "scrapy", "go-http-client", "java/",
        "apache-httpclient", "libwww-perl", "lwp::", "ruby", "php/", "guzzlehttp", "node-fetch", "axios/", "undici",
        "got (", "httpie", "postmanruntime", "insomnia", "powershell", "winhttp",
    ]
}

/// Programs that say in their user agent what they are.
enum RobotNames {
    /// The name by which it gives itself away; `nil` for what looks like a person's browser.
    static func found(in userAgent: String) -> String? {
        let bytes = WordPattern.lowered(userAgent)
        if let robot = botWord(bytes) { return robot }
        let text = String(decoding: bytes, as: UTF8.self)
        return names.first { text.contains($0) }
    }

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

    /// A word that ends in "bot", such as Googlebot/2.1. Cubot makes telephones.
    private static func botWord(_ text: [UInt8]) -> String? {
        var start = 0
        for index in 0...text.count {
            let isLetter = index < text.count && text[index] &- 0x61 < 26
            if isLetter { continue }
            let word = text[start..<index]
            if word.suffix(3).elementsEqual(Array("bot".utf8)), !word.elementsEqual(Array("cubot".utf8)) {
                return String(decoding: word, as: UTF8.self)
            }
            start = index + 1
        }
        return nil
    }
}

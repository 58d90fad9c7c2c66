/// Parts of a web address, read as browsers write them.
enum WebAddress {
    /// `/pricing` of `https://www.example.com/pricing?x=1#top`; `nil` for what is no web address.
    static func path(of url: String) -> String? {
        let bytes = Array(url.utf8)
        guard let host = hostStart(bytes) else { return nil }
        let rest = bytes[host...]
        let end = rest.firstIndex { $0 == 0x3F || $0 == 0x23 } ?? rest.endIndex
        guard let slash = rest[..<end].firstIndex(of: 0x2F) else { return "/" }
        return String(decoding: rest[slash..<end], as: UTF8.self)
    }

    /// The value of a parameter in an address's query, percent-decoded.
    static func parameter(_ name: String, in url: String) -> String? {
        guard let mark = url.utf8.firstIndex(of: 0x3F) else { return nil }
        let query = url.utf8[url.utf8.index(after: mark)...].prefix { $0 != 0x23 }
        for pair in query.split(separator: 0x26) {
            let parts = pair.split(separator: 0x3D, maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, parts[0].elementsEqual(name.utf8), !parts[1].isEmpty else { continue }
            return decoded(Array(parts[1]))
        }
        return nil
    }

    /// The campaign that the `utm_` parameters of an address name; `nil` where there are none.
    static func campaign(in url: String) -> TrackedCampaign? {
        guard url.utf8.contains(0x3F), url.contains("utm_") else { return nil }
        let campaign = TrackedCampaign(
            name: parameter("utm_campaign", in: url), source: parameter("utm_source", in: url),
            medium: parameter("utm_medium", in: url), term: parameter("utm_term", in: url),
            content: parameter("utm_content", in: url))
        return campaign.isEmpty ? nil : campaign
    }

    private static func hostStart(_ bytes: [UInt8]) -> Int? {
        guard let colon = bytes.firstIndex(of: 0x3A), colon + 2 < bytes.count, bytes[colon + 1] == 0x2F,
            bytes[colon + 2] == 0x2F
        else { return nil }
        return colon + 3
    }

    /// Text with `%20` and the like undone; a plus stays a plus.
    static func percentDecoded(_ text: String) -> String {
        text.utf8.contains(0x25) ? decoded(Array(text.utf8), plusIsSpace: false) : text
    }

    private static func decoded(_ text: [UInt8], plusIsSpace: Bool = true) -> String {
        var bytes: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == 0x25, index + 2 < text.count, let high = hexValue(text[index + 1]),
                let low = hexValue(text[index + 2])
            {
                bytes.append(high << 4 | low)
                index += 3
            } else {
                bytes.append(plusIsSpace && text[index] == 0x2B ? 0x20 : text[index])
                index += 1
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hexValue(_ byte: UInt8) -> UInt8? {
        if byte &- 0x30 < 10 { return byte &- 0x30 }
        let letter = (byte | 0x20) &- 0x61
        return letter < 6 ? letter + 10 : nil
    }
}

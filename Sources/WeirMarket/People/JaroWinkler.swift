/// How alike two short texts are, in thousandths, by the letters they share near the same place and by a common
/// beginning (Jaro 1989, Winkler 1990; prefix of four letters at most, a tenth each).
enum JaroWinkler {
    static func permille(_ a: String, _ b: String) -> Int {
        let (a, b) = (Array(a.utf8), Array(b.utf8))
        if a == b { return 1000 }
        if a.isEmpty || b.isEmpty { return 0 }
        let reach = max(0, max(a.count, b.count) / 2 - 1)
        var taken = [Bool](repeating: false, count: b.count)
        var shared: [UInt8] = []
        for (place, letter) in a.enumerated() {
            let from = max(0, place - reach)
            let to = min(b.count, place + reach + 1)
            guard from < to else { continue }
            for other in from..<to where !taken[other] && b[other] == letter {
                taken[other] = true
                shared.append(letter)
                break
            }
        }
        if shared.isEmpty { return 0 }
        var turned = 0
        var next = 0
        for (place, letter) in b.enumerated() where taken[place] {
            if shared[next] != letter { turned += 1 }
            next += 1
        }
        let count = shared.count
        let jaro = (count * 1000 / a.count + count * 1000 / b.count + (count - turned / 2) * 1000 / count) / 3
        let prefix = zip(a, b).prefix(4).prefix { $0 == $1 }.count
        return jaro + prefix * (1000 - jaro) / 10
    }
}

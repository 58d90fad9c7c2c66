extension Node {
    /// What people call one of the steps from here: its name, or what an item of a list is about, since a number says
    /// nothing to whoever has not counted.
    func title(of step: (name: String, value: Node)) -> String {
        guard case .sequence = content, case .mapping(let entries) = step.value.content else { return step.name }
        func text(_ key: String) -> String? {
            guard case .scalar(let text, _)? = entries.first(where: { $0.key == key })?.value.content else {
                return nil
            }
            return text
        }
        switch (text("attribute"), text("at_least").map(Node.grouped), text("at_most").map(Node.grouped)) {
        case (let attribute?, _, _): return attribute
        case (nil, let low?, let high?): return "\(low) to \(high)"
        case (nil, let low?, nil): return "at least \(low)"
        case (nil, nil, let high?): return "at most \(high)"
        case (nil, nil, nil): break
        }
        // A level stands as the only key of its item; a rule of routing leads to a team, a slow-down ends a period.
        if entries.count == 1, let only = entries.first { return only.key }
        return text("team") ?? text("of") ?? step.name
    }

    /// `1000000` as `1,000,000`; anything but plain digits as it is.
    private static func grouped(_ text: String) -> String {
        text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Words.grouped(text) : text
    }
}

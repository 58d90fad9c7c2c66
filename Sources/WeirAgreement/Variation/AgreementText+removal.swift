extension AgreementText {
    /// Why an entry stays where it is.
    public enum Refusal: Error, Hashable, Sendable {
        /// Nothing of that name, or number, stands there.
        case missing
        /// It is the only one, and a list or group without any is written by hand.
        case only
        /// It shares lines with something else, so that it can be taken out by hand only.
        case entangled
    }

    /// The text without one entry of a list or group; every other byte of it stays. A comment behind the entry, or
    /// inside of it, goes with it; one in lines of its own above stays.
    /// - Parameters:
    ///   - step: the entry's name, or its number from 1 in a list.
    ///   - path: one of ``rows``.
    public func removing(_ step: String, from path: String) throws(Refusal) -> [UInt8] {
        guard let node = node(at: path), let number = node.steps.firstIndex(where: { $0.name == step }) else {
            throw .missing
        }
        guard node.entryCount > 1 else { throw .only }
        let places = node.entryPlaces
        guard let start = offset(of: node.place), start < bytes.count, let range = range(of: number, places, node)
        else { throw .entangled }
        var changed = bytes
        changed.removeSubrange(range)
        // Whatever stood around it, the rest must read as before.
        guard let after = try? AgreementText(changed, file: file), let shrunk = after.node(at: path),
            shrunk.entryCount == node.entryCount - 1,
            after.root.inOneLine == root.inOneLine(without: places[number])
        else { throw .entangled }
        return changed
    }

    /// The bytes of an entry with the comma, or the lines, that belong to it.
    private func range(of number: Int, _ places: [Place], _ node: Node) -> Range<Int>? {
        guard let open = offset(of: node.place), let start = offset(of: places[number]),
            let end = end(of: node.steps[number].value), start < end
        else { return nil }
        guard [UInt8(ascii: "{"), UInt8(ascii: "[")].contains(bytes[open]) else { return lines(start, end) }
        if number > 0, let before = self.end(of: node.steps[number - 1].value), before <= start,
            !bytes[before..<start].contains(UInt8(ascii: "#"))
        {
            return before..<end
        }
        if number + 1 < places.count, let next = offset(of: places[number + 1]), end <= next,
            !bytes[end..<next].contains(UInt8(ascii: "#"))
        {
            return start..<next
        }
        // A comment stands between: it stays, and so does its line.
        let comma = bytes[end...].firstIndex { $0 != UInt8(ascii: " ") }
        return start..<(comma.map { bytes[$0] == UInt8(ascii: ",") ? $0 + 1 : end } ?? end)
    }

    /// The whole lines of an entry that has them to itself.
    private func lines(_ start: Int, _ end: Int) -> Range<Int>? {
        let newline = UInt8(ascii: "\n")
        let first = bytes[..<start].lastIndex(of: newline).map { $0 + 1 } ?? 0
        let last = bytes[end...].firstIndex(of: newline).map { $0 + 1 } ?? bytes.count
        let before = bytes[first..<start].filter { $0 != UInt8(ascii: " ") }
        let behind = bytes[end..<last].drop { [UInt8(ascii: " "), UInt8(ascii: "\r"), newline].contains($0) }
        guard before.isEmpty || before == [UInt8(ascii: "-")], behind.isEmpty || behind.first == UInt8(ascii: "#")
        else { return nil }
        return first..<last
    }
}

extension Node {
    /// Where each entry begins: at its name, if it has one.
    fileprivate var entryPlaces: [Place] {
        switch content {
        case .mapping(let entries): entries.map(\.keyPlace)
        case .sequence(let items): items.map(\.place)
        case .scalar, .refused: []
        }
    }
}

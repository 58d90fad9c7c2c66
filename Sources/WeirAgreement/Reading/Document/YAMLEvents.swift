internal import CYaml

/// One step of a YAML document, as libyaml reports it.
struct YAMLEvent {
    enum Kind {
        case documentStart(hasDirectives: Bool)
        case scalar(String, isQuoted: Bool)
        case alias(String)
        case sequenceStart, sequenceEnd
        case mappingStart, mappingEnd
        case other
    }

    let kind: Kind
    let place: Place
    let anchor: String?
    let tag: String?
}

/// Why libyaml could not go on.
struct YAMLFault {
    let problem: String
    let place: Place
    /// Where the construct began that is broken.
    let begun: Place?
}

/// Walks a document's events one by one, so that depth and hidden parts are judged before any tree is built.
///
/// The tree builder that comes with Yams is not used, since it follows aliases, stops at the first duplicate key
/// without its place, and recurses as deep as the text says.
enum YAMLEvents {
    /// Calls `visit` with each event until it returns false, the document ends, or it is broken.
    ///
    /// - Parameter text: valid UTF-8.
    /// - Returns: the fault, if the text is not YAML.
    static func walk(_ text: [UInt8], _ visit: (YAMLEvent) -> Bool) -> YAMLFault? {
        // Why this is safe: libyaml keeps a pointer to its parser and to the text. The parser lives in memory of its
        // own from here to the end of this function and is deleted before that memory is freed; the text's buffer is
        // used only inside `withUnsafeBufferPointer`; and every event is copied into Swift values before it is deleted.
        let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        defer {
            parser.deinitialize(count: 1)
            parser.deallocate()
        }
        guard yaml_parser_initialize(parser) == 1 else {
            return YAMLFault(problem: "out of memory", place: .start, begun: nil)
        }
        defer { yaml_parser_delete(parser) }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        return text.withUnsafeBufferPointer { buffer in
            yaml_parser_set_input_string(parser, buffer.baseAddress, buffer.count)
            return walk(parser, visit)
        }
    }

    private static func walk(
        _ parser: UnsafeMutablePointer<yaml_parser_t>, _ visit: (YAMLEvent) -> Bool
    ) -> YAMLFault? {
        while true {
            var event = yaml_event_t()
            guard yaml_parser_parse(parser, &event) == 1 else { return fault(of: parser.pointee) }
            defer { yaml_event_delete(&event) }
            if event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT { return nil }
            guard visit(copy(event)) else { return nil }
        }
    }

    private static func fault(of parser: yaml_parser_t) -> YAMLFault {
        YAMLFault(
            problem: parser.problem.map { String(cString: $0) } ?? "it cannot be read",
            place: place(parser.problem_mark), begun: parser.context == nil ? nil : place(parser.context_mark))
    }

    private static func copy(_ event: yaml_event_t) -> YAMLEvent {
        var anchor: UnsafeMutablePointer<yaml_char_t>?
        var tag: UnsafeMutablePointer<yaml_char_t>?
        let kind: YAMLEvent.Kind
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            let start = event.data.document_start
            kind = .documentStart(
                hasDirectives: start.version_directive != nil || start.tag_directives.start != start.tag_directives.end)
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            (anchor, tag) = (scalar.anchor, scalar.tag)
            let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
            kind = .scalar(String(decoding: bytes, as: UTF8.self), isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE)
        case YAML_ALIAS_EVENT: kind = .alias(text(event.data.alias.anchor) ?? "")
        case YAML_SEQUENCE_START_EVENT:
            (anchor, tag) = (event.data.sequence_start.anchor, event.data.sequence_start.tag)
            kind = .sequenceStart
        case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
        case YAML_MAPPING_START_EVENT:
            (anchor, tag) = (event.data.mapping_start.anchor, event.data.mapping_start.tag)
            kind = .mappingStart
        case YAML_MAPPING_END_EVENT: kind = .mappingEnd
        default: kind = .other
        }
        return YAMLEvent(kind: kind, place: place(event.start_mark), anchor: text(anchor), tag: text(tag))
    }

    private static func place(_ mark: yaml_mark_t) -> Place {
        Place(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
    }

    private static func text(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(cString: $0) }
    }
}

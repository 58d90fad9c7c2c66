import HTTPTypes
import Hummingbird
import WeirApp
import WeirFacts

/// Events that were set aside: not understood, not known to the mapping, or not a person's.
struct EventRoutes: Sendable {
    let events: any EventUseCases

    var routes: [Route] {
        [
            .get(
                "/api/v1/events/rejected", .eventsRead,
                Operation(
                    id: "listRejectedEvents", tag: "Events",
                    summary: "Items that could not be understood, the latest first",
                    parameters: Parameter.page + [
                        .query(
                            "replayed", .yesNo, "Whether those taken in after all are listed too; false if not given.")
                    ], answers: [.page(of: "RejectedEvent", "Some items.")])
            ) { call in
                let all = call.query("replayed") == "true"
                return call.page(try await events.rejectedEvents(call.pageRequest, includingReplayed: all)) { $0.json }
            },
            .post(
                "/api/v1/events/rejected/replay", .eventsWrite,
                Operation(
                    id: "replayRejectedEvents", tag: "Events", summary: "Try to take rejected items in again",
                    description: "They count as of when they happened.",
                    body: .json(
                        .object([
                            .init(
                                "ids", .list(.id("rej"), atMost: 1000), isRequired: false,
                                "Which; all that wait if not given.")
                        ])),
                    answers: [.json(200, .named("Replay"), "What became of them.")])
            ) { call in
                let ids = call.json["ids"] == nil ? nil : call.json.texts("ids")
                return .json(try await events.replayRejected(ids).json)
            },
            .get(
                "/api/v1/events/unmapped", .eventsRead,
                Operation(
                    id: "listUnmappedEvents", tag: "Events",
                    summary: "Events that the signal mapping does not know, counted",
                    answers: [.json(200, .named("UnmappedEvents"), "By name.")])
            ) { _ in
                .json(["data": .list(try await events.unmappedEvents().map(\.json))])
            },
            .post(
                "/api/v1/events/unmapped/replay", .eventsWrite,
                Operation(
                    id: "replayUnmappedEvents", tag: "Events", summary: "Map unmapped events again",
                    description: "After the mapping was changed. They count as of when they happened.",
                    answers: [.json(200, .named("Replay"), "What became of them.")])
            ) { _ in
                .json(try await events.replayUnmapped().json)
            },
            .get(
                "/api/v1/events/automated", .eventsRead,
                Operation(
                    id: "listAutomatedEvents", tag: "Events", summary: "Acts that a program is thought to have done",
                    parameters: Parameter.page, answers: [.page(of: "AutomatedEvent", "Some acts.")])
            ) { call in
                call.page(try await events.automatedEvents(call.pageRequest)) { $0.json }
            },
            .post(
                "/api/v1/events/automated/{event}/clearance", .eventsWrite,
                Operation(
                    id: "clearAutomatedEvent", tag: "Events", summary: "Say that a person did it after all",
                    description: "It counts from now on, as of when it happened.",
                    parameters: [.path("event", "evt", "The act.")],
                    answers: [.json(200, .named("AutomatedEvent"), "The act.")])
            ) { call in
                .json(try await events.clearAutomated(call.parameter("event"), by: call.caller?.name ?? "").json)
            },
        ]
    }
}

extension RejectedEvent {
    var json: JSON {
        let text = String(validating: raw, as: UTF8.self)
        return [
            "id": .text(id), "source": .text(source), "code": .text(code), "reason": .text(reason),
            "message": .text(orNull: message), "received_at": .words(receivedAt), "replayed_at": .words(replayedAt),
            "raw": .text(text ?? Base64Text.encode(raw)), "raw_is_base64": .yesNo(text == nil),
        ]
    }
}

extension UnmappedEvents {
    var json: JSON {
        [
            "source": .text(source), "kind": .text(kind), "name": .text(name), "count": .integer(count),
            "last_at": .words(lastAt),
        ]
    }
}

extension AutomatedEvent {
    var json: JSON {
        [
            "id": .text(id), "source": .text(source), "kind": .text(kind), "name": .text(name), "at": .words(at),
            "reason": .text(reason), "buyer": .text(orNull: buyer), "cleared_at": .words(clearedAt),
        ]
    }
}

extension ReplayOutcome {
    var json: JSON { ["tried": .integer(tried), "taken": .integer(taken), "rejected": .integer(rejected)] }
}

/// Bytes that are no text, as text.
package enum Base64Text {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    package static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count + 2) / 3 * 4)
        var index = 0
        while index < bytes.count {
            let group = bytes[index..<min(index + 3, bytes.count)]
            var bits: UInt32 = 0
            for place in 0..<3 { bits = bits << 8 | (place < group.count ? UInt32(group[index + place]) : 0) }
            for place in 0..<4 {
                let digit = alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)]
                text.append(place <= group.count ? digit : UInt8(ascii: "="))
            }
            index += 3
        }
        return String(decoding: text, as: UTF8.self)
    }
}

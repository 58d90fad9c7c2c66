import HTTPTypes
import Hummingbird
import WeirAgreement
import WeirApp
import WeirIntake
import WeirLedger

/// How a definition comes into force.
struct AgreementRoutes: Sendable {
    let agreements: any AgreementUseCases

    private let version = Parameter(
        name: "version", place: .path, schema: .integer(1...1_000_000), isRequired: true,
        description: "Number of the version.")

    init(_ agreements: any AgreementUseCases) { self.agreements = agreements }

    var routes: [Route] { reading + [propose, sign] }

    private var reading: [Route] {
        [
            .get(
                "/api/v1/agreements", .agreementsRead,
                Operation(
                    id: "listAgreements", tag: "Agreement", summary: "All versions, the oldest first",
                    answers: [.json(200, .named("AgreementList"), "The versions.")])
            ) { _ in
                let inForce = try await agreements.agreementInForce()?.version
                let versions = try await agreements.agreements()
                return .json(["data": .list(versions.map { $0.json(inForce: inForce) })])
            },
            .get(
                "/api/v1/agreements/in-force", .agreementsRead,
                Operation(
                    id: "getAgreementInForce", tag: "Agreement", summary: "The version that decides",
                    answers: [.json(200, .named("Agreement"), "The version in force.", headers: ["ETag"])])
            ) { call in
                guard let version = try await agreements.agreementInForce() else {
                    throw Problem.notFound("no agreement is in force; propose one and have both sides sign it")
                }
                return .tagged(version.json(inForce: version.version), version.tag, call)
            },
            .get(
                "/api/v1/agreements/{version}", .agreementsRead,
                Operation(
                    id: "getAgreement", tag: "Agreement", summary: "A version", parameters: [version],
                    answers: [.json(200, .named("Agreement"), "The version.", headers: ["ETag"])])
            ) { call in
                let version = try await agreements.agreement(version: number(call))
                let inForce = try await agreements.agreementInForce()?.version
                return .tagged(version.json(inForce: inForce), version.tag, call)
            },
            .get(
                "/api/v1/agreements/{version}/text", .agreementsRead,
                Operation(
                    id: "getAgreementText", tag: "Agreement", summary: "The exact bytes of a version",
                    parameters: [version],
                    answers: [
                        AnswerRule(
                            status: 200, description: "The text, as it was signed.", mediaTypes: ["application/yaml"])
                    ])
            ) { call in
                .bytes(try await agreements.agreementText(version: number(call)), type: "application/yaml")
            },
            .get(
                "/api/v1/agreements/{version}/difference", .agreementsRead,
                Operation(
                    id: "compareAgreements", tag: "Agreement", summary: "What a version changes",
                    parameters: [
                        version,
                        .query("from", .integer(1...1_000_000), "The version before; the one in force if not given."),
                    ], answers: [.json(200, .named("Difference"), "What it changes.")], problems: [409])
            ) { call in
                let new = try number(call)
                let inForce = try await agreements.agreementInForce()?.version
                guard let old = call.query("from").flatMap({ Int($0) }) ?? inForce else {
                    throw Problem(409, "no_agreement", "no agreement is in force; say `from` which version")
                }
                let difference = try await agreements.difference(from: old, to: new)
                return .json([
                    "from": .integer(old), "to": .integer(new), "changes": .list(difference.changes.map(\.json)),
                ])
            },
        ]
    }

    private var propose: Route {
        .post(
            "/api/v1/agreements", .agreementsWrite,
            Operation(
                id: "proposeAgreement", tag: "Agreement", summary: "Propose a text",
                description: "The same text again is the same version.",
                body: .json(
                    .object([
                        .init("text", .text(1...1_048_576), "The agreement, in YAML."),
                        .init("by", .text(1...100, .line), "Who proposes it.", example: "Maria Lopez"),
                        .init(
                            "lists",
                            .list(
                                .object([
                                    .init("path", .text(1...300, .line), "As the text names it."),
                                    .init("text", .text(0...1_048_576)),
                                ]), atMost: 20), isRequired: false, "The files that the text pins."),
                    ])),
                answers: [
                    .json(200, .named("Agreement"), "It had been proposed before.", headers: ["ETag"]),
                    .json(201, .named("Agreement"), "It is proposed.", headers: ["ETag", "Location"]),
                ], isRepeatable: true)
        ) { call in
            var lists: [String: [UInt8]] = [:]
            if case .list(let given)? = call.json["lists"] {
                for case .object(let list) in given {
                    lists[list.text("path") ?? ""] = Array((list.text("text") ?? "").utf8)
                }
            }
            let (version, isNew) = try await agreements.propose(
                Array((call.json.text("text") ?? "").utf8), lists: lists, by: call.json.text("by") ?? "")
            let inForce = try await agreements.agreementInForce()?.version
            var headers: HTTPFields = [.eTag: version.tag]
            if isNew { headers[.location] = "/api/v1/agreements/\(version.version)" }
            return .json(version.json(inForce: inForce), status: isNew ? .created : .ok, headers: headers)
        }
    }

    private var sign: Route {
        .post(
            "/api/v1/agreements/{version}/signatures", .agreementsSign,
            Operation(
                id: "signAgreement", tag: "Agreement", summary: "Sign a version for one side",
                description: "It is in force from the moment that both sides have signed.", parameters: [version],
                body: .json(
                    .object([
                        .init("side", .choice(SigningSide.allCases.map(\.rawValue))),
                        .init("by", .text(1...100, .line), "Who signs.", example: "Tom Baker"),
                    ])),
                answers: [.json(200, .named("Agreement"), "The version with its signatures.", headers: ["ETag"])],
                problems: [409], isRepeatable: true)
        ) { call in
            guard let side = call.json.text("side").flatMap(SigningSide.init(rawValue:)) else {
                throw Problem.unexpected
            }
            let version = try await agreements.sign(
                version: number(call), side: side, by: call.json.text("by") ?? "")
            let inForce = try await agreements.agreementInForce()?.version
            return .json(version.json(inForce: inForce), headers: [.eTag: version.tag])
        }
    }

    private func number(_ call: Call) throws -> Int {
        guard let number = WholeNumber.readDigits(try call.parameter("version")), (1...1_000_000).contains(number)
        else {
            throw Problem.notFound("there is no such version; versions are numbered from 1")
        }
        return Int(number)
    }
}

extension AgreementVersion {
    /// Changes with every signature.
    var tag: String { "\"\(sha256.prefix(16)).\(signatures.count)\"" }

    func json(inForce: Int?) -> JSON {
        [
            "version": .integer(version), "sha256": .text(sha256), "proposed_by": .text(proposedBy),
            "proposed_at": .words(proposedAt),
            "signatures": .list(
                signatures.map { ["side": .text($0.side.rawValue), "name": .text($0.name), "at": .words($0.at)] }),
            "signed_at": .words(bothSignedAt), "is_in_force": .yesNo(version == inForce),
        ]
    }
}

extension AgreementDifference.Change {
    fileprivate var json: JSON {
        ["clause": .integer(clause), "sentence": .text(sentence), "effect": .text(orNull: effect?.rawValue)]
    }
}

extension Response {
    /// An answer with its entity tag; nothing but the tag for whoever has it already.
    static func tagged(_ json: JSON, _ tag: String, _ call: Call) -> Response {
        let known = call.request.headers[.ifNoneMatch] ?? ""
        let tags = known.split(separator: ",").map { $0.drop { $0 == " " } }.map { $0.prefix { $0 != " " } }
        if tags.contains("*") || tags.contains(Substring(tag)) {
            return Response(status: .notModified, headers: [.eTag: tag])
        }
        return .json(json, headers: [.eTag: tag])
    }
}

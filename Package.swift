// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
]

/// One room of the house. Every target of ours has the same strict settings.
func room(_ name: String, _ dependencies: [Target.Dependency] = [], embedding files: [String] = []) -> Target {
    .target(
        name: name, dependencies: dependencies, resources: files.map { .embedInCode($0) }, swiftSettings: strict)
}

/// Tests stay unoptimised in release builds, which `make test` makes: they compile sooner, and what they test is as
/// optimised as what users run.
let forTests = strict + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

func tests(_ name: String, _ dependencies: [Target.Dependency], golden: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, exclude: golden,
        swiftSettings: forTests
    )
}

let package = Package(
    name: "weir",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "weir", targets: ["weir"]),
        .library(name: "WeirFold", targets: ["WeirFold"]),
        .library(name: "WeirApp", targets: ["WeirApp"]),
        .library(name: "WeirMarket", targets: ["WeirMarket"]),
        .library(name: "WeirSimulation", targets: ["WeirSimulation"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.5.1"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.31.1"),
        .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.30.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // Pure rooms: no I/O, no clock, no randomness.
        .target(
            name: "WeirFold", swiftSettings: strict + [.enableExperimentalFeature("Lifetimes")]),
        room("WeirFacts"),
        room(
            "WeirAgreement",
            ["WeirFold", "WeirFacts", "Yams", .product(name: "Crypto", package: "swift-crypto")]),
        room("WeirMarket", ["WeirAgreement", "WeirFacts"]),
        room("WeirDesk", ["WeirAgreement", "WeirFacts"]),
        room("WeirInsight", ["WeirAgreement", "WeirFacts", "WeirFold"]),
        room("WeirSimulation", ["WeirFacts"]),
        room("WeirPages", ["WeirAgreement", "WeirFacts", "WeirInsight"]),
        room("WeirTold", ["WeirFacts", .product(name: "Crypto", package: "swift-crypto")]),

        // Rooms at the edge.
        room("WeirIntake", ["WeirAgreement", "WeirFacts", .product(name: "Crypto", package: "swift-crypto")]),
        room(
            "WeirLedger",
            [
                "WeirFacts", "WeirFold", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        room(
            "WeirApp",
            [
                "WeirAgreement", "WeirDesk", "WeirFacts", "WeirFold", "WeirInsight", "WeirIntake", "WeirLedger",
                "WeirMarket", "WeirSimulation", "WeirTold", .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ], embedding: ["Demo/northwind.agreement.yaml", "Demo/northwind.signals.yaml"]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        room(
            "WeirWeb",
            [
                "CZlib", "WeirAgreement", "WeirApp", "WeirDesk", "WeirFacts", "WeirInsight", "WeirIntake", "WeirLedger",
                "WeirMarket", "WeirPages", "WeirTold",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ]),
        room(
            "WeirCourier",
            [
                "WeirTold", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl"),
            ]),
        .executableTarget(
            name: "weir",
            dependencies: [
                "WeirApp", "WeirCourier", "WeirDesk", "WeirTold", "WeirWeb",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        room("WeirTestSupport", ["WeirFold", "WeirFacts", "WeirSimulation"]),

        tests("WeirFold", ["WeirTestSupport"]),
        tests("WeirFacts", ["WeirTestSupport"]),
        tests("WeirAgreement", ["WeirTestSupport"], golden: ["Golden"]),
        tests("WeirMarket", ["WeirTestSupport"]),
        tests("WeirDesk", ["WeirTestSupport"]),
        tests("WeirInsight", ["WeirTestSupport"], golden: ["Golden"]),
        tests("WeirSimulation", ["WeirTestSupport"]),
        tests("WeirPages", ["WeirFacts", "WeirInsight"]),
        tests("WeirTold", ["WeirTestSupport"]),
        tests(
            "WeirCourier",
            [
                "WeirTold", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ]),
        tests("WeirIntake", ["WeirTestSupport"]),
        tests("WeirLedger", ["WeirTestSupport"]),
        tests("WeirApp", ["WeirTestSupport"]),
        tests("WeirWeb", ["WeirTestSupport"]),
        .testTarget(name: "WeirCommandTests", dependencies: ["WeirTestSupport"], swiftSettings: forTests),
    ]
)

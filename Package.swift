// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
]

/// One room of the house. Every target of ours has the same strict settings.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], golden: [String] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, exclude: golden, swiftSettings: strict
    )
}

let package = Package(
    name: "weir",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "weir", targets: ["weir"]),
        .library(name: "WeirFold", targets: ["WeirFold"]),
        .library(name: "WeirApp", targets: ["WeirApp"]),
        .library(name: "WeirSimulation", targets: ["WeirSimulation"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // Pure rooms: no I/O, no clock, no randomness.
        room("WeirFold"),
        room("WeirFacts"),
        room(
            "WeirAgreement",
            ["WeirFold", "WeirFacts", "Yams", .product(name: "Crypto", package: "swift-crypto")]),
        room("WeirMarket", ["WeirAgreement", "WeirFacts"]),
        room("WeirInsight", ["WeirAgreement", "WeirFacts", "WeirFold"]),
        room("WeirSimulation", ["WeirFacts"]),

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
                "WeirAgreement", "WeirFacts", "WeirFold", "WeirInsight", "WeirIntake", "WeirLedger", "WeirMarket",
                "WeirSimulation", .product(name: "Crypto", package: "swift-crypto"),
            ]),
        .executableTarget(
            name: "weir",
            dependencies: ["WeirApp", .product(name: "ArgumentParser", package: "swift-argument-parser")],
            swiftSettings: strict),
        room("WeirTestSupport", ["WeirFold", "WeirFacts", "WeirSimulation"]),

        tests("WeirFold", ["WeirTestSupport"]),
        tests("WeirFacts", ["WeirTestSupport"]),
        tests("WeirAgreement", ["WeirTestSupport"], golden: ["Golden"]),
        tests("WeirMarket", ["WeirTestSupport"]),
        tests("WeirInsight", ["WeirTestSupport"], golden: ["Golden"]),
        tests("WeirSimulation", ["WeirTestSupport"]),
        tests("WeirIntake", ["WeirTestSupport"]),
        tests("WeirLedger", ["WeirTestSupport"]),
        tests("WeirApp", ["WeirTestSupport"]),
        .testTarget(name: "WeirCommandTests", dependencies: ["WeirTestSupport"], swiftSettings: strict),
    ]
)

// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "weir-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "weir", path: "../")],
    targets: [
        .executableTarget(
            name: "weir-bench",
            dependencies: [
                .product(name: "WeirApp", package: "weir"), .product(name: "WeirFold", package: "weir"),
                .product(name: "WeirMarket", package: "weir"), .product(name: "WeirSimulation", package: "weir"),
            ],
            swiftSettings: strict)
    ]
)

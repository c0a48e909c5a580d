// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "pickway",
  products: [
    .executable(name: "pickway", targets: ["pickway"]),
    // The benchmarks are a package of their own and time these from outside.
    .library(
      name: "Rooms",
      targets: [
        "Barcodes", "Warehouse", "Flows", "Routing", "Formats", "Storage", "Station", "Terminal",
        "Simulation",
      ]),
    // Loaded into the program by the tests that take its power away.
    .library(name: "PowerCut", type: .dynamic, targets: ["CPowerCut"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    // C, small and opaque, and the system's libraries.
    .target(
      name: "CTerminal",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    .target(name: "CLock"),
    .systemLibrary(name: "CCrypt"),
    .systemLibrary(name: "CZint"),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CPango", pkgConfig: "pangocairo"),
    .systemLibrary(name: "CCrypto"),
    .systemLibrary(name: "CCurl"),
    .systemLibrary(name: "CCups"),

    // The functional core.
    .target(name: "Warehouse"),
    // Optimized in debug builds too: planning a wave there takes a tenth of the time.
    .target(
      name: "Routing", swiftSettings: [.unsafeFlags(["-O"], .when(configuration: .debug))]),
    .target(name: "Barcodes"),
    .target(name: "Flows", dependencies: ["Warehouse", "Barcodes"]),
    .target(name: "Planning", dependencies: ["Warehouse", "Routing"]),
    .target(name: "Formats", dependencies: ["Routing"]),

    // The imperative shell.
    .target(
      name: "Labels",
      dependencies: ["CPango", "CZint", "CZlib", "CCups", .product(name: "Yams", package: "Yams")],
      // The templates a site finds without a file of its own.
      resources: [.embedInCode("Templates/BuiltIn")]),
    .target(
      name: "Carriers",
      dependencies: [
        "Warehouse", "CCrypto", "CCurl", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
    .target(
      name: "CarrierEmulation",
      dependencies: [
        "Carriers", "Warehouse", .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
    .target(
      name: "Storage",
      dependencies: ["Warehouse", "CLock", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(name: "Terminal", dependencies: ["Flows", "Warehouse", "CTerminal"]),
    .target(
      name: "Exchange",
      dependencies: [
        "Warehouse", "Barcodes", "Routing", "Planning", .product(name: "Yams", package: "Yams"),
      ]),
    .target(
      name: "Station",
      dependencies: [
        "Warehouse", "Barcodes", "Flows", "Planning", "Labels", "Storage", "Terminal", "Exchange",
        "Carriers", "CCrypt",
      ]),
    .target(
      name: "Simulation",
      dependencies: [
        "Warehouse", "Barcodes", "Flows", "Routing", "Planning", "Storage", "Exchange", "Station",
      ]),
    .target(
      name: "Trips",
      dependencies: [
        "Warehouse", "Barcodes", "Flows", "Labels", "Storage", "Terminal", "Exchange", "Station",
      ]),
    .target(
      name: "Drills",
      dependencies: [
        "Warehouse", "Barcodes", "Flows", "Routing", "Planning", "Labels", "Storage", "Terminal",
        "Exchange", "Station", "Simulation", .product(name: "Yams", package: "Yams"),
      ]),
    .executableTarget(
      name: "pickway",
      dependencies: [
        "Warehouse", "Barcodes", "Flows", "Routing", "Planning", "Formats", "Labels",
        "Carriers", "CarrierEmulation", "Storage", "Terminal", "Exchange", "Station", "Simulation",
        "Drills", "Trips", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      // The demo plays without any file beside the program.
      resources: [.embedInCode("demo.trip")]),

    // Tests.
    .target(name: "CPowerCut", path: "Tests/CPowerCut"),
    .target(
      name: "TestFloor", dependencies: ["Warehouse", "Storage"], path: "Tests/TestFloor"),
    .testTarget(name: "WarehouseTests", dependencies: ["Warehouse", "Storage", "TestFloor"]),
    .testTarget(
      name: "TerminalTests", dependencies: ["Terminal", "CTerminal", "Flows", "Warehouse"]),
    .testTarget(
      name: "StationTests",
      dependencies: [
        "Station", "Barcodes", "CarrierEmulation", "Carriers", "Flows", "Labels", "Simulation",
        "Storage", "Terminal", "Warehouse", "TestFloor",
      ]),
    .testTarget(
      name: "PickwayTests",
      dependencies: [
        "pickway", "Flows", "Station", "Storage", "Terminal", "Warehouse", "TestFloor",
      ]),
    .testTarget(
      name: "TripsTests",
      dependencies: [
        "Trips", "Carriers", "Station", "Storage", "Flows", "Barcodes", "Warehouse", "Terminal",
        "TestFloor",
      ]),
    .testTarget(name: "StorageTests", dependencies: ["Storage", "Warehouse"]),
    .testTarget(
      name: "SimulationTests",
      dependencies: [
        "Simulation", "Exchange", "Storage", "Station", "Warehouse", "Barcodes", "Planning",
        "TestFloor",
      ]),
    .testTarget(
      name: "DrillsTests",
      dependencies: [
        "Drills", "Barcodes", "Flows", "Labels", "Simulation", "Station", "Storage", "Terminal",
        "Warehouse",
      ]),
    .testTarget(name: "RoutingTests", dependencies: ["Routing"]),
    .testTarget(name: "PlanningTests", dependencies: ["Planning", "Warehouse"]),
    .testTarget(
      name: "CarriersTests",
      dependencies: [
        "Carriers", "CarrierEmulation", "Warehouse",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ], exclude: ["Oracles"]),
    .testTarget(name: "FormatsTests", dependencies: ["Formats", "Routing"]),
    .testTarget(name: "BarcodesTests", dependencies: ["Barcodes"]),
    .testTarget(
      name: "ExchangeTests", dependencies: ["Exchange", "Warehouse", "Barcodes", "TestFloor"]),
    .testTarget(
      name: "LabelsTests", dependencies: ["Labels"], exclude: ["Oracles/decode.py"]),
  ]
)

// Settings of every Swift target, each with its reason.
for target in package.targets
where target.type != .system && !["CTerminal", "CLock", "CPowerCut"].contains(target.name) {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      // `any` is written where it costs.
      .enableUpcomingFeature("ExistentialAny"),
      // An import that leaks into a module's interface is a decision.
      .enableUpcomingFeature("InternalImportsByDefault"),
      // No member is seen through somebody else's import.
      .enableUpcomingFeature("MemberImportVisibility"),
      // Nothing hops threads without saying so.
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
      // A warning is a line nobody reads twice.
      .treatAllWarnings(as: .error),
    ]
}

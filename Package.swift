// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "pickway",
  targets: [
    // C, small and opaque, and the system's libraries.
    .systemLibrary(name: "CZint"),
    .systemLibrary(name: "CZlib"),
    .systemLibrary(name: "CPango", pkgConfig: "pangocairo"),

    // The functional core.
    .target(name: "Warehouse"),
    .target(name: "Routing"),
    .target(name: "Barcodes"),
    .target(name: "Flows", dependencies: ["Warehouse", "Barcodes"]),
    .target(name: "Planning", dependencies: ["Warehouse", "Routing"]),

    // The imperative shell.
    .target(name: "Labels", dependencies: ["CPango", "CZint", "CZlib"]),
    .target(name: "Exchange"),
    // Tests.
    .testTarget(name: "RoutingTests", dependencies: ["Routing"]),
    .testTarget(name: "BarcodesTests", dependencies: ["Barcodes"]),
    .testTarget(name: "ExchangeTests", dependencies: ["Exchange"]),
    .testTarget(name: "LabelsTests", dependencies: ["Labels"]),
  ]
)

// Settings of every Swift target, each with its reason.
for target in package.targets where target.type != .system {
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

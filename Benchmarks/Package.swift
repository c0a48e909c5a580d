// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the main build never pays for it.
let package = Package(
  name: "pickway-benchmarks",
  dependencies: [
    // Named, because a path's identity is its folder's name, whatever the clone is called.
    .package(name: "pickway", path: "..")
  ],
  targets: [
    .executableTarget(
      name: "bench", dependencies: ["CAllocations", .product(name: "Rooms", package: "pickway")]),
    // Counts calls of malloc.
    .target(name: "CAllocations"),
  ]
)

// The settings of the main package.
for target in package.targets where target.name != "CAllocations" {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
  ]
}

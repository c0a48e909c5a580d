import Foundation
import Station
public import Storage
public import Warehouse

/// The files of one site in a folder: `site`, `products`, `stock` and `orders`, as CSV or JSON.
public struct SiteFiles: Sendable {
  /// A site's files are not what they should be.
  public struct Trouble: Error, CustomStringConvertible {
    /// What is wrong, in one line.
    public let description: String
  }

  private let paths: [(ImportKind, String)]

  /// Finds the files of a site in a folder.
  public init(folder: String) throws {
    paths = try [ImportKind.site, .products, .stock, .orders].map { kind in
      let found = ["csv", "json", "jsonl"].map { "\(folder)/\(kind.rawValue).\($0)" }
        .first { FileManager.default.fileExists(atPath: $0) }
      guard let found else {
        throw Trouble(description: "\(folder): expected a file \(kind.rawValue).csv or .json")
      }
      return (kind, found)
    }
  }

  /// Imports all of them in their order.
  public func importAll(
    into store: any Store, reading: (any Store)? = nil, at now: Timestamp
  ) throws {
    for (kind, path) in paths {
      let result = try FileImport(into: store, reading: reading).run(kind, path, at: now)
      if case .rejected(let problems, let omitted) = result {
        throw Trouble(
          description: problems.first.map {
            "\($0)" + (problems.count + omitted > 1 ? " (and more)" : "")
          } ?? path)
      }
    }
  }
}

/// How pieces of a product are taken and told apart, beyond what the house does with all.
public struct Handling: Hashable, Codable, Sendable {
  /// How pieces are counted by scans; nil as the zone does.
  public var scanning: Scanning?
  /// Who names the lot; nil as the house does.
  public var lots: LotRule?
  /// Whether pieces differ in weight, and by how many percent of the book; nil when they do not.
  public var catchWeight: Int?
  /// Which way round a piece may lie in a carton; nil any.
  public var orientation: Orientation?

  /// Makes a way of handling; without arguments nothing is special.
  public init(
    scanning: Scanning? = nil, lots: LotRule? = nil, catchWeight: Int? = nil,
    orientation: Orientation? = nil
  ) {
    self.orientation = orientation
    self.scanning = scanning
    self.lots = lots
    self.catchWeight = catchWeight
  }
}

/// Which way round a piece may lie in a carton.
public enum Orientation: String, Hashable, Codable, Sendable, CaseIterable {
  /// Any.
  case any
  /// Its height stays its height 此面向上.
  case upright
  /// It lies on its largest face 平放.
  case flat
}

/// How pieces are counted by scans.
public enum Scanning: String, Hashable, Codable, Sendable, CaseIterable {
  /// Every piece is scanned 逐件扫描.
  case each
  /// One is scanned, the quantity is keyed 扫一件录数量.
  case once
  /// Whole packs are scanned as far as they go 按包装扫描.
  case pack
}

/// Who says which lot a picked piece is of.
public enum LotRule: String, Hashable, Codable, Sendable, CaseIterable {
  /// The book of the bin.
  case book
  /// The picker: by scan, or by key where the bin has one lot only.
  case named
}

/// Which other lot of the same bin may be taken in place of the promised one.
public enum OtherLot: String, Hashable, Codable, Sendable, CaseIterable {
  /// None.
  case never
  /// One that expires no later.
  case sooner
  /// Any that has not expired.
  case any
}

/// Where serial numbers are captured.
public enum SerialRule: String, Hashable, Codable, Sendable, CaseIterable {
  /// Nowhere.
  case off
  /// At the bin.
  case pick
  /// At the bench.
  case bench
}

extension Product {
  /// What pieces of it may weigh together in grams, where each has a weight of its own.
  public func weights(of units: Int) -> ClosedRange<Int>? {
    guard let percent = handling.catchWeight, grams > 0 else { return nil }
    let book = grams * units
    return book * max(0, 100 - percent) / 100...(book * (100 + percent) + 99) / 100
  }

  /// Whether a picker names the lot.
  public func namesLot(_ rules: HouseRules) -> Bool {
    tracking.lot && (handling.lots ?? rules.lots) == .named
  }

  /// The base units a barcode stands for; a GTIN is the same however many digits it is written
  /// with.
  func units(ofGTIN digits: String) -> Int? {
    packagings.first { rung in
      rung.barcodes.contains { $0.utf8.count >= 8 && Self.padded($0) == Self.padded(digits) }
    }?.units
  }

  private static func padded(_ barcode: String) -> String {
    guard barcode.utf8.count < 14, barcode.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return barcode
    }
    return String(repeating: "0", count: 14 - barcode.utf8.count) + barcode
  }
}

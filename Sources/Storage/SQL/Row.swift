import Warehouse

/// One row of an answer, read column by column from the left.
struct Row: Equatable {
  private let values: [Value]
  private var next = 0

  init(_ values: [Value]) {
    self.values = values
  }

  private mutating func value() throws -> Value {
    guard next < values.count else { throw unreadable("a column") }
    defer { next += 1 }
    return values[next]
  }

  private func unreadable(_ expected: String) -> StoreTrouble {
    StoreTrouble(
      .corrupt, "The store holds a record that cannot be read.",
      underlying: "column \(next) of \(values): expected \(expected)")
  }

  /// Whether the next column is empty; it stays the next one.
  var isNull: Bool { begins(with: .null) }

  /// Whether the next column holds a value; it stays the next one.
  func begins(with value: Value) -> Bool { next < values.count && values[next] == value }

  /// The next column, nil when there is none.
  mutating func rest() -> Value? {
    guard next < values.count else { return nil }
    defer { next += 1 }
    return values[next]
  }

  mutating func skip(_ columns: Int) {
    next += columns
  }

  mutating func int() throws -> Int {
    guard case .integer(let number) = try value() else { throw unreadable("a number") }
    return number
  }

  mutating func text() throws -> String {
    guard case .string(let text) = try value() else { throw unreadable("a text") }
    return text
  }

  mutating func optional<T>(_ read: (inout Row) throws -> T) throws -> T? {
    if isNull {
      next += 1
      return nil
    }
    return try read(&self)
  }

  mutating func code<T>() throws -> Code<T> { Code(try text()) }

  mutating func optionalCode<T>() throws -> Code<T>? { try optional { try $0.code() } }

  mutating func raw<T: RawRepresentable<String>>() throws -> T {
    guard let value = T(rawValue: try text()) else { throw unreadable("a \(T.self)") }
    return value
  }

  mutating func flag() throws -> Bool { try int() != 0 }

  mutating func time() throws -> Timestamp { Timestamp(milliseconds: Int64(try int())) }

  mutating func day() throws -> Day? {
    let number = try int()
    guard number != 0 else { return nil }
    guard let day = Day(number: number) else { throw unreadable("a day") }
    return day
  }

  mutating func name() throws -> Name { Name(zh: try text(), en: try text()) }

  mutating func holder() throws -> Holder {
    let (kind, code) = (try text(), try text())
    switch kind {
    case "bin": return .bin(Code(code))
    case "tote": return .tote(Code(code))
    case "parcel": return .parcel(Code(code))
    case "outside": return .outside
    default: throw unreadable("a holder")
    }
  }

  mutating func stockKey() throws -> StockKey {
    StockKey(holder: try holder(), sku: try code(), lot: try text(), expiry: try day())
  }
}

import Warehouse

/// What a column holds.
enum Value: Hashable, Sendable {
  case null
  case integer(Int)
  case string(String)
}

extension Value {
  static func int(_ value: Int) -> Value { .integer(value) }
  static func int(_ value: Int?) -> Value { value.map(Value.integer) ?? .null }
  static func text(_ value: String) -> Value { .string(value) }
  static func text(_ value: String?) -> Value { value.map(Value.string) ?? .null }
  static func code<T>(_ value: Code<T>) -> Value { .string(value.rawValue) }
  static func code<T>(_ value: Code<T>?) -> Value { .text(value?.rawValue) }
  static func raw<T: RawRepresentable<String>>(_ value: T) -> Value { .string(value.rawValue) }
  static func raw<T: RawRepresentable<String>>(_ value: T?) -> Value { .text(value?.rawValue) }
  static func flag(_ value: Bool) -> Value { .integer(value ? 1 : 0) }
  static func time(_ value: Timestamp) -> Value { .integer(Int(value.milliseconds)) }
  static func time(_ value: Timestamp?) -> Value { value.map(Value.time) ?? .null }
  /// A day as its number; 0 when there is none, so that it can be part of a key.
  static func day(_ value: Day?) -> Value { .integer(value?.number ?? 0) }
}

/// What a label says: named values, before it has a form.
///
/// Names are dotted, `receiver.name`. A value is text, or a list whose rows are data again. Absent and
/// empty mean the same.
public struct LabelData: Sendable, Equatable {
  /// A value of a field.
  public enum Value: Sendable, Equatable {
    /// Text; numbers are text as they are to be printed.
    case text(String)
    /// Rows, such as the items of a parcel.
    case list([LabelData])
  }

  /// The values by name.
  public private(set) var fields: [String: Value]

  /// Creates data from values by name.
  public init(_ fields: [String: Value] = [:]) {
    self.fields = fields
  }

  /// The value of a field; nil when it is absent.
  public subscript(name: String) -> Value? {
    get { fields[name] }
    set { fields[name] = newValue }
  }

  /// The text of a field; empty when it is absent or a list.
  public func text(_ name: String) -> String {
    guard case .text(let text) = fields[name] else { return "" }
    return text
  }

  /// The rows of a field; none when it is absent or text.
  public func list(_ name: String) -> [LabelData] {
    guard case .list(let rows) = fields[name] else { return [] }
    return rows
  }

  /// These data with those of another over them.
  public func merged(with other: LabelData) -> LabelData {
    LabelData(fields.merging(other.fields) { $1 })
  }

  /// Whether a field says something: text other than `0` that is not all spaces, or a list with rows.
  func isPresent(_ name: String) -> Bool {
    switch fields[name] {
    case nil: false
    case .text(let text): text != "0" && !text.allSatisfy(\.isWhitespace)
    case .list(let rows): !rows.isEmpty
    }
  }
}

extension LabelData: ExpressibleByDictionaryLiteral {
  /// Creates data from a literal; of a name given twice the last counts.
  public init(dictionaryLiteral elements: (String, Value)...) {
    self.init(Dictionary(elements) { $1 })
  }
}

extension LabelData.Value: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral
{
  /// Creates text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// Creates a number as text.
  public init(integerLiteral value: Int) { self = .text(String(value)) }
  /// Creates a list.
  public init(arrayLiteral elements: LabelData...) { self = .list(elements) }
}

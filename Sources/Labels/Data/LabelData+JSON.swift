import Foundation

extension LabelData {
  /// Reads a JSON object.
  ///
  /// Objects inside give dotted names: `{"receiver": {"name": "..."}}` is `receiver.name`, as is
  /// `{"receiver.name": "..."}`. An array of objects is a list; an array of anything else is one whose
  /// rows have the field `value`. Numbers become text as they are written in decimal, `true` becomes
  /// `true`; `false` and `null` are absent.
  ///
  /// - Throws: ``LabelError/Code/badData``.
  public init(json: [UInt8]) throws(LabelError) {
    do {
      guard case .object(let object) = try JSONDecoder().decode(JSON.self, from: Data(json)) else {
        throw LabelError(.badData, element: "", "expected a JSON object of fields")
      }
      self.init(object)
    } catch let error as LabelError {
      throw error
    } catch {
      throw LabelError(
        .badData, element: "", "expected a JSON object of fields: \(Self.text(error))")
    }
  }

  private static func text(_ error: any Error) -> String {
    guard case DecodingError.dataCorrupted(let context) = error else { return "\(error)" }
    let reason = (context.underlyingError as? NSError)?.userInfo[NSDebugDescriptionErrorKey]
    return (reason as? String) ?? context.debugDescription
  }

  private enum JSON: Decodable {
    case text(String)
    case object([String: JSON])
    case array([JSON])
    case nothing

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .nothing
      } else if let flag = try? container.decode(Bool.self) {
        self = flag ? .text("true") : .nothing
      } else if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let number = try? container.decode(Decimal.self) {
        self = .text("\(number)")
      } else if let array = try? container.decode([JSON].self) {
        self = .array(array)
      } else {
        self = .object(try container.decode([String: JSON].self))
      }
    }
  }

  private init(_ object: [String: JSON], prefix: String = "") {
    self.init()
    for (key, value) in object {
      let name = prefix + key
      switch value {
      case .nothing: break
      case .text(let text): self[name] = .text(text)
      case .object(let inner):
        self = merged(with: LabelData(inner, prefix: name + "."))
      case .array(let rows):
        self[name] = .list(
          rows.map { row in
            if case .object(let inner) = row { return LabelData(inner) }
            return LabelData(["value": row])
          })
      }
    }
  }
}

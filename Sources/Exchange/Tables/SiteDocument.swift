public import Warehouse

/// Writes a site as one JSON object, a line a part, as `importFile` reads it.
///
/// All parts are held in memory: for very large sites write a table with `TableWriter`.
public struct SiteDocument: CustomStringConvertible {
  private let records: [ImportRecord]

  /// Makes the document of a site's records; those of other kinds are left out.
  public init(_ records: [ImportRecord]) {
    self.records = records
  }

  /// The text of the file.
  public var description: String {
    var aisles: [FloorLayout.Aisle] = []
    var head = ""
    var lists: [SitePart: [String]] = [:]
    var ranges: [Code<Carrier>: NumberRange] = [:]
    for case .numberRange(let range) in records { ranges[range.carrier] = range }
    for record in records {
      if case .site(let site) = record {
        aisles = site.layout.aisles
        head = Self.head(of: site)
      }
      for row in SiteRow.rows(of: record, aisles: aisles) {
        guard case .text(let word)? = row[SiteColumn.record], let part = SitePart(rawValue: word)
        else { continue }
        var members = Self.members(of: row)
        if case .carrier(let carrier) = record, let range = ranges[carrier.code] {
          members.append("\"numbers\":" + Self.numbers(range))
        }
        if case .asset(.tote(let code)) = record {
          lists[part, default: []].append(Self.quoted(code.rawValue))
        } else {
          lists[part, default: []].append("{" + members.joined(separator: ",") + "}")
        }
      }
    }
    let parts = SitePart.allCases.compactMap { part in
      part.list.flatMap { name in
        lists[part].map { "  \"\(name.name)\": [\n\(Self.lines($0, of: part))\n  ]" }
      }
    }
    return "{\n" + ([head] + parts).joined(separator: ",\n") + "\n}\n"
  }

  private static func head(of site: Site) -> String {
    func point(_ point: FloorPoint) -> String {
      let aisle = site.layout.aisles.first { $0.x == point.x }?.code ?? ""
      return "{\"aisle\":\(quoted(aisle)),\"y\":\(point.y)}"
    }
    let crossAisles = site.layout.crossAisles.map(String.init).joined(separator: ",")
    let members =
      [
        ("code", quoted(site.code.rawValue)), ("zh", quoted(site.name.zh)),
        ("en", quoted(site.name.en)), ("crossAisles", "[\(crossAisles)]"),
        ("start", point(site.start)), ("drop", point(site.drop)),
        ("slotsPerCart", "\(site.slotsPerCart)"), ("walkingSpeed", "\(site.walkingSpeed)"),
        ("utcOffset", "\(site.utcOffset)"),
      ]
      + SiteRow.columns.compactMap { column in
        switch SiteRow.rules(of: site)[column] {
        case .text(let text)?: (column.name, quoted(text))
        case .integer(let number)?: (column.name, "\(number)")
        case .units?, .empty?, nil: nil
        }
      }
    return members.map { "  \"\($0.0)\": \($0.1)" }.joined(separator: ",\n")
  }

  /// Totes, as mere codes, stand ten in a line.
  private static func lines(_ entries: [String], of part: SitePart) -> String {
    let perLine = part == .tote ? 10 : 1
    return stride(from: 0, to: entries.count, by: perLine).map { start in
      "    " + entries[start..<min(start + perLine, entries.count)].joined(separator: ",")
    }.joined(separator: ",\n")
  }

  private static func members(of row: SiteRow.Cells) -> [String] {
    SiteRow.columns.compactMap { column in
      guard column != SiteColumn.record, let cell = row[column] else { return nil }
      if column == SiteColumn.roles, case .text(let words) = cell {
        let roles = words.split(separator: "|").map { quoted(String($0)) }
        return "\"roles\":[" + roles.joined(separator: ",") + "]"
      }
      // A badge is a code like others, under the name a person would look for.
      let name = column == SiteColumn.code && row[SiteColumn.roles] != nil ? "badge" : column.name
      return switch cell {
      case .text(let text): "\"\(name)\":" + quoted(text)
      case .integer(let number): "\"\(name)\":\(number)"
      case .units(let units, let scale): "\"\(name)\":" + Record.decimal(units, scale: scale)
      case .empty: nil
      }
    }
  }

  private static func numbers(_ range: NumberRange) -> String {
    "{\"prefix\":\(quoted(range.prefix)),\"from\":\(range.next),\"to\":\(range.last),"
      + "\"digits\":\(range.digits)}"
  }

  /// A text in quotes; controls never come here, but would be escaped (RFC 8259, 7).
  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": quoted += "\\" + String(scalar)
      case "\u{00}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}

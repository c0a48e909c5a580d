extension GS1Message {
  /// The elements as a GS1 Digital Link URI: the first key, as many of its qualifiers as there
  /// are, and the other elements in the query, those of predefined length first.
  ///
  /// Throws if there is no key, or an element that no query may have.
  public func link(
    stem: String = "https://id.gs1.org", permits: GS1Parser.Permissions = []
  ) throws(GS1Problem) -> String {
    let table = AITable.standard
    guard let key = linkSlots.first(where: { AIRule.of($0).sequences != nil }),
      let range = AIRule.of(key).sequences
    else { throw GS1Problem(.link(.key), at: 0) }
    var best = [key.code]
    for sequence in table.sequences[range] where sequence.count > best.count {
      if sequence.allSatisfy({ code in linkSlots.contains { $0.code == code } }) {
        best = sequence
      }
    }
    var out = Array(stem.utf8)
    if out.last == UInt8(ascii: "/") { out.removeLast() }
    for code in best {
      guard let slot = linkSlots.first(where: { $0.code == code }) else { continue }
      out.append(UInt8(ascii: "/"))
      out += code.description.utf8
      out.append(UInt8(ascii: "/"))
      out += PercentEscape.encoded(value(slot), isQuery: false)
    }
    out += try query(without: best, permits)
    return String(decoding: out, as: UTF8.self)
  }

  private func query(
    without path: [AICode], _ permits: GS1Parser.Permissions
  ) throws(GS1Problem) -> [UInt8] {
    var out: [UInt8] = []
    var seen = path
    for predefined in [true, false] {
      for slot in linkSlots where !seen.contains(slot.code) {
        let rule = AIRule.of(slot)
        guard rule.isPredefined == predefined else { continue }
        let ai = slot.code.description
        guard rule.isAttribute(permits) else {
          throw GS1Problem(.link(.attribute), ai: ai, at: slot.source, count: slot.code.digits)
        }
        seen.append(slot.code)
        out.append(out.isEmpty ? UInt8(ascii: "?") : UInt8(ascii: "&"))
        out += ai.utf8
        out.append(UInt8(ascii: "="))
        out += PercentEscape.encoded(value(slot), isQuery: true)
      }
    }
    return out
  }

  /// The elements, and an item number in front of them as AI 01.
  private var linkSlots: [Slot] {
    guard !item.isEmpty else { return slots }
    return [Slot(code: .gtin, place: AITable.standard.place(of: .gtin), value: 0..<0, source: 0)]
      + slots
  }

  private func value(_ slot: Slot) -> [UInt8] {
    guard slot.code == .gtin, !item.isEmpty else { return Array(bytes[slot.value]) }
    return [UInt8](repeating: 0x30, count: max(0, 14 - item.count)) + item
  }
}

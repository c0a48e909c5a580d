extension GS1Parser {
  /// The message, once the rules between its elements hold; an item number counts as AI 01.
  func checked(_ message: GS1Message) throws(GS1Problem) -> GS1Message {
    if rules.contains(.repeats) { try checkRepeats(message) }
    if rules.contains(.exclusions) { try checkExclusions(message) }
    if rules.contains(.needs) { try checkNeeds(message) }
    if rules.contains(.signature) { try checkSignature(message) }
    return message
  }

  private func checkRepeats(_ message: GS1Message) throws(GS1Problem) {
    for slot in message.slots {
      guard let earlier = message.slot(slot.code), earlier.source != slot.source,
        message.bytes[earlier.value] != message.bytes[slot.value]
      else { continue }
      throw problem(.repeated, slot)
    }
  }

  private func checkExclusions(_ message: GS1Message) throws(GS1Problem) {
    let table = AITable.standard
    for slot in message.slots {
      guard let place = slot.place else { continue }
      for index in table.rules[place].excluded {
        let pattern = table.excluded[index]
        if !message.item.isEmpty, slot.code != .gtin, pattern.contains(.gtin) {
          throw problem(.excluded(by: "01"), slot)
        }
        for other in message.slots where pattern.contains(other.code) && other.code != slot.code {
          throw problem(.excluded(by: other.code.description), slot)
        }
      }
    }
  }

  private func checkNeeds(_ message: GS1Message) throws(GS1Problem) {
    let table = AITable.standard
    for slot in message.slots {
      guard let place = slot.place else { continue }
      for index in table.rules[place].needs {
        let need = table.needs[index]
        guard need.groups.contains(where: { isMet($0, by: message) }) else {
          throw problem(.needs(need.text), slot)
        }
      }
    }
  }

  private func isMet(_ group: [ClosedRange<AICode>], by message: GS1Message) -> Bool {
    group.allSatisfy { pattern in
      if !message.item.isEmpty, pattern.contains(.gtin) { return true }
      return message.slots.contains { pattern.contains($0.code) }
    }
  }

  /// Keys whose serial part may be left out.
  private static let serialized: [AICode] = ["253", "255", "8003"]

  private func checkSignature(_ message: GS1Message) throws(GS1Problem) {
    guard message.slot(.signature) != nil else { return }
    for slot in message.slots where GS1Parser.serialized.contains(slot.code) {
      if slot.value.count == AIRule.of(slot).minimum { throw problem(.serialForSignature, slot) }
    }
  }

  private func problem(_ code: GS1Problem.Code, _ slot: GS1Message.Slot) -> GS1Problem {
    GS1Problem(code, ai: slot.code.description, at: slot.source, count: slot.code.digits)
  }
}

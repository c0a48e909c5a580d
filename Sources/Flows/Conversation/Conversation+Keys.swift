import Barcodes

extension Conversation {
  /// Turns a key into what it means at the prompt, or nil when it only edits what is typed.
  mutating func event(for key: Key) -> Event? {
    switch key {
    case .function, .control:
      return .key(key)
    case .escape:
      if entry.typed.isEmpty { return .key(.escape) }
      entry.typed = ""
      return nil
    case .backspace, .delete:
      if !entry.typed.isEmpty { entry.typed.removeLast() }
      return nil
    case .enter:
      return sent()
    case .up, .down, .pageUp, .pageDown, .home, .end:
      point(key)
      return nil
    case .character(let character):
      return typed(character)
    case .tab:
      entry.keyPage = (entry.keyPage ?? 0) + 1
      return nil
    case .left, .right:
      return nil
    }
  }

  /// Whether an empty Enter is swallowed.
  ///
  /// A scanner may send one behind every code, and a refusal stays until the right scan, a choice
  /// or a key of its own. A question that only Enter answers is answered by it.
  private var isLatched: Bool {
    guard front.screen.message?.tone == .bad else { return false }
    switch prompt {
    case .scan, .quantity, .text, .choose: return true
    case .secret, .confirm, .read, .wait: return false
    }
  }

  private mutating func sent() -> Event? {
    let text = entry.typed.trimmed
    if text.isEmpty, entry.selected == 0, isLatched { return nil }
    switch prompt {
    case .choose(_, let choices):
      if let number = Int(text), choices.indices.contains(number - 1) {
        return .chosen(choices[number - 1].id)
      }
      guard text.isEmpty, choices.indices.contains(entry.selected) else {
        entry.typed = ""
        return nil
      }
      return .chosen(choices[entry.selected].id)
    case .quantity(_, let proposed):
      if text.isEmpty { return .entered(String(proposed)) }
      // Short digits are a quantity; anything else is a code typed by hand.
      return Int(text) != nil && text.count < 6 ? .entered(text) : .scan(Scan(text: text))
    case .text, .secret:
      return .entered(entry.typed)
    case .scan:
      return text.isEmpty ? .confirmed : .scan(Scan(text: text))
    case .confirm, .read:
      return .confirmed
    case .wait:
      return nil
    }
  }

  private mutating func typed(_ character: Character) -> Event? {
    switch prompt {
    case .choose(_, let choices):
      guard character.isASCII, character.isNumber else { return nil }
      entry.typed.append(character)
      guard let number = Int(entry.typed), choices.indices.contains(number - 1) else {
        entry.typed = ""
        return nil
      }
      // A digit that could begin a longer number waits for the next one or for Enter.
      guard number * 10 > choices.count else {
        entry.selected = number - 1
        return nil
      }
      return .chosen(choices[number - 1].id)
    case .scan, .quantity, .text, .secret:
      if entry.typed.count < 100 { entry.typed.append(character) }
      return nil
    case .confirm, .read, .wait:
      return nil
    }
  }

  private mutating func point(_ key: Key) {
    guard case .choose(_, let choices) = prompt, !choices.isEmpty else { return }
    let last = choices.count - 1
    let page = 8
    switch key {
    case .up: entry.selected = entry.selected > 0 ? entry.selected - 1 : last
    case .down: entry.selected = entry.selected < last ? entry.selected + 1 : 0
    case .pageUp: entry.selected = max(0, entry.selected - page)
    case .pageDown: entry.selected = min(last, entry.selected + page)
    case .home: entry.selected = 0
    case .end: entry.selected = last
    case .character, .function, .enter, .escape, .backspace, .delete, .tab, .left, .right,
      .control:
      break
    }
    entry.typed = ""
  }
}

extension String {
  /// The text without blanks at its ends.
  var trimmed: String {
    var part = Substring(self)
    while part.first?.isWhitespace == true { part.removeFirst() }
    while part.last?.isWhitespace == true { part.removeLast() }
    return String(part)
  }
}

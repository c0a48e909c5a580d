import Flows

/// The things that can be chosen, numbered, in pages round the one pointed at.
struct ChoiceBlock {
  private let choices: [Choice]
  private let selected: Int
  private let language: Language

  /// Makes the block of a prompt that is a choice.
  init?(_ prompt: Prompt, entry: Entry, language: Language) {
    guard case .choose(_, let choices) = prompt, !choices.isEmpty else { return nil }
    self.choices = choices
    selected = min(max(0, entry.selected), choices.count - 1)
    self.language = language
  }

  var block: Block {
    Block(
      rows: choices.count,
      [
        .init(order: DropOrder.longList, rows: 6), .init(order: DropOrder.primary - 1, rows: 4),
        .init(order: DropOrder.list, rows: 2), .init(order: DropOrder.shortList, rows: 1),
      ], lines: lines)
  }

  private func lines(_ rows: Int) -> [Line] {
    let first = choices.count <= rows ? 0 : selected / rows * rows
    let digits = String(choices.count).count
    return choices.indices[first...].prefix(rows).map { index in
      let choice = choices[index]
      let number = String(index + 1)
      let pad = String(repeating: " ", count: digits - number.count)
      let isSelected = index == selected
      let mark = isSelected ? ">" : " "
      return Line(
        [
          .init(mark + pad + number + " ", .bold),
          .init(choice.label[language], isSelected ? .bold : []),
        ],
        trailing: choice.trailing.map { [.init($0[language])] } ?? [],
        ground: isSelected ? .reverse : [])
    }
  }
}

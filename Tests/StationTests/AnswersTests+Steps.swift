/// The steps there are, declared apart from the flows.
extension AnswersTests {
  /// Every step there is: each has to be reached by a walk.
  static let steps: Set<String> = [
    "At work: Scan bench or cart", "Bin to bin: Scan from-bin", "Bin to bin: Scan item",
    "Bin to bin: Scan to-bin", "Correct stock: How many there?", "Correct stock: Scan bin",
    "Correct stock: Scan item", "Correct stock: Why?", "Count: How many pieces?",
    "Count: Scan bin", "Count: Scan item", "Hot: # by the book", "Hot: Scan a piece",
    "Hot: Scan serial", "House work: Choose", "Look up: Scan any code", "Look up: Scan item",
    "Menu: Choose", "Pack: Pieces missing?", "Pack: Scan a piece", "Pack: Scan serial",
    "Packing: Scan tote or order", "Pick: # short, why?", "Pick: Enter: set down",
    "Pick: Enter: take it", "Pick: How many left?", "Pick: Scan an empty tote",
    "Pick: Scan bin", "Pick: Scan bin to undo", "Pick: Scan item", "Pick: Scan lot",
    "Pick: Scan lot or Enter", "Pick: Scan serial", "Pick: Scan the lot", "Pick: Scan that bin",
    "Pick: Scan tote",
    "Pick: Enter: undo it", "Pick: Take it instead?", "Pick: Type digits", "Pick: Weight in g",
    "Picking: No list waiting", "Pickway Test site: Scan your badge",
    "Put back: Enter: write off", "Put back: Scan bin", "Put back: Scan item",
    "Put back: Scan tote", "Replenish: Scan from-bin", "Replenish: Scan item",
    "Replenish: Scan to-bin", "Seed: # by the book", "Seed: Empty tote for",
    "Seed: Scan a wall", "Seed: Scan item to seed", "Seed: Scan slot",
    "Seeding: Scan a batch tote", "Sign in: Enter: go on here", "Sign in: PIN",
    "Wave board: Wave or scan", "Carrier sort: Scan its cage", "Carrier sort: Scan waybill",
    "Carrier sort: Waybill or cage", "Carrier sort: Waybill to remove",
    "Exception: What", "Build waves: How", "Build waves: Carrier", "Exceptions: Choose",
    "Find: Scan or type code",
    "Floor map: Scan to look up", "Floor: Choose", "Hand over: Cage or manifest",
    "Hand over: Close which?", "Hand over: Driver badge/plate", "Hand over: Enter: close it",
    "Hand over: Open cages again?", "Labels: Scan a label", "People: Number: tell",
    "Pack: Scan the carton", "Pack: Why another one?", "Pack: Weigh or key grams",
    "Pack: Supervisor's badge", "Pack: PIN of", "Pack: Why let it pass?",
    "Check the label: Stick it, scan it",
    "People: Tell", "Shadow: Whom", "Exceptions: No exceptions", "Locked: Scan your badge",
  ]

  /// Scans after which the glass is as it was, because they ask what is asked already; every other
  /// scan is seen to be the answer, to lead somewhere, or to be refused.
  static let unanswered: Set<String> = [
    "Sign in: Enter: go on here: badge", "Bin to bin: Scan item: bin",
    "Carrier sort: Scan its cage: waybill", "Hand over: Close which?: cage",
    "Hand over: Enter: close it: cage", "People: Tell: badge",
  ]

  /// Choices among things there are, however many, and the menus.
  static let lists: Set<String> = [
    "Menu: Choose", "House work: Choose", "Floor: Choose", "Exceptions: Choose",
    "Hand over: Close which?",
  ]
}

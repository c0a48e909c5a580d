public import Flows
public import Labels
public import Terminal
public import Warehouse

/// What one line of a trip does.
public enum Verb: Hashable, Sendable {
  /// The glass of the present person, and of those who come after, has a size and a language.
  case at(Size, Language)
  /// Somebody is present from here on; each person has a glass and a handheld of their own.
  case person(String)
  /// The present person signs in by badge, scans benches and carts, and goes on to the menu.
  case signIn(badge: String, with: [String])
  /// A job is chosen in the menu.
  case open(Job)
  /// Codes are scanned, so fast that nobody could look in between.
  case scan([String])
  /// A key is pressed.
  case key(Key)
  /// A text is typed, and Enter is pressed.
  case type(String)
  /// A text stands in a row of the present person's glass.
  case see(String)
  /// A text stands in no row of the present person's glass.
  case seeNot(String)
  /// What was heard last since the last input.
  case hear(Heard)
  /// How many pieces of a product a bin, tote or parcel holds.
  case stock(holder: String, sku: Code<Product>, quantity: Int)
  /// How far an order is.
  case order(Code<Order>, Order.State)
  /// How far the newest parcel of an order is.
  case parcel(of: Code<Order>, Parcel.State)
  /// How many labels a printer has printed.
  case labels(Code<LabelPrinter>, count: Int)
  /// Something happens to a printer.
  case printer(Code<LabelPrinter>, PrinterCondition)
  /// A printer becomes an emulated one that speaks ZPL or TSPL.
  case emulate(Code<LabelPrinter>, LabelFormat)
  /// So many grams lie on the scale of a bench.
  case scale(String, grams: Int)
  /// Something happens to the scale of a bench.
  case scaleIs(String, ScaleCondition)
  /// The benches ask for what a line of YAML says.
  case bench(String)
  /// The clock of the trip goes forward to a time of its day, in minutes since midnight.
  case clock(minutes: Int)
  /// The clock of the trip goes forward by some milliseconds.
  case wait(milliseconds: Int64)
  /// The supervisor's desk does something.
  case desk(DeskAction)
  /// A file comes in; its path is as the line has it.
  case bring(ImportKind, path: String)
  /// The store contradicts nothing that is always true.
  case check
  /// The present person's handheld loses power and is switched on again.
  case kill
  /// The present person's terminal is gone and comes back.
  case hangUp
}

/// Takes rendered labels to where they become paper.
///
/// The contract:
/// - `send` blocks until it knows what it can know; it is called from a worker, never from the thread
///   that draws the screen.
/// - It returns only when the whole document was handed over, and says with what proof. No proof here
///   means that paper came out: a byte stream printer has no transaction.
/// - When it throws, ``PrinterError/delivery`` says whether the printer can have received anything.
///   Only after `.nothing` may the same document be sent again unasked; after `.unknown` a person
///   looks, or scans the label in hand.
/// - It sends once. Trying again is the caller's decision.
public protocol Printer: Sendable {
  /// Hands a document over.
  func send(_ document: PrintDocument) throws(PrinterError) -> PrintProof
}

/// A rule of thumb by which floors without a route core send people round.
///
/// The classics for one block (Hall 1993, IIE Transactions 25:76; Petersen 1997, IJOPM 17:1098),
/// taken from block to block as Roodbergen & de Koster do (2001, IJPR 39:1865): first to the
/// farthest block with stops, up through the leftmost aisle with stops, then block by block back
/// towards the start, each block ending at its front cross-aisle.
public enum Policy: String, Hashable, CaseIterable, Sendable {
  /// In the order of bin codes: aisle after aisle, each from the front to the back.
  case binCode
  /// Pick-sequence numbers: every second aisle from the back to the front.
  case serpentine
  /// Every aisle with stops is walked through, alternately up and down.
  case sShape
  /// Every aisle is left where its largest gap begins.
  case largestGap
  /// Every aisle is entered and left at the front.
  case returning
  /// Stops of the front half are taken from the front, the others from the back.
  case midpoint
  /// Each aisle is walked through or returned from, whichever is shorter over the block.
  case combined
  /// Always to the nearest stop left.
  case nearest
}

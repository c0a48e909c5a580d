/// One way from a frontier class to another by dealing with a block or a junction.
///
/// Three 16-bit numbers in a row; a program is a list of these.
struct Move: BitwiseCopyable {
  /// The class before and the class after, numbered within their groups.
  let from: UInt16
  let to: UInt16
  /// Which of the block's costs it takes: a `MoveCosts` index.
  let cost: UInt16
}

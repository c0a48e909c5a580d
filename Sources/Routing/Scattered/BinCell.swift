/// A block of an aisle, or a junction with stock or ends: where it lies in the model's lists.
struct BinCell {
  let firstPoint: Int
  let endPoint: Int
  let firstOption: Int
  let optionCount: Int
  /// Where its price slots begin among the model's costs.
  let costBase: Int
  let slotCount: Int
  /// The step of the sweep that passes it.
  let step: Int
  /// The block of its aisle, -1 for a junction.
  let block: Int
  /// Its ends in scaled millimeters; of use where it is plain.
  let low: Int
  let high: Int
  /// Whether it is a block in which no end can lie, so that its options follow from its points.
  let isPlain: Bool
}

/// The shortest walk of stops that all lie in one aisle, without leaving it.
///
/// From the start to `first`, on to `last`, and to the end: the turns, or the points themselves
/// where there is nothing to turn for.
struct OneAisleWalk: BitwiseCopyable {
  let aisle: Int
  /// The numbers of the start and of the end, -1 for an end at a stop.
  let start: Int
  let end: Int
  let from: Int
  let first: Int
  let last: Int
  let to: Int
  /// Links included.
  let length: Int
}

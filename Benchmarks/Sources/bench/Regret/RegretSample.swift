/// The walk with a fault, and the shortest had it been known from the start; in millimeters.
struct RegretSample {
  var walked: Int
  var hindsight: Int
  /// The processor time of planning anew, in nanoseconds.
  var time: Int64
  var blocks: Int
  var isProven: Bool
  /// Hindsight where new lines can be picked only once they are there; found by search.
  var released: Int?

  var regret: Double { Double(walked) / Double(hindsight) }
}

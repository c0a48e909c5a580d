/// A move: `i` and `i2` go from batch `a` to `b`, `j` and `j2` the other way; -1 for none.
struct BatchMove {
  var i = -1
  var i2 = -1
  var j = -1
  var j2 = -1
  var a = -1
  var b = -1
  /// The sum of both batches' versions when it was thought of.
  var versions = 0
  /// How much longer the walking may get.
  var allowed = 0
  /// How much the overloads of both carts grow.
  var excess = 0
  /// The tours after the move, -1 where not yet measured, and where in the queue they are.
  var lengthA = -1
  var lengthB = -1
  var laneA = -1
  var laneB = -1
  /// The most both tours may be together, and the least the second one is.
  var limit = 0
  var leastB = 0
  var keyA = BatchLengths.Key()
  var keyB = BatchLengths.Key()
}

/// What is left of a batch without one of its orders: the set, and its tour.
struct BatchRemainder {
  var key: UInt64 = 0
  var length = 0
}

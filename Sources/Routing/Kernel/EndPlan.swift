/// How the walk begins: from a point to the first junction; or, backwards, how it ends.
struct EndPlan {
  /// Where in its aisle it begins.
  var y: Int
  /// Where in the same block it turns before it goes to the junction; `y` where it does not.
  var turn: Int
  /// The junction, aisle * cross-aisles + j, counting from the first aisle in question.
  var junction: Int
}

extension EndPlan {
  /// A beginning at a junction.
  init(junction: Int, _ vertexCount: Int, _ ys: FlatBuffer<Int>) {
    let y = junction < 0 ? 0 : ys[junction % vertexCount]
    self.init(y: y, turn: y, junction: junction)
  }
}

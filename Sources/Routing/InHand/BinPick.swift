/// A bin of a missing article.
struct BinPick: Hashable {
  let article: Int
  let bin: Int
}

/// What goes otherwise than planned.
enum Fault: String, CaseIterable {
  case shortElsewhere = "short, stock elsewhere"
  case shortNowhere = "short, no other stock"
  case skip = "skip, back later"
  case stray = "stray pick"
  case blocked = "blocked aisle"
  case fullTote = "full tote"
  case urgent = "urgent order"
}

import Flows

extension ScriptedPerson {
  mutating func house(_ screen: Screen, _ view: WorldView) -> Act? {
    if job == .picker {
      if memory.notesDone > 0 { return .key(.function(3)) }
      return choose("putBack", screen)
    }
    guard let note = note(view)?.name.en else { return .key(.function(3)) }
    if note.hasPrefix("Please count") { return choose("counting", screen) }
    if note.hasPrefix("Please put") { return choose("putBack", screen) }
    if note.hasPrefix("Please replenish") { return choose("replenish", screen) }
    if note.hasPrefix("Book of") { return choose("correction", screen) }
    return .key(.function(3))
  }

  /// Walks to a bin and scans its label, or types its code where the label is not its own.
  private func arrive(_ target: String, _ view: WorldView) -> Act {
    guard view.bin == target, let sign = view.all(.sign).first else { return .go(target) }
    if sign.isHiding, !isCareless { return .hand(sign.id) }
    return sign.code == target ? .scan(sign.id) : .type(target)
  }

  private func named(_ name: Text, _ view: WorldView) -> [WorldView.Thing] {
    own(view).filter { $0.name == name }
  }

  mutating func count(_ screen: Screen, _ view: WorldView) -> Act? {
    let note = note(view)
    switch screen.prompt {
    case .scan(ClusterPicking.scanBin):
      if let bin = memory.countedBin, bin == note?.bin {
        memory.countedBin = nil
        memory.counted = []
        memory.notesDone += 1
      }
      guard let target = self.note(view), target.name.en.hasPrefix("Please count"),
        let bin = target.bin
      else { return .key(.function(3)) }
      return arrive(bin, view)
    case .scan(ClusterPicking.scanItem):
      memory.countedBin = view.bin
      let word = screen.message?.lines.first?.en ?? ""
      if let last = memory.name, word == "Count agrees" || word.hasPrefix("Book set right") {
        memory.counted.insert(last.en)
      }
      let shown = screen.rows.first { $0.weight == .strong }?.leading
      let all = isCareless ? own(view).filter { $0.name == shown } : own(view)
      guard let next = all.first(where: { !memory.counted.contains($0.name.en) }) else {
        memory.name = shown
        return .key(.function(9))
      }
      memory.name = next.name
      return next.code != nil ? .scan(next.id) : next.digits.map { .type($0) }
    case .text:
      let count = memory.name.map { named($0, view).reduce(0) { $0 + $1.count } } ?? 0
      return .type(String(isCareless ? 10 : count))
    case .quantity, .secret, .confirm, .read, .wait, .choose, .scan: return nil
    }
  }

  mutating func putBack(_ screen: Screen, _ view: WorldView) -> Act? {
    switch screen.prompt {
    case .scan(ClusterPicking.scanItem):
      let shown = screen.rows.first { $0.weight == .strong }?.leading
      guard let thing = view.all(.toteGoods).first(where: { $0.name == shown }) else {
        return .key(.function(9))
      }
      memory.name = shown
      memory.total = thing.count
      return .scan(thing.id)
    case .scan:
      guard let code = screen.headline,
        let tote = view.all(.dropTote).first(where: { $0.code == code })
      else {
        memory.notesDone += 1
        return .key(.function(3))
      }
      return .scan(tote.id)
    case .quantity(_, let proposed):
      if memory.total < proposed, !isCareless { return .type(String(memory.total)) }
      return screen.headline.map { arrive($0, view) }
    case .confirm: return .key(.enter)
    case .text, .secret, .read, .wait, .choose: return nil
    }
  }

  mutating func replenish(_ screen: Screen, _ view: WorldView) -> Act? {
    switch screen.prompt {
    case .scan(ClusterPicking.scanItem):
      let shown = screen.rows.first { $0.weight == .strong }?.leading
      guard let thing = own(view).first(where: { $0.name == shown }) else {
        return .key(.function(3))
      }
      memory.total = thing.count
      return .scan(thing.id)
    case .scan:
      guard let bin = screen.headline else {
        memory.notesDone += 1
        return .key(.function(3))
      }
      return arrive(bin, view)
    case .quantity(_, let proposed):
      if memory.total < proposed, !isCareless { return .type(String(memory.total)) }
      return screen.headline.map { arrive($0, view) }
    case .text, .secret, .confirm, .read, .wait, .choose: return nil
    }
  }

  mutating func correct(_ screen: Screen, _ view: WorldView) -> Act? {
    switch screen.prompt {
    case .scan(ClusterPicking.scanBin):
      if screen.message?.tone == .good, memory.countedBin != nil {
        memory.countedBin = nil
        memory.notesDone += 1
      }
      guard let target = note(view), target.name.en.hasPrefix("Book of"), let bin = target.bin
      else { return .key(.function(3)) }
      return arrive(bin, view)
    case .scan:
      guard let thing = own(view).first else { return .key(.function(3)) }
      memory.name = thing.name
      return thing.code != nil ? .scan(thing.id) : thing.digits.map { .type($0) }
    case .text:
      let count = memory.name.map { named($0, view).reduce(0) { $0 + $1.count } } ?? 0
      // What the screen says is easier to believe than to count.
      return .type(isCareless ? screen.trailing(of: "Book") ?? "10" : String(count))
    case .choose:
      memory.countedBin = view.bin
      return choose("wrongEntry", screen)
    case .quantity, .secret, .confirm, .read, .wait: return nil
    }
  }

  mutating func teach(_ screen: Screen, _ view: WorldView) -> Act? {
    guard let note = note(view), note.name.en.hasPrefix("New barcode") else {
      return .key(.function(3))
    }
    if screen.message?.tone == .good {
      memory.notesDone += 1
      return .key(.function(3))
    }
    if screen.prompt == .scan(ClusterPicking.scanItem) {
      return note.digits.map { .type($0) }
    }
    if screen.keys.contains(where: { $0.key == .function(7) }) {
      if isCareless {
        memory.notesDone += 1
        return .key(.function(3))
      }
      return .key(.function(7))
    }
    return .scan(note.id)
  }
}

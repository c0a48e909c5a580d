import Warehouse

extension Books {
  /// Carries out a commit, as `Store.commit` promises.
  func perform(_ commit: Commit) throws -> Ending<Outcome> {
    let isNote = commit.command == .note
    let count = commit.events.count + (isNote ? 0 : 1)
    let last = try takeNumbers(count)
    if let outcome = try outcome(of: commit.id) { return .undo(outcome) }
    try append(commit.events, of: commit, from: last - count + 1)
    let decision = try decide(commit, self)
    let stamp = Stamp(entry: isNote ? 0 : last, part: 0, at: commit.at)
    try apply(decision.changes, stamp)
    if !isNote {
      let entry = JournalEntry(
        number: last, at: commit.at, session: commit.author?.session.rawValue ?? "",
        device: commit.device?.rawValue ?? "", kind: "command",
        payload: try JournalFormat.command(commit, decision.outcome))
      try append(entry, command: commit.id)
    }
    try mention(commit, decision, from: last - count + 1, to: last)
    try keep(decision.outcome, of: commit.id, entry: stamp.entry, at: commit.at)
    if let author = commit.author, let flow = commit.saving, mayBeSaved(author, decision) {
      try save(flow, session: author.session)
    }
    return .commit(decision.outcome)
  }

  /// Carries out changes in order and holds them to the store's own rules.
  func apply(_ changes: [Change], _ stamp: Stamp) throws {
    for (part, change) in changes.enumerated() {
      try apply(change, Stamp(entry: stamp.entry, part: part, at: stamp.at))
    }
    // Only now: a pick gives its promise back and moves the pieces, in whichever order.
    for key in Set(changes.flatMap(\.promises)) {
      guard let stock = try stock(at: key), stock.allocated > stock.quantity else { continue }
      throw StoreTrouble(
        .invariant,
        "\(stock.allocated) pieces of \(key.sku) in \(key.holder) would be promised,"
          + " \(stock.quantity) are on hand.")
    }
  }

  private func append(_ events: [JournalEvent], of commit: Commit, from first: Int) throws {
    for (index, event) in events.enumerated() {
      let entry = JournalEntry(
        number: first + index, at: event.at, session: commit.author?.session.rawValue ?? "",
        device: commit.device?.rawValue ?? "", kind: event.kind, payload: event.payload)
      try append(entry, command: "")
    }
  }

  private func mayBeSaved(_ author: Author, _ decision: Decision) -> Bool {
    switch decision.outcome {
    case .refused(.takenOver), .refused(.notSignedIn): false
    case .refused, .done: !decision.changes.contains(.endSession(author.session))
    }
  }
}

extension Change {
  /// The stock records whose promised pieces this change may leave without pieces on hand.
  fileprivate var promises: [StockKey] {
    switch self {
    case .move(let movement): [movement.from]
    case .reserve(let key, _): [key]
    case .freeze, .order, .orderLine, .wave, .list, .pickLine, .tote, .parcel, .numberRange,
      .printJob, .session, .endSession, .add, .remove, .wallSlot, .chore, .pick, .unpick, .barcode,
      .standing, .serial, .unserial, .unit, .waybillJob, .tariffs, .notice, .caged, .uncaged,
      .manifest, .manifestLines, .message, .journey, .benchRules, .packing, .learned,
      .shareReceiver:
      []
    }
  }
}

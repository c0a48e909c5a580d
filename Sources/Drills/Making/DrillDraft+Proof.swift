import Foundation

extension DrillDraft {
  /// Writes the drill and lets the expert work it; faults that nobody would meet, or that have no
  /// answer together, are left out and told in the file.
  ///
  /// - Returns: the drill as it was written, with the expert's score.
  public mutating func prove(at path: String) throws -> (drill: Drill, card: ScoreCard) {
    while true {
      try write(to: path)
      let drill = try DrillReader().drill(at: path)
      do {
        let card = try DrillRun.run(drill, by: .expert).score()
        let missed = Set(card.missed)
        let kept = faults.filter { !missed.contains($0.kind.rawValue) }
        guard kept.count < faults.count else { return (drill, card) }
        for fault in faults where missed.contains(fault.kind.rawValue) {
          remarks.append("left out, nobody would meet it: \(fault.yaml)")
        }
        faults = kept
      } catch let stuck as Stuck {
        guard let last = faults.popLast() else { throw Trouble(description: stuck.description) }
        remarks.append("left out, it has no answer beside the others: \(last.yaml)")
      }
    }
  }
}

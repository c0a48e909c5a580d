public import Warehouse

extension ReleasePolicy {
  /// Whether a policy takes an order.
  public func admits(_ candidate: WavePlanner.Candidate) -> Bool {
    if let carrier, candidate.order.carrier != carrier { return false }
    if let before, candidate.order.cutOff > before { return false }
    if let pieces, candidate.pieces != pieces { return false }
    if let zone, !candidate.visits.allSatisfy({ $0.bin.zone == zone }) { return false }
    return true
  }
}

extension WavePlanner.Candidate {
  /// How many pieces it has.
  public var pieces: ReleasePolicy.Pieces {
    visits.reduce(0) { $0 + $1.line.open } == 1 ? .single : .multi
  }

  /// The zone all its pieces lie in; nil where they lie in several.
  public var zone: Code<Zone>? {
    guard let first = visits.first?.bin.zone else { return nil }
    return visits.allSatisfy { $0.bin.zone == first } ? first : nil
  }
}

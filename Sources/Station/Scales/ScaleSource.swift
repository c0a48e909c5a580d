public import Warehouse

/// Who knows what the scales of the benches show.
public protocol ScaleSource: Sendable {
  /// What the scale at an address shows now; never waits.
  func view(of bench: Code<Workstation>, at address: String, readings: Int) -> ScaleView
  /// Changes whenever a scale shows something else.
  var revision: Int { get }
}

/// Nobody: every bench is without a scale.
public struct NoScales: ScaleSource {
  /// Makes one.
  public init() {}
  /// There is none.
  public func view(of bench: Code<Workstation>, at address: String, readings: Int) -> ScaleView {
    .none
  }
  /// It never changes.
  public var revision: Int { 0 }
}

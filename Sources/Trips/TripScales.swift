public import Station
import Synchronization
public import Warehouse

/// The scales of a stage without any line to them: they show at once what a trip says.
public final class TripScales: ScaleSource {
  private struct State {
    var views: [Code<Workstation>: ScaleView] = [:]
    var load = 0
    var revision = 0
  }

  private let state = Mutex(State())

  /// Makes scales with nothing on them.
  public init() {}

  /// Changes whenever a scale shows something else.
  public var revision: Int { state.withLock { $0.revision } }

  /// What a bench's scale shows.
  public func view(of bench: Code<Workstation>, at address: String, readings: Int) -> ScaleView {
    state.withLock { $0.views[bench] ?? .empty }
  }

  /// Something new is put on a scale.
  func put(_ grams: Int, on bench: Code<Workstation>) {
    state.withLock { state in
      state.load += 1
      state.revision += 1
      state.views[bench] = grams <= 2 ? .empty : .resting(grams: grams, load: state.load)
    }
  }

  /// A scale shows something else than a weight.
  func set(_ view: ScaleView, on bench: Code<Workstation>) {
    state.withLock { state in
      state.revision += 1
      state.views[bench] = view
    }
  }
}

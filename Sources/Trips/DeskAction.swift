public import Warehouse

/// What the supervisor's desk does.
public enum DeskAction: Hashable, Sendable {
  /// Stock is promised to orders.
  case allocate
  /// Allocated orders go into waves, to be picked in some way.
  case plan(WavePolicy)
  /// Waves go onto the floor; none named means every planned one.
  case release([Code<Wave>])
  /// An order is stopped.
  case intercept(Code<Order>)
  /// A labelled order is stopped at the door.
  case stop(Code<Order>)
  /// Somebody has passed a level of the drills.
  case train(Code<Operator>, Training)
}

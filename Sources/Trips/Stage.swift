public import Flows
public import Storage
public import Terminal
public import Warehouse

/// Where trips are played: one depth of the house, from the flows in memory to the real program.
///
/// A stage has a store that is ready to work on, a clock of its own that only trips move, and a
/// handheld for each person that is switched on. What is done through it is done the way a person
/// does it; its store is only read, except by the desk and by imports.
///
/// - `give` returns when everything that follows from the gesture at this handheld has happened,
///   so that the frame read next is the one a patient person sees.
/// - What others do, and what is printed, may take until `patience` has passed.
/// - Every call throws its own trouble: a program that ended, a store that cannot be read.
public protocol Stage: AnyObject {
  /// The store.
  var store: any Store { get }
  /// The folder in which relative spool folders begin.
  var folder: String { get }
  /// The trip's time.
  var now: Timestamp { get }
  /// Makes texts that were never made before, for the ids of commands.
  var seed: @Sendable () -> String { get }
  /// How long something expected may take to come, in milliseconds; 0 where all happens at once.
  var patience: Int { get }
  /// Whether the tone of what worked can be heard; where not, it counts as nothing.
  var hearsGood: Bool { get }
  /// Switches a person's handheld on, or, where it is on, gives it another glass.
  func powerOn(_ person: String, _ size: Size, _ language: Language) throws
  /// Makes a gesture and gives the last tone that followed.
  func give(_ gesture: Gesture, to person: String) throws -> Heard
  /// What a person sees now.
  func frame(of person: String) throws -> Frame
  /// Takes a handheld's power away in the middle of things, and switches it on again.
  func kill(_ person: String) throws
  /// Takes a person's terminal away, and brings it back.
  func hangUp(_ person: String) throws
  /// Moves the clock forward; what is due then is done.
  func advance(to time: Timestamp) throws
  /// Lets some real milliseconds pass, so that others get on.
  func rest(milliseconds: Int)
  /// The scales that are set here; nil where real lines lead to them.
  var scales: TripScales? { get }
  /// Lets live screens see what happened beside the store.
  func follow() throws
  /// Switches everything off.
  func close()
}

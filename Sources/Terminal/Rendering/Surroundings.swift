public import Flows

/// What stands round a screen whatever the job: where, who, when.
///
/// A glass shows only the mark; a wide terminal has room for all of it.
public struct Surroundings: Hashable, Sendable {
  /// The site's name.
  public var site: Text
  /// Who works here.
  public var person: Text
  /// The time of day, as it is to be shown.
  public var clock: String
  /// The job's carrier and cut-off.
  public var job: Text?
  /// A word shown in reverse on every screen, as for a demonstration or a drill.
  public var mark: Text?
  /// What was scanned last, and what it meant.
  public var lastScan: Text?
  /// How large the handheld's glass is on a larger terminal; nil lets it grow with the terminal.
  public var glass: Size?

  /// Makes surroundings.
  public init(
    site: Text, person: Text, clock: String, job: Text? = nil, mark: Text? = nil,
    lastScan: Text? = nil, glass: Size? = nil
  ) {
    self.glass = glass
    self.site = site
    self.person = person
    self.clock = clock
    self.job = job
    self.mark = mark
    self.lastScan = lastScan
  }
}

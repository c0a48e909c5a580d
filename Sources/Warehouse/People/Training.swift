/// How far somebody has been trained: the levels of the drills.
public enum Training: String, Hashable, Codable, Sendable, CaseIterable, Comparable {
  case firstScan, singleOrder, cartOf4, cartOf12, lots, putWall, packing, exceptions, mixed, peak
  case house, supervisor

  /// Levels in the order they are trained.
  public static func < (lhs: Self, rhs: Self) -> Bool { lhs.place < rhs.place }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// A job of the menu that a site opens only to who has passed a level: `packing=packing`.
public struct TrainingRule: Hashable, Codable, Sendable {
  /// A job of the menu.
  public enum Job: String, Hashable, Codable, Sendable, CaseIterable {
    case picking, packing, board, seeding, house, sorting, labels, overlook
  }

  /// The job.
  public var job: Job
  /// The level that opens it.
  public var training: Training

  /// Makes a rule.
  public init(job: Job, training: Training) {
    self.job = job
    self.training = training
  }

  /// Reads `packing=packing`; nil for anything else.
  public init?(_ text: some StringProtocol) {
    let parts = text.split(separator: "=").map { part in
      String(part).filter { $0 != " " }
    }
    guard parts.count == 2, let job = Job(rawValue: parts[0]),
      let training = Training(rawValue: parts[1])
    else { return nil }
    self.init(job: job, training: training)
  }

  /// The rule as it is written: `packing=packing`.
  public var words: String { "\(job.rawValue)=\(training.rawValue)" }
}

import Drills
import Exchange
import Foundation
import Labels
import Simulation
import Station
import Storage

/// Why a command failed: one clear line for people, a status for programs (sysexits.h).
struct Failure: Error {
  /// The exit statuses the program uses.
  enum Status: Int32 {
    /// The command line is wrong.
    case usage = 64
    /// The data is wrong.
    case data = 65
    /// A file that was named is not there or cannot be read.
    case noInput = 66
    /// Something that is needed is missing.
    case unavailable = 69
    /// A fault of the program.
    case software = 70
    /// A file cannot be created.
    case cannotCreate = 73
    /// Input or output failed.
    case io = 74
    /// Try again.
    case temporary = 75
    /// Not allowed.
    case notAllowed = 77
    /// A newer version wrote it.
    case version = 78
  }

  var status: Status
  var sentence: String

  init(_ status: Status, _ sentence: String) {
    self.status = status
    self.sentence = sentence
  }

  /// The failure that an error of one of the rooms is; nil for what is none of ours.
  init?(_ error: any Error) {
    switch error {
    case let trouble as StoreTrouble: self.init(Self.status(of: trouble.code), trouble.description)
    case let trouble as DeskTrouble: self.init(.data, trouble.description)
    case let trouble as SiteFiles.Trouble: self.init(.data, trouble.description)
    case let trouble as ExchangeError: self.init(.noInput, trouble.description)
    case let error as LabelError: self.init(.data, error.description)
    case let error as TemplateError:
      self.init(.data, error.problems.map(\.description).joined(separator: "\npickway: "))
    case let trouble as DrillTrouble:
      self.init(.data, trouble.problems.map(\.description).joined(separator: "\npickway: "))
    case let trouble as Recording.Trouble: self.init(.data, trouble.description)
    default: return nil
    }
  }

  private static func status(of code: StoreTrouble.Code) -> Status {
    switch code {
    case .busy: .temporary
    case .io: .io
    case .corrupt: .data
    case .newerVersion: .version
    case .notAStore: .noInput
    case .exists: .cannotCreate
    case .invariant: .software
    default: .software
    }
  }

  /// Says the line on stderr and ends the process.
  func exit() -> Never {
    FileHandle.standardError.write(Data("pickway: \(sentence)\n".utf8))
    Foundation.exit(status.rawValue)
  }
}

import Foundation
import Glibc
public import Warehouse

/// Puts messages into a folder as JSON files, for a program of the site to take away.
///
/// A file `tracking_O-1001-1.json` appears once, whole, and is on the disk when its message is
/// reported as sent, even if its taker has it by then: the folder `.pickway` beside the files knows
/// which keys were put there. A message is written to `.pickway/ready` and synced, its key is noted
/// in `.pickway/keys`, and only then does the file move into the folder; what a crash left in
/// between is finished, never begun again. One process at a time works in a folder.
///
/// Files are readable by their owner only: a notice to a customer holds a name and a phone.
public final class FolderAdapter: OutboxAdapter {
  private let folder: String
  private let lock: Int32

  /// Opens a folder, which is made if its parent is there, and waits for its turn in it.
  ///
  /// - Throws: `FolderTrouble`.
  public init(folder: String) throws {
    self.folder = folder
    for path in [
      folder, "\(folder)/.pickway", "\(folder)/.pickway/ready", "\(folder)/.pickway/keys",
    ] {
      guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw FolderTrouble("make", path) }
    }
    let path = "\(folder)/.pickway/lock"
    lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard lock >= 0 else { throw FolderTrouble("open", path) }
    while flock(lock, LOCK_EX) != 0 {
      guard errno == EINTR else { throw FolderTrouble("lock", path) }
    }
  }

  deinit { close(lock) }

  /// Puts a letter into the folder, once.
  public func deliver(_ letter: OutboxLetter) -> DeliveryResult {
    do {
      let name = Self.fileName(letter.message.key)
      let (ready, key) = ("\(folder)/.pickway/ready/\(name)", "\(folder)/.pickway/keys/\(name)")
      if access(key, F_OK) != 0 {
        guard let text = try text(of: letter) else { return .refused("the receiver was erased") }
        try put(text, into: ready)
        try put([], into: key)
      }
      // Noted and not ready any more: the file is or was in the folder.
      guard rename(ready, "\(folder)/\(name)") == 0 || errno == ENOENT else {
        throw FolderTrouble("move", ready)
      }
      try sync("\(folder)/.pickway/ready")
      try sync(folder)
      return .sent
    } catch let trouble as FolderTrouble {
      return .failed(trouble.description)
    } catch {
      return .failed("the message cannot be written as JSON")
    }
  }

  private struct Tracking: Encodable {
    var key: String
    var kind: String
    var channel: String
    var order: String
    var parcel: String
    var carrier: String
    var carrierName: String
    var waybill: String
    var shippedAt: String
    var receiver: String?
    var phone: String?
    var text: String?
    var pieces: String?
  }

  /// What the file says; nil when somebody is to be told of whom nothing is known any more.
  private func text(of letter: OutboxLetter) throws -> [UInt8]? {
    let message = letter.message
    let date = Date(timeIntervalSince1970: Double(message.shipped.milliseconds) / 1000)
    var file = Tracking(
      key: message.key, kind: message.kind.rawValue, channel: message.channel,
      order: message.order.rawValue, parcel: message.parcel.rawValue,
      carrier: message.carrier.rawValue, carrierName: letter.carrier.zh,
      waybill: message.waybill, shippedAt: date.formatted(.iso8601))
    if !message.about.isEmpty { file.pieces = message.about }
    if message.kind.isForCustomer {
      guard let receiver = letter.receiver else { return nil }
      file.receiver = receiver.name
      file.phone = receiver.phone
      file.text = words(letter)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
    return Array(try encoder.encode(file)) + [0x0A]
  }

  /// What a customer is told.
  private func words(_ letter: OutboxLetter) -> String? {
    let message = letter.message
    return switch message.kind {
    case .notice:
      "您的订单 \(message.order) 已由\(letter.carrier.zh)发出，运单号 \(message.waybill)。"
    case .backorderNotice: "您的订单 \(message.order) 中 \(message.about) 暂时缺货，到货后发出。"
    case .cancelNotice: "您的订单 \(message.order) 中 \(message.about) 缺货，不再发出。"
    case .tracking, .backorder, .cancelled, .delivered, .returned: nil
    }
  }

  /// Writes a file whole or not at all, and has it on the disk.
  private func put(_ bytes: [UInt8], into path: String) throws {
    let part = path + ".part"
    let file = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw FolderTrouble("create", part) }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw FolderTrouble("write", part) }
      rest = rest.dropFirst(count)
    }
    guard fsync(file) == 0 else { throw FolderTrouble("sync", part) }
    guard rename(part, path) == 0 else { throw FolderTrouble("rename", part) }
    try sync((path as NSString).deletingLastPathComponent)
  }

  /// Without this a new name may be lost with the power.
  private func sync(_ folder: String) throws {
    let handle = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard handle >= 0 else { throw FolderTrouble("open", folder) }
    defer { close(handle) }
    guard fsync(handle) == 0 else { throw FolderTrouble("sync", folder) }
  }

  /// A key in characters every file system takes, each key its own: `tracking_O-1001-1.json`.
  static func fileName(_ key: String) -> String {
    let safe = Set("-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    var name = ""
    for byte in key.utf8 {
      if safe.contains(byte) {
        name.append(Character(UnicodeScalar(byte)))
      } else if byte == UInt8(ascii: ":") {
        name += "_"
      } else {
        name += "%" + String(byte, radix: 16)
      }
    }
    return name + ".json"
  }
}

/// A folder that cannot be worked with.
public struct FolderTrouble: Error, CustomStringConvertible {
  /// What could not be done, where and why, in one line.
  public let description: String

  init(_ verb: String, _ path: String) {
    description = "cannot \(verb) '\(path)': \(String(cString: strerror(errno)))"
  }
}

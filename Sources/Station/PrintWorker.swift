import Foundation
import Labels
public import Storage
public import Warehouse

/// Prints queued labels beside a conversation, without a daemon: any process on the store claims a
/// job, prints it and reports, and any other finishes what a dead one left.
///
/// A claim is a lease. Whoever claims a job whose lease ran out cannot know whether its label came
/// out, so every further attempt is marked on the label as a reprint. What the printer saw nothing
/// of is tried again unmarked.
public final class PrintWorker {
  private let store: any Store
  private let claimant: String
  private let folder: String
  private let now: @Sendable () -> Timestamp
  private var count = 0
  private var known: Set<Code<LabelPrinter>> = []
  private var pauses: [Code<LabelPrinter>: (until: Timestamp, length: Int64)] = [:]

  /// How long a claim holds, in milliseconds.
  public static let lease: Int64 = 30_000
  /// How long a printer that failed is left alone, in milliseconds: at first, and at most when it
  /// goes on failing.
  public static let pause: ClosedRange<Int64> = 3_000...60_000

  /// Makes a worker.
  ///
  /// - Parameters:
  ///   - store: the store whose jobs are printed.
  ///   - claimant: a text no other worker has.
  ///   - folder: where relative spool folders begin: the folder of the store.
  ///   - now: the time.
  public init(
    store: any Store, claimant: String, folder: String, now: @escaping @Sendable () -> Timestamp
  ) {
    self.store = store
    self.claimant = claimant
    self.folder = folder
    self.now = now
  }

  /// Prints what is due; how many labels the printers took.
  @discardableResult
  public func work() throws -> Int {
    var printed = 0
    for job in try due() {
      // A printer that fails its first job is spared the others.
      if let pause = pauses[job.printer], pause.until > now() { continue }
      if try print(job) { printed += 1 }
    }
    return printed
  }

  private func due() throws -> [PrintJob] {
    let at = now()
    let jobs = try store.read { facts in
      try facts.printJobs(in: .queued, limit: 50)
        + facts.printJobs(in: .claimed, limit: 50).filter { ($0.lease ?? at) <= at }
        + facts.printJobs(in: .failed, limit: 50)
    }
    return jobs.filter { (pauses[$0.printer]?.until ?? at) <= at }
  }

  private func print(_ job: PrintJob) throws -> Bool {
    let until = now().adding(milliseconds: Self.lease)
    guard case .done = try commit(.claim(job: job.code, by: claimant, until: until)) else {
      return false
    }
    let result = try deliver(job)
    _ = try commit(.report(job: job.code, by: claimant, result))
    if result == .printed {
      pauses[job.printer] = nil
      return true
    }
    let length = min(
      Self.pause.upperBound, (pauses[job.printer]?.length ?? Self.pause.lowerBound / 2) * 2)
    pauses[job.printer] = (now().adding(milliseconds: length), length)
    return false
  }

  private func deliver(_ job: PrintJob) throws -> PrintResult {
    do {
      let document = try document(for: job)
      _ = try printer(of: job).send(document)
      return .printed
    } catch let error as PrinterError {
      switch error.delivery {
      case .nothing: return .untouched(error.description)
      case .unknown: return .unknown(error.description)
      }
    } catch let error as LabelError {
      return .untouched(error.description)
    } catch let missing as Missing {
      return .untouched(missing.what)
    }
  }

  private struct Missing: Error {
    let what: String
  }

  private func printer(of job: PrintJob) throws -> any Printer {
    guard let printer = try store.read({ try $0.printer(job.printer) }) else {
      throw Missing(what: "no printer \(job.printer)")
    }
    let address = try Self.address(printer.address, in: folder)
    // A spool folder beside the store is ours to make, once; one that is missing later, or
    // elsewhere, is a printer that is not there.
    if case .spool(let path) = address, path.hasPrefix(folder + "/"),
      known.insert(printer.code).inserted
    {
      try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    return address.printer()
  }

  /// A printer's address; a spool folder that does not begin at the root begins at `folder`.
  public static func check(address: String, in folder: String) throws {
    _ = try Self.address(address, in: folder)
  }

  private static func address(
    _ text: String, in folder: String
  ) throws(PrinterError) -> PrinterAddress {
    let spool = "spool:"
    guard text.hasPrefix(spool), !text.hasPrefix(spool + "/"), text.count > spool.count else {
      return try PrinterAddress(text)
    }
    return try PrinterAddress(spool + folder + "/" + text.dropFirst(spool.count))
  }

  private func document(for job: PrintJob) throws -> PrintDocument {
    let (data, format, isPrivate) = try store.read { facts -> (ParcelLabelData, String, Bool) in
      guard let parcel = try facts.parcel(job.parcel), let waybill = parcel.waybill,
        let order = try facts.order(parcel.order)
      else { throw Missing(what: "no closed parcel \(job.parcel)") }
      let receiver = try facts.receiver(of: order.number)
      let record = try facts.carrier(parcel.carrier)
      let carrier = record?.name
      let routing = try facts.waybillJobs(of: parcel.code).last?.routing
      let site = try facts.site()
      let items = try facts.lines(of: order.number).filter { $0.packed > 0 }.map { line in
        ParcelLabelData.Item(
          name: try facts.product(line.sku)?.name.zh ?? line.sku.rawValue, sku: line.sku.rawValue,
          quantity: line.packed)
      }
      let at = parcel.closed ?? job.queued
      let offset = site?.utcOffset ?? 0
      let data = ParcelLabelData(
        carrierCode: parcel.carrier.rawValue, carrierName: carrier?.zh ?? parcel.carrier.rawValue,
        carrierNameEnglish: carrier?.en ?? "", waybillNumber: waybill,
        routingMark: routing.flatMap { $0.mark.isEmpty ? nil : $0.mark }
          ?? receiver?.region ?? "-", bagMark: routing?.bag ?? "",
        receiver: ParcelLabelData.Party(
          name: receiver?.name ?? "-", phone: receiver?.phone ?? "",
          address: "\(receiver?.region ?? "") \(receiver?.address ?? "")"),
        sender: ParcelLabelData.Party(
          name: site?.sender?.name ?? site?.name.zh ?? "", phone: site?.sender?.phone ?? "",
          address: site?.sender.map { "\($0.region) \($0.address)" } ?? ""),
        orderNumber: order.number.rawValue, items: items, remark: order.remark,
        printedAt: "\(at.day(utcOffset: offset)) \(at.clock(utcOffset: offset))",
        copyNumber: job.attempts, codeContent: parcel.code.rawValue)
      return (
        data, try facts.printer(job.printer)?.format ?? "zpl", record?.isPrivate ?? false
      )
    }
    // The job was read before it was claimed: `attempts` counts the attempts before this one.
    return try ParcelLabel(data, template: "waybill-76x130", isPrivate: isPrivate).label.document(
      LabelFormat(rawValue: format) ?? .zpl, id: Self.fileName(job.code))
  }

  /// The job's code in characters every file system and printer takes, each job its own.
  private static func fileName(_ code: Code<PrintJob>) -> String {
    let safe = Set("-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".utf8)
    return code.rawValue.utf8.reduce(into: "job-") { name, byte in
      if safe.contains(byte) {
        name.append(Character(UnicodeScalar(byte)))
      } else {
        name += "_" + String(byte, radix: 16)
      }
    }
  }

  private func commit(_ command: Command) throws -> Outcome {
    count += 1
    return try store.commit(Commit(id: "\(claimant).\(count)", command: command, at: now()))
  }
}

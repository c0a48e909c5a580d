import Foundation
public import Labels
public import Storage
public import Warehouse

/// Prints queued labels beside a conversation, without a daemon: any process on the store claims a
/// job, prints it and reports, and any other finishes what a dead one left.
///
/// A printer is asked before it gets a label and after (``ProvingPrinter``); one that is not ready gets
/// nothing, and the job goes to the bench's other printer if there is one. A claim is a lease. Whoever
/// claims a job whose lease ran out cannot know whether its label came out, so the next one is marked as
/// a reprint, unless the printer's label counter shows that nothing came out since. What ends unknown is
/// left to a person: a scan of the label, or a word that there is none.
public final class PrintWorker {
  private let store: any Store
  private let claimant: String
  private let folder: String
  private let now: @Sendable () -> Timestamp
  private var count = 0
  private var known: Set<Code<LabelPrinter>> = []
  private var made: [String: any ProvingPrinter] = [:]
  private var pauses: [Code<LabelPrinter>: Pause] = [:]

  /// A printer that is left alone for a while, and why.
  private struct Pause {
    var until: Timestamp
    var length: Int64
    var fault: Warehouse.PrinterFault?
    var trouble: String
  }

  /// How long a claim holds, in milliseconds.
  public static let lease: Int64 = 30_000
  /// How long a printer that failed is left alone, in milliseconds: at first, and at most when it
  /// goes on failing.
  public static let pause: ClosedRange<Int64> = 3_000...60_000
  /// The same for a printer that answers and only lacks paper or the like.
  static let shortPause: Int64 = 4_000

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

  /// Prints what is due, oldest first; how many labels came out as far as is known.
  @discardableResult
  public func work() throws -> Int {
    var printed = 0
    for job in try due() where try print(job) { printed += 1 }
    return printed
  }

  private func due() throws -> [PrintJob] {
    let at = now()
    return try store.read { facts in
      try facts.printJobs(in: .queued, limit: 50)
        + facts.printJobs(in: .claimed, limit: 50).filter { ($0.lease ?? at) <= at }
        + facts.printJobs(in: .failed, limit: 50)
    }.sorted { ($0.queued, $0.code.rawValue) < ($1.queued, $1.code.rawValue) }
  }

  /// Prints a job on its printer, or on its bench's other one; whether the label is there.
  private func print(_ job: PrintJob) throws -> Bool {
    var job = job
    var down: (fault: Warehouse.PrinterFault?, trouble: String)?
    for code in try printers(for: job) {
      if let pause = pauses[code], pause.until > now() {
        down = down ?? (pause.fault, pause.trouble)
        continue
      }
      do {
        switch try attempt(job, on: code, insteadFor: down?.fault) {
        case .printed:
          pauses[code] = nil
          return true
        case .undecided: return false
        case .notPrinted(let fault, let trouble):
          rest(code, fault, trouble)
          down = down ?? (fault, trouble)
        }
      } catch let trouble as Unprintable {
        // Not the printer's fault: no other one can do better.
        try tell(job, nil, trouble.sentence)
        return false
      }
      job = try store.read { try $0.printJob(job.code) } ?? job
    }
    if let down { try tell(job, down.fault, down.trouble) }
    return false
  }

  /// The printer a job is meant for, then the one its bench falls back to.
  private func printers(for job: PrintJob) throws -> [Code<LabelPrinter>] {
    let meant = job.insteadOf ?? job.printer
    let other = try store.read { facts in
      try facts.parcel(job.parcel).flatMap { try facts.workstation($0.workstation) }?.fallback
    }
    return [meant] + [other].compactMap { $0 }.filter { $0 != meant }
  }

  private func rest(
    _ code: Code<LabelPrinter>, _ fault: Warehouse.PrinterFault?, _ trouble: String
  ) {
    let most = fault.map(Self.answers) ?? false ? Self.shortPause : Self.pause.upperBound
    let length = min(most, (pauses[code]?.length ?? Self.pause.lowerBound / 2) * 2)
    pauses[code] = Pause(
      until: now().adding(milliseconds: length), length: length, fault: fault, trouble: trouble)
  }

  /// Whether a printer with such a fault answers at once, so that asking again costs nothing.
  private static func answers(_ fault: Warehouse.PrinterFault) -> Bool {
    switch fault {
    case .paperOut, .headOpen, .ribbonOut, .paused, .jam, .temperature, .stopped, .other: true
    case .unreachable, .brokenOff, .slow, .aborted: false
    }
  }

  /// The bench is told once, not at every try.
  private func tell(
    _ job: PrintJob, _ fault: Warehouse.PrinterFault?, _ trouble: String
  ) throws {
    let isTold =
      job.state == .failed && job.fault == fault && (fault != nil || job.trouble == trouble)
    guard !isTold else { return }
    _ = try commit(.printerDown(job: job.code, fault, trouble: trouble))
  }

  private enum Attempt {
    case printed
    /// Somebody else has the job, or nobody knows what became of the label.
    case undecided
    case notPrinted(Warehouse.PrinterFault?, String)
  }

  private func attempt(
    _ job: PrintJob, on code: Code<LabelPrinter>, insteadFor fault: Warehouse.PrinterFault?
  ) throws -> Attempt {
    let (printer, format) = try printer(code)
    // An earlier attempt may be disproved by the printer, and then the label is no reprint.
    let isOpen = job.odometer != nil
    var document = isOpen ? nil : try document(for: job, copy: job.attempts, in: format)
    var hasBegun = false
    let verdict = try printer.print { status in
      let command = Command.beginPrint(
        job: job.code, by: claimant, until: now().adding(milliseconds: Self.lease), on: code,
        odometer: status?.odometer, fault: fault)
      guard case .done = try commit(command) else { return nil }
      let begun = try store.read { try $0.printJob(job.code) }
      // Given up meanwhile: the job ended there and then.
      guard begun?.state == .claimed, begun?.claimant == claimant else { return nil }
      hasBegun = true
      if document == nil {
        do {
          document = try self.document(for: job, copy: (begun?.attempts ?? 2) - 1, in: format)
        } catch let trouble as Unprintable {
          _ = try commit(
            .report(job: job.code, by: claimant, .notPrinted(nil, trouble.sentence)))
        }
      }
      return document
    }
    guard let verdict else { return .undecided }
    if hasBegun {
      _ = try commit(.report(job: job.code, by: claimant, Self.result(verdict)))
    }
    return switch verdict {
    case .proven: .printed
    case .unknown: .undecided
    case .notPrinted(let fault, let trouble): .notPrinted(Self.fault(fault), trouble)
    }
  }

  private static func result(_ verdict: PrintVerdict) -> PrintResult {
    switch verdict {
    case .proven(let evidence):
      .proven(Warehouse.PrintEvidence(rawValue: evidence.rawValue) ?? .status)
    case .unknown(let fault, let trouble): .unproven(Self.fault(fault), trouble)
    case .notPrinted(let fault, let trouble): .notPrinted(Self.fault(fault), trouble)
    }
  }

  /// The fault in the words of the floor: the same.
  private static func fault(_ fault: Labels.PrinterFault?) -> Warehouse.PrinterFault? {
    fault.map { Warehouse.PrinterFault(rawValue: $0.rawValue) ?? .other }
  }

  /// Why a label cannot be made.
  private struct Unprintable: Error {
    let sentence: String
  }

  private func printer(
    _ code: Code<LabelPrinter>
  ) throws -> (printer: any ProvingPrinter, format: LabelFormat) {
    guard let printer = try store.read({ try $0.printer(code) }) else {
      throw Unprintable(sentence: "no printer \(code)")
    }
    let format = LabelFormat(rawValue: printer.format) ?? .zpl
    do {
      let address = try Self.address(printer.address, in: folder)
      // A spool folder beside the store is ours to make, once; one that is missing later, or
      // elsewhere, is a printer that is not there.
      if case .spool(let path) = address, path.hasPrefix(folder + "/"),
        known.insert(printer.code).inserted
      {
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      }
      let key = "\(address) \(format.rawValue)"
      let made = made[key] ?? address.provingPrinter(format)
      self.made[key] = made
      return (made, format)
    } catch {
      throw Unprintable(sentence: "\(error)")
    }
  }

  /// A printer of a store, to be asked or to print a test label.
  ///
  /// - Throws: `PrinterError` when its address cannot be read.
  public static func provingPrinter(
    _ printer: LabelPrinter, in folder: String
  ) throws -> any ProvingPrinter {
    let address = try Self.address(printer.address, in: folder)
    if case .spool(let path) = address, path.hasPrefix(folder + "/") {
      try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    return address.provingPrinter(LabelFormat(rawValue: printer.format) ?? .zpl)
  }

  /// A printer's address; a spool folder that does not begin at the root begins at `folder`.
  public static func check(address: String, in folder: String) throws {
    _ = try Self.address(address, in: folder)
  }

  static func address(
    _ text: String, in folder: String
  ) throws(PrinterError) -> PrinterAddress {
    let spool = "spool:"
    guard text.hasPrefix(spool), !text.hasPrefix(spool + "/"), text.count > spool.count else {
      return try PrinterAddress(text)
    }
    return try PrinterAddress(spool + folder + "/" + text.dropFirst(spool.count))
  }

  private func document(
    for job: PrintJob, copy: Int, in format: LabelFormat
  ) throws -> PrintDocument {
    let (data, isPrivate) = try store.read { facts -> (ParcelLabelData, Bool) in
      guard let parcel = try facts.parcel(job.parcel), let waybill = parcel.waybill,
        let order = try facts.order(parcel.order)
      else { throw Unprintable(sentence: "no closed parcel \(job.parcel)") }
      let receiver = try facts.receiver(of: order.number)
      let record = try facts.carrier(parcel.carrier)
      let carrier = record?.name
      let asked = try facts.waybillJobs(of: parcel.code).last
      let routing = asked?.routing
      let site = try facts.site()
      let items = try facts.goods(of: parcel).map { goods in
        ParcelLabelData.Item(
          name: try facts.product(goods.sku)?.name.zh ?? goods.sku.rawValue,
          sku: goods.sku.rawValue, quantity: goods.count)
      }
      let (index, count) = try facts.place(of: parcel)
      let family = try asked.map { count > 1 ? try facts.family(of: $0) : [$0] } ?? []
      let collects = try order.codFen > 0 && facts.collects(parcel)
      let weighed = try facts.packing(of: parcel.code)?.weight
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
        parcelIndex: index, parcelCount: count,
        printedAt: "\(at.day(utcOffset: offset)) \(at.clock(utcOffset: offset))",
        copyNumber: copy, codeContent: parcel.code.rawValue,
        weight: weighed.map { ManifestPaper.kilograms($0.grams) } ?? "",
        cod: collects ? "\(CarrierChoice.yuan(order.codFen)) 元" : "",
        parentNumber: family.count > 1 ? family.first?.number ?? "" : "")
      return (data, record?.isPrivate ?? false)
    }
    do {
      return try ParcelLabel(data, template: "waybill-76x130", isPrivate: isPrivate).label
        .document(format, id: Self.fileName(job.code))
    } catch {
      throw Unprintable(sentence: "\(error)")
    }
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

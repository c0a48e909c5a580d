import Warehouse

/// The bench follows its last label until it is known to be there.
extension Packing {
  /// The parcel whose label is not known to be there.
  var unknownLabel: Code<Parcel>? {
    doubted?.state == .unknown ? doubted?.parcel : nil
  }

  /// A label that does not come out is told at once; it prints by itself when the printer is back or
  /// on the bench's other printer, and that is told too.
  mutating func followed(_ job: PrintJob?) -> [Effect] {
    guard let job else {
      labelled = nil
      doubted = nil
      return []
    }
    let isTold = message != nil && message == doubted.map(Self.told)
    switch job.state {
    case .printed:
      let wasDoubted = doubted != nil
      labelled = nil
      doubted = nil
      guard isTold || wasDoubted && message == nil || job.insteadOf != nil else { return [] }
      message = Self.told(job)
      return [.sound(.good)]
    case .failed, .unknown:
      guard doubted?.state != job.state || doubted?.fault != job.fault else { return [] }
      doubted = job
      message = Self.told(job)
      return [.sound(.bad)]
    case .queued, .claimed: return []
    case .void:
      labelled = nil
      doubted = nil
      return []
    }
  }

  /// A person has said whether a label is there.
  mutating func labelDecided(_ outcome: Outcome) -> [Effect] {
    let isThere = decided == true
    decided = nil
    if case .refused(let refusal) = outcome { return refuse(refusal.lines) }
    if isThere { labelled = nil }
    doubted = nil
    message = Message(
      .good,
      [
        isThere
          ? Text(zh: "面单已确认", en: "Label is proven")
          : Text(zh: "再打一张, 标补打", en: "Prints again, marked")
      ])
    return [.sound(.good)]
  }

  var labelKeys: [KeyHint] { unknownLabel == nil ? [] : [.noLabel] }

  static func told(_ job: PrintJob) -> Message {
    switch job.state {
    case .printed: Message(.good, label(job))
    case .unknown: Message(.bad, unknown(job))
    case .queued, .claimed, .failed, .void: Message(.bad, noLabel(job))
    }
  }

  private static func noLabel(_ job: PrintJob) -> [Text] {
    let why = job.fault.map { [$0.text, $0.remedy] }
    return [
      Text(zh: "面单没出来: \(job.printer)", en: "No label: \(job.printer)"),
      Text(job.parcel.rawValue),
    ] + (why ?? [Text(zh: "看打印机, 好了自动打", en: "Check it; it prints later")])
  }

  private static func unknown(_ job: PrintJob) -> [Text] {
    [
      Text(zh: "面单不明: \(job.printer)", en: "Label? \(job.printer)"),
      Text(job.parcel.rawValue),
      Text(zh: "在手里就扫一下", en: "There: scan it"),
      Text(zh: "没有就按 F8 补打", en: "None: press F8"),
    ]
  }

  private static func label(_ job: PrintJob) -> [Text] {
    var lines = [
      Text(zh: "面单已打出: \(job.printer)", en: "Label is out: \(job.printer)"),
      Text(job.parcel.rawValue),
    ]
    if let meant = job.insteadOf {
      let fault = job.fault?.text ?? Text(zh: "没打出来", en: "cannot print")
      lines.append(Text(zh: "\(meant) \(fault.zh)", en: "\(meant): \(fault.en)"))
    }
    return lines
  }
}

extension KeyHint {
  /// The label is not there.
  static let noLabel = KeyHint(.function(8), Text(zh: "没出来", en: "No label"))
}

/// How a printer is asked how it is.
enum PrinterLanguage: Sendable {
  case zpl
  case tspl

  init?(_ format: LabelFormat) {
    switch format {
    case .zpl: self = .zpl
    case .tspl: self = .tspl
    case .pdf, .png: return nil
    }
  }

  /// What asks for the status, and for the label counter unless it is known to be missing.
  func question(withOdometer: Bool) -> [UInt8] {
    switch self {
    case .zpl where withOdometer:
      Array("~HS\r\n! U1 getvar \"\(Self.counter)\"\r\n".utf8)
    case .zpl: Array("~HS\r\n".utf8)
    case .tspl: [0x1B, UInt8(ascii: "!"), UInt8(ascii: "?")]
    }
  }

  /// What empties the printer's memory.
  var cancel: [UInt8] {
    switch self {
    case .zpl: Array("~JA".utf8)
    case .tspl: [0x1B, UInt8(ascii: "!"), UInt8(ascii: ".")]
    }
  }

  /// The counter that never goes back.
  static let counter = "odometer.total_label_count"
}

/// The answer of a printer as far as it has come.
struct PrinterAnswer: Sendable {
  let language: PrinterLanguage
  private(set) var bytes: [UInt8] = []

  init(_ language: PrinterLanguage) {
    self.language = language
  }

  mutating func add(_ more: some Sequence<UInt8>) { bytes += more }

  /// The status; nil while it is not all there, or is none.
  var status: PrinterStatus? {
    switch language {
    case .zpl: hostStatus
    case .tspl: bytes.last.map(Self.status)
    }
  }

  /// Whether the counter's answer is there, known or not.
  var hasOdometer: Bool { language == .zpl && quoted != nil }

  /// The three strings of `~HS` between STX and ETX.
  private var hostStatus: PrinterStatus? {
    let strings = bytes.split(separator: 0x02, omittingEmptySubsequences: false).dropFirst()
      .compactMap { part -> [Int]? in
        guard let end = part.firstIndex(of: 0x03) else { return nil }
        return String(decoding: part[..<end], as: UTF8.self).split(separator: ",")
          .map { Int($0) ?? 0 }
      }
    guard strings.count >= 3, strings[0].count >= 12, strings[1].count >= 9 else { return nil }
    let (first, second) = (strings[0], strings[1])
    var faults: [PrinterFault] = []
    if first[1] != 0 { faults.append(.paperOut) }
    if second[2] != 0 { faults.append(.headOpen) }
    if second[3] != 0 { faults.append(.ribbonOut) }
    if first[10] != 0 || first[11] != 0 { faults.append(.temperature) }
    // A printer pauses by itself when it has no paper: the cause is what helps.
    if first[2] != 0, faults.isEmpty { faults.append(.paused) }
    return PrinterStatus(
      faults: faults, isPrinting: second[8] > 0, waiting: first[4] + second[8],
      isPartial: first[7] != 0, odometer: quoted.flatMap { Int($0) })
  }

  /// What stands between the first two quotation marks behind the status.
  private var quoted: String? {
    let mark = UInt8(ascii: "\"")
    guard let first = bytes.firstIndex(of: mark),
      let last = bytes[(first + 1)...].firstIndex(of: mark)
    else { return nil }
    return String(decoding: bytes[first + 1..<last], as: UTF8.self)
      .prefix { $0.isNumber }.description
  }

  /// The one byte of `ESC ! ?`.
  static func status(_ byte: UInt8) -> PrinterStatus {
    let bits: [(UInt8, PrinterFault)] = [
      (0x01, .headOpen), (0x02, .jam), (0x04, .paperOut), (0x08, .ribbonOut), (0x80, .other),
    ]
    var faults = bits.filter { byte & $0.0 != 0 }.map(\.1)
    if byte & 0x10 != 0, faults.isEmpty { faults.append(.paused) }
    return PrinterStatus(faults: faults, isPrinting: byte & 0x20 != 0)
  }
}

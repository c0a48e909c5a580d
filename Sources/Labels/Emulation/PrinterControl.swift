/// What is done to an emulated printer from outside, as a person at it or bad luck would.
public enum PrinterControl: Sendable, Hashable {
  /// So many labels are left on the roll; nil: it never ends.
  case paper(Int?)
  /// The roll ends in the middle of the next label.
  case paperEnds
  /// The head is opened or closed.
  case head(isOpen: Bool)
  /// The ribbon is used up or renewed.
  case ribbon(isOut: Bool)
  /// Pause is pressed, or feed.
  case pause(Bool)
  /// The paper is stuck, or pulled out.
  case jam(Bool)
  /// So many millimeters a second; 0: at once.
  case speed(Int)
  /// Switched off: what is in its memory is lost.
  case power(Bool)
  /// The power goes for so many milliseconds when the next label is in its memory.
  case lose(milliseconds: Int)
  /// The connection is reset after so many bytes of a label; once.
  case drop(afterBytes: Int)
  /// It answers no question any more, or does again.
  case mute(Bool)

  /// The words, for help texts.
  public static let words = """
    paper N | paper full | paper out | paper ends | head open | head closed | ribbon out | \
    ribbon in | pause | resume | jam | unjam | speed MM_PER_S | power off | power on | lose MS | \
    drop BYTES | mute | talk
    """

  /// Reads a line such as `paper out`; nil when it is none.
  public init?(_ line: String) {
    let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
    let number = words.count == 2 ? Int(words[1]).flatMap { $0 >= 0 ? $0 : nil } : nil
    switch (words.first, words.count == 2 ? words[1] : nil) {
    case ("paper", "out"): self = .paper(0)
    case ("paper", "full"): self = .paper(nil)
    case ("paper", "ends"): self = .paperEnds
    case ("head", "open"): self = .head(isOpen: true)
    case ("head", "closed"): self = .head(isOpen: false)
    case ("ribbon", "out"): self = .ribbon(isOut: true)
    case ("ribbon", "in"): self = .ribbon(isOut: false)
    case ("pause", nil): self = .pause(true)
    case ("resume", nil): self = .pause(false)
    case ("jam", nil): self = .jam(true)
    case ("unjam", nil): self = .jam(false)
    case ("mute", nil): self = .mute(true)
    case ("talk", nil): self = .mute(false)
    case ("power", "off"): self = .power(false)
    case ("power", "on"): self = .power(true)
    case ("paper", _): if let number { self = .paper(number) } else { return nil }
    case ("speed", _): if let number { self = .speed(number) } else { return nil }
    case ("lose", _): if let number { self = .lose(milliseconds: number) } else { return nil }
    case ("drop", _): if let number { self = .drop(afterBytes: number) } else { return nil }
    default: return nil
    }
  }
}

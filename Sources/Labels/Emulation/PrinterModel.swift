/// A label printer without its socket: bytes and time go in, answers and labels come out.
///
/// It does what matters to whoever has to know whether a label came out: labels wait in memory until
/// they can be printed; paper ends between labels or in the middle of one, which is then printed again
/// from the memory once there is paper, as printers do; a label whose end never came is dropped when the
/// next begins; the counter never goes back; without power the memory is lost.
struct PrinterModel: Sendable {
  /// A label in memory.
  struct Waiting: Sendable {
    var bytes: [UInt8]
    /// Its length in dots.
    var length: Int
  }

  let format: LabelFormat
  /// Labels left on the roll; nil: any number.
  var paper: Int?
  var isHeadOpen = false
  var isRibbonOut = false
  var isPaused = false
  var isJammed = false
  var isMute = false
  /// Millimeters a second; 0: at once.
  var speed = 0
  /// The paper ends in the middle of the next label.
  var endsInNext = false
  private(set) var odometer: Int
  private(set) var waiting: [Waiting] = []
  private(set) var current: (label: Waiting, end: Int)?
  /// What is not a whole label or question yet.
  var input: [UInt8] = []
  /// How far `input` was looked through for labels.
  var scanned = 0
  /// How far `input` was looked through for questions.
  var watched = 0

  init(format: LabelFormat, odometer: Int = 0) {
    self.format = format
    self.odometer = odometer
  }

  /// Whether it could print now.
  var canPrint: Bool {
    paper != 0 && !isHeadOpen && !isRibbonOut && !isPaused && !isJammed
  }

  /// When something happens next by itself, in milliseconds; nil: nothing will.
  var due: Int? { current?.end }

  /// Takes bytes and gives what it answers.
  mutating func receive(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    input += bytes
    let answer = format == .zpl ? readZPL() : readTSPL()
    return isMute ? [] : answer
  }

  /// Puts a whole label into memory.
  mutating func keep(_ bytes: [UInt8], length: Int) {
    waiting.append(Waiting(bytes: bytes, length: length))
  }

  /// Forgets what waits and what has begun to come in; what is on its way out comes out.
  mutating func cancel() {
    waiting = []
    input = []
    scanned = 0
    watched = 0
  }

  /// Loses the power: nothing of what is in it comes out.
  mutating func losePower() {
    cancel()
    current = nil
    isPaused = false
  }

  /// Lets time pass up to a moment in milliseconds and gives the labels that came out.
  mutating func advance(to time: Int) -> [EmulatedLabel] {
    var labels: [EmulatedLabel] = []
    while true {
      if let printing = current {
        guard canPrint else {
          // Printed again from memory when it is ready again.
          waiting.insert(printing.label, at: 0)
          current = nil
          continue
        }
        guard printing.end <= time else { return labels }
        current = nil
        odometer += 1
        if let left = paper { paper = left - 1 }
        labels.append(
          EmulatedLabel(odometer: odometer, bytes: printing.label.bytes, format: format))
        continue
      }
      guard canPrint, !waiting.isEmpty else { return labels }
      if endsInNext {
        endsInNext = false
        paper = 0
        return labels
      }
      let next = waiting.removeFirst()
      let millimeters = next.length / 8
      current = (next, time + (speed > 0 ? millimeters * 1000 / speed : 0))
    }
  }
}

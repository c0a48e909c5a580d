import Foundation
import Glibc
import Station
import Testing
import Warehouse

/// What scales send is read as they mean it.
@Suite struct ScaleTests {
  private static func read(_ text: String) -> [ScaleReading] {
    var decoder = ScaleDecoder()
    return decoder.readings(in: Array(text.utf8))
  }

  @Test(arguments: [
    ("ST,GS,+0001.234kg", 1234, true), ("US,GS,+  1.230kg", 1230, false),
    ("ST,NT,-  0.010kg", -10, true), ("S S     1234.5 g", 1235, true),
    ("S D      12.0 g", 12, false), ("  2.5 kg", 2500, true), ("850g", 850, true),
    ("  0.850 kg ?", 850, false), ("-0.250 kg", -250, true),
  ])
  func aLineIsAReading(_ line: String, _ grams: Int, _ isStable: Bool) {
    #expect(Self.read(line + "\r\n") == [.weight(grams: grams, isStable: isStable)])
  }

  @Test(arguments: [
    ("OL", ScaleReading.overload), ("OL,GS,+9999.999kg", .overload), ("S +", .overload),
    ("S -", .underload), ("-OL", .underload), ("ST,GS,+01.000lb", .unit("lb")),
    ("+ 16.00 oz", .unit("oz")), ("HELLO", .unreadable), ("ST,GS,------kg", .unreadable),
    ("12.5", .unreadable), ("ST,GS,+1..2kg", .unreadable),
  ])
  func whatIsNoWeightIsNamed(_ line: String, _ reading: ScaleReading) {
    #expect(Self.read(line + "\r\n") == [reading])
  }

  @Test(arguments: ["", "S I", "\r\n\r\n"])
  func whatSaysNothingIsLeftOut(_ line: String) {
    #expect(Self.read(line + "\r\n").isEmpty)
  }

  @Test func aFrameIsChecked() {
    // + 001234 with 3 decimals; the exclusive or of its characters is 1c.
    let body = Array("+0012343".utf8)
    let check = String(body.reduce(0, ^), radix: 16, uppercase: true)
    let frame = "\u{2}+0012343" + (check.count < 2 ? "0" : "") + check + "\u{3}"
    #expect(Self.read(frame) == [.weight(grams: 1234, isStable: true)])
    #expect(Self.read("\u{2}+0012343FF\u{3}") == [.unreadable])
    #expect(
      Self.read("=432.100=432.100=")
        == Array(repeating: .weight(grams: 1234, isStable: true), count: 2))
  }

  @Test func bytesComeInAnyPieces() {
    let bytes = Array("\u{2}ST,GS,+1.000kg\r\nUS,GS,+1.001kg\r\n\u{2}ST,GS,+1.002kg\u{3}".utf8)
    var whole = ScaleDecoder()
    let expected = whole.readings(in: bytes)
    #expect(expected.count == 3)
    for size in 1...7 {
      var decoder = ScaleDecoder()
      var found: [ScaleReading] = []
      for begin in stride(from: 0, to: bytes.count, by: size) {
        found += decoder.readings(in: bytes[begin..<min(begin + size, bytes.count)])
      }
      #expect(found == expected)
    }
  }

  @Test func noiseIsBounded() {
    var decoder = ScaleDecoder()
    #expect(decoder.readings(in: [UInt8](repeating: 65, count: 100_000)).isEmpty)
    #expect(
      decoder.readings(in: Array("5kg\r\n6kg\r\n".utf8))
        == [.unreadable, .weight(grams: 6000, isStable: true)])
  }

  @Test func theWeightIsThatAtRest() {
    var weight = RestingWeight(readings: 3)
    let readings: [ScaleReading] = [
      .weight(grams: 0, isStable: true), .weight(grams: 400, isStable: false),
      .weight(grams: 512, isStable: true), .weight(grams: 512, isStable: true),
      .weight(grams: 513, isStable: true), .weight(grams: 513, isStable: true),
      .weight(grams: 513, isStable: true), .overload, .weight(grams: 513, isStable: true),
    ]
    #expect(
      readings.map { weight.take($0) } == [nil, nil, nil, nil, nil, nil, 513, nil, nil])
  }

  @Test func aLoadIsAnotherOneBehindAnEmptyPan() {
    var watch = ScaleWatch(readings: 2, at: 0, loads: 7)
    func rest(_ grams: Int, _ at: Int64) -> ScaleView {
      for beat in 0..<2 { watch.take(.weight(grams: grams, isStable: true), at: at + Int64(beat)) }
      return watch.view
    }
    #expect(rest(500, 0) == .resting(grams: 500, load: 8))
    // One more piece on the same pan is the same load.
    #expect(rest(650, 10) == .resting(grams: 650, load: 8))
    #expect(rest(0, 20) == .empty)
    #expect(rest(300, 30) == .resting(grams: 300, load: 9))
    #expect(rest(-200, 40) == .fault(.negative))
    watch.take(.overload, at: 50)
    #expect(watch.view == .fault(.overload))
    watch.take(.unit("lb"), at: 51)
    #expect(watch.view == .fault(.unit))
    watch.look(at: 51 + ScaleWatch.silence)
    #expect(watch.view == .fault(.silent))
    watch.unplug()
    #expect(watch.view == .fault(.unplugged))
    watch.plug(at: 9000)
    #expect(watch.view == .fault(.unplugged))
    watch.take(.weight(grams: 300, isStable: false), at: 9001)
    #expect(watch.view == .moving)
    watch.take(.weight(grams: 310, isStable: false), at: 9001 + ScaleWatch.unrest)
    #expect(watch.view == .fault(.unstable))
  }

  /// Every form the emulator has is read as the weight that lies on it, over a real line.
  @Test(arguments: ScaleEmulator.Form.allCases)
  func anEmulatedScaleIsRead(_ form: ScaleEmulator.Form) throws {
    let scale = try ScaleEmulator(form: form, interval: 10)
    defer { scale.stop() }
    scale.apply(.weight(1234))
    let address = try #require(ScaleAddress("tcp:127.0.0.1:\(scale.port)"))
    var found: [ScaleReading] = []
    let isThere = address.listen(until: { found.count >= 5 }) { found += $0.readings }
    #expect(isThere)
    #expect(found.contains(.weight(grams: 1234, isStable: true)))
  }

  /// Over a serial line, as a pseudo-terminal plays it.
  @Test func aSerialLineIsRead() throws {
    let scale = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_NONBLOCK)
    #expect(scale >= 0)
    defer { close(scale) }
    var (locked, number): (Int32, Int32) = (0, 0)
    // Unlocks the other end and asks for its number: TIOCSPTLCK, TIOCGPTN.
    let isOpen = ioctl(scale, 0x4004_5431, &locked) == 0 && ioctl(scale, 0x8004_5430, &number) == 0
    #expect(isOpen)
    let address = try #require(ScaleAddress("serial:/dev/pts/\(number)@2400"))
    let line = Array("ST,GS,+0000.850kg\r\n".utf8)
    var found: [ScaleReading] = []
    var beats = 0
    let isThere = address.listen(until: {
      beats += 1
      _ = write(scale, line, line.count)
      return found.count >= 3 || beats > 100
    }) { found += $0.readings }
    #expect(isThere)
    #expect(found.contains(.weight(grams: 850, isStable: true)))
    let gone = try #require(ScaleAddress("serial:/dev/pickway-no-such-line"))
    #expect(!gone.listen(until: { true }) { _ in })
  }

  /// A bench's scale is followed beside it: at rest, cut off, there again with another load.
  @Test func aFeedFollowsItsScale() throws {
    let scale = try ScaleEmulator(interval: 10)
    let feed = ScaleFeed()
    defer {
      feed.stop()
      scale.stop()
    }
    let address = "tcp:127.0.0.1:\(scale.port)"
    func shown(_ isWanted: (ScaleView) -> Bool) -> ScaleView {
      var view = feed.view(of: "P01", at: address, readings: 3)
      for _ in 0..<500 where !isWanted(view) {
        usleep(20_000)
        view = feed.view(of: "P01", at: address, readings: 3)
      }
      return view
    }
    scale.apply(.weight(640))
    let first = shown { if case .resting = $0 { true } else { false } }
    guard case .resting(640, let load) = first else {
      Issue.record("\(first)")
      return
    }
    let before = feed.revision
    scale.apply(.power(false))
    #expect(shown { $0 == .fault(.unplugged) } == .fault(.unplugged))
    #expect(feed.revision > before)
    scale.apply(.power(true))
    let again = shown { if case .resting = $0 { true } else { false } }
    guard case .resting(640, let next) = again else {
      Issue.record("\(again)")
      return
    }
    #expect(next > load)
  }

  @Test func addressesAreRead() {
    for right in ["tcp:10.0.0.5:4001", "serial:/dev/ttyUSB0", "serial:/dev/ttyS1@2400"] {
      #expect(ScaleAddress(right) != nil, "\(right)")
    }
    for wrong in ["", "tcp:host", "tcp::1", "tcp:h:0", "serial:ttyS0", "serial:/dev/x@7", "usb:1"] {
      #expect(ScaleAddress(wrong) == nil, "\(wrong)")
    }
  }
}

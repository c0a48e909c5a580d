public import Barcodes
public import Flows
import Terminal

/// Whole lines become scans and keys, for terminals that are read line by line.
///
/// There is no timing in a line: what has the shape of a code is a scan, everything else is typed.
/// A line of up to five digits, one character, or with Esc in it is typed and sent, as is every
/// line while a secret is asked for. `F3` is that key, as the screen names it. So a scan never presses a
/// key, and a quantity is never a scan.
public struct LineDecoder: Sendable {
  private let profile: ScannerProfile
  private var held: [UInt8] = []

  /// Makes a decoder; of the profile, what stands around a code is taken off.
  public init(profile: ScannerProfile = ScannerProfile()) {
    self.profile = profile
  }

  /// Takes bytes as they arrived and gives what whole lines mean.
  ///
  /// - Parameters:
  ///   - bytes: what arrived.
  ///   - isSecret: whether a secret is asked for.
  ///   - isChoice: whether a choice is asked for, which its number makes without Enter.
  public mutating func feed(
    _ bytes: [UInt8], isSecret: Bool, isChoice: Bool = false
  ) -> [Input] {
    var inputs: [Input] = []
    for byte in bytes {
      guard byte == 0x0A || byte == 0x0D else {
        held.append(byte)
        continue
      }
      let line = held
      held = []
      inputs += input(line, isSecret, isChoice)
    }
    return inputs
  }

  private func input(_ line: [UInt8], _ isSecret: Bool, _ isChoice: Bool) -> [Input] {
    if !isSecret, let key = Self.function(line) { return [.key(key)] }
    let isNumber = line.count < 6 && line.allSatisfy { (0x30...0x39).contains($0) }
    if !isSecret, !isNumber, line.count > 1, !line.contains(0x1B) {
      var scans = ScanDecoder(profile: profile)
      for piece in scans.feed(line + [0x0D], at: .start) {
        if case .scan(let scan) = piece { return [.scan(scan)] }
      }
    }
    var keys = KeyDecoder(delay: 0)
    let typed = keys.feed(line, at: 0) + keys.expire(at: 10)
    // A function key or Esc is whole without Enter.
    let isKey = (typed.count == 1 && line.first == 0x1B) || (isChoice && isNumber && !line.isEmpty)
    return typed.map(Input.key) + (isKey ? [] : [.key(.enter)])
  }

  /// The function key a line spells, `F1` to `F9`: longer ones have the shape of a code.
  private static func function(_ line: [UInt8]) -> Key? {
    guard line.count == 2, line[0] | 0x20 == UInt8(ascii: "f"), (0x31...0x39).contains(line[1])
    else { return nil }
    return .function(Int(line[1] - 0x30))
  }
}

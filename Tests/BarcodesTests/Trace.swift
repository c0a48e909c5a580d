import Barcodes

/// Bytes with the virtual time of each.
struct Trace {
  var keys: [(byte: UInt8, time: Instant)] = []
  var clock = Instant.start

  /// Adds `text`, its first byte `pause` ms after what came before, the others `gap` ms apart.
  func typed(_ text: String, gap: Int = 5, after pause: Int = 200) -> Trace {
    typed(Array(text.utf8), gap: gap, after: pause)
  }

  func typed(_ bytes: [UInt8], gap: Int = 5, after pause: Int = 200) -> Trace {
    var trace = self
    for (index, byte) in bytes.enumerated() {
      trace.clock = trace.clock.advanced(by: .milliseconds(index == 0 ? pause : gap))
      trace.keys.append((byte, trace.clock))
    }
    return trace
  }

  /// Runs a decoder over the trace, waking it at its deadlines, and then lets all time pass.
  func decoded(_ profile: ScannerProfile = ScannerProfile()) -> [ScannedInput] {
    var decoder = ScanDecoder(profile: profile)
    var output: [ScannedInput] = []
    for key in keys {
      if let deadline = decoder.deadline, deadline <= key.time {
        output += decoder.expire(at: deadline)
      }
      output += decoder.feed(key.byte, at: key.time)
    }
    if let deadline = decoder.deadline { output += decoder.expire(at: deadline) }
    return joined(output)
  }
}

/// The same inputs with neighboring bytes joined, as it does not matter in how many pieces they
/// came.
func joined(_ inputs: [ScannedInput]) -> [ScannedInput] {
  var result: [ScannedInput] = []
  for input in inputs {
    if case .bytes(let new) = input, case .bytes(let old)? = result.last {
      result[result.count - 1] = .bytes(old + new)
    } else {
      result.append(input)
    }
  }
  return result
}

func scan(_ text: String, _ symbology: Symbology? = nil) -> ScannedInput {
  .scan(Scan(text: text, symbology: symbology))
}

func bytes(_ text: String) -> ScannedInput {
  .bytes(Array(text.utf8))
}

import Glibc

/// iconv(3) in streaming form: bytes of one encoding in, UTF-8 out, U+FFFD for what is invalid.
final class SystemConverter {
  private let descriptor: iconv_t
  /// The start of a character whose end has not come yet.
  private var carry: [UInt8] = []

  init(from encoding: String, file: String) throws(ExchangeError) {
    guard let descriptor = iconv_open("UTF-8", encoding), descriptor != iconv_t(bitPattern: -1)
    else { throw ExchangeError(.encoding, file: file, reason: encoding) }
    self.descriptor = descriptor
  }

  deinit {
    iconv_close(descriptor)
  }

  /// Adds the text of `bytes` to `output`; `isLast` if nothing comes behind them.
  func convert(_ bytes: ArraySlice<UInt8>, isLast: Bool, into output: inout [UInt8]) {
    var input = carry + bytes
    carry = []
    var done = 0
    while done < input.count {
      let result = step(&input, from: &done, &output)
      if result == E2BIG { continue }
      if result == EILSEQ {
        replace(&output)
        done += 1
      } else if result == EINVAL {
        if isLast {
          replace(&output)
        } else {
          carry = Array(input[done...])
        }
        return
      }
    }
  }

  /// Converts as far as it goes and gives the errno it stopped with, 0 at the end of the input.
  private func step(
    _ input: inout [UInt8], from done: inout Int, _ output: inout [UInt8]
  ) -> Int32 {
    let room = max((input.count - done) * 2, 64)
    var status: Int32 = 0
    var left = input.count - done
    let converted = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      var space = room
      let result = input[done...].withUnsafeMutableBytes { source in
        var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
        var to = UnsafeMutableRawPointer(buffer.baseAddress)?.assumingMemoryBound(to: CChar.self)
        return iconv(descriptor, &from, &left, &to, &space)
      }
      if Int(result) == -1 { status = errno }
      filled = room - space
    }
    output += converted
    done = input.count - left
    return status
  }

  private func replace(_ output: inout [UInt8]) {
    output += [0xEF, 0xBF, 0xBD]
  }
}

extension TSPLReader {
  /// A drawing command or `PRINT` from its arguments.
  func drawing(_ name: String, _ arguments: [String]) throws(TSPLError) -> TSPLCommand {
    func number(_ index: Int) throws(TSPLError) -> Int {
      guard index < arguments.count, let number = Int(arguments[index]), number >= 0 else {
        throw TSPLError(offset, "\(name) wants a number as argument \(index + 1)")
      }
      return number
    }
    func expect(_ count: Int) throws(TSPLError) {
      guard arguments.count == count else {
        throw TSPLError(offset, "\(name) wants \(count) arguments, found \(arguments.count)")
      }
    }
    switch name {
    case "BAR":
      try expect(4)
      return .bar(
        DotRect(x: try number(0), y: try number(1), width: try number(2), height: try number(3)))
    case "BARCODE":
      try expect(9)
      guard try number(4) == 0, try number(5) == 0, try number(6) == number(7) else {
        throw TSPLError(offset, "BARCODE is read without text, upright, with equal bars only")
      }
      return .symbol(
        TSPLCommand.DrawnSymbol(
          code128: try values(kind: arguments[2], arguments[8]), x: try number(0), y: try number(1),
          height: try number(3), moduleDots: try number(6)))
    case "QRCODE":
      try expect(8)
      guard let level = ErrorCorrection(rawValue: arguments[2]), arguments[4] == "A",
        arguments[5] == "0", arguments[6] == "M2"
      else { throw TSPLError(offset, "QRCODE is read as x,y,level,cell,A,0,M2,\"data\" only") }
      do {
        return .symbol(
          try TSPLCommand.DrawnSymbol(
            qrCode: arguments[7], level: level, x: try number(0), y: try number(1),
            moduleDots: try number(3)))
      } catch let error as TSPLError {
        throw error
      } catch {
        throw TSPLError(offset, "QRCODE: \(error)")
      }
    case "PRINT":
      return .print(copies: try number(0) * (arguments.count > 1 ? number(1) : 1))
    default: return try box(arguments)
    }
  }

  private func box(_ arguments: [String]) throws(TSPLError) -> TSPLCommand {
    let numbers = arguments.compactMap(Int.init)
    guard numbers.count == 5, numbers[2] >= numbers[0], numbers[3] >= numbers[1] else {
      throw TSPLError(offset, "BOX wants x,y,right,bottom,thickness")
    }
    let (width, height, thick) = (numbers[2] - numbers[0], numbers[3] - numbers[1], numbers[4])
    return .symbol(
      TSPLCommand.DrawnSymbol(bars: [
        DotRect(x: numbers[0], y: numbers[1], width: width, height: thick),
        DotRect(x: numbers[0], y: numbers[3] - thick, width: width, height: thick),
        DotRect(x: numbers[0], y: numbers[1], width: thick, height: height),
        DotRect(x: numbers[2] - thick, y: numbers[1], width: thick, height: height),
      ]))
  }

  /// The values of the characters of a Code 128 symbol.
  ///
  /// In the kind `128M` data begin in set B, and `!` with three digits is a control character: 099 to
  /// 101 change the set, 102 is FNC1, 103 to 105 start. In set C two digits are a character; an odd
  /// one out has none and is lost.
  private func values(kind: String, _ data: String) throws(TSPLError) -> [Int] {
    switch kind {
    case "128":
      return try values(kind: "128M", Code128Plan(data).tspl ?? "")
    case "128M": break
    default: throw TSPLError(offset, "BARCODE of kind '\(kind)' is not known here")
    }
    var values: [Int] = []
    var isC = false
    var rest = Substring(data)
    while let first = rest.first {
      let control = first == "!" ? Int(rest.dropFirst().prefix(3)) : nil
      if let control, (99...105).contains(control) {
        values.append(control)
        if control != 102 { isC = control == 99 || control == 105 }
        rest = rest.dropFirst(4)
      } else if isC {
        if let pair = Int(rest.prefix(2)), rest.count > 1 { values.append(pair) }
        rest = rest.dropFirst(2)
      } else {
        values.append(Int(first.asciiValue ?? 32) - 32)
        rest = rest.dropFirst()
      }
    }
    if values.first.map({ (103...105).contains($0) }) != true { values.insert(104, at: 0) }
    return values
  }
}

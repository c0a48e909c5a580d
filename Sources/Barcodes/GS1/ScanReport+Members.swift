extension ScanReport {
  func write(_ problem: GS1Problem, to writer: inout JSONWriter) {
    let text = problem.text
    switch language {
    case .english: writer.member("error", text.en)
    case .chinese: writer.member("error", text.zh)
    }
    writer.member("code", problem.code.name)
    writer.member("ai", problem.ai)
    writer.member("at", problem.offset)
    writer.member("length", problem.count)
  }

  func write(_ message: GS1Message, to writer: inout JSONWriter) {
    writer.member("symbology", message.symbology?.description)
    writer.member("form", message.form.rawValue)
    writer.key("elements")
    writer.open(UInt8(ascii: "["))
    let bytes = message.bytes.span
    for slot in message.slots {
      writer.open(UInt8(ascii: "{"))
      writer.member("ai", slot.code)
      writer.member("value", bytes.extracting(slot.value))
      writer.close(UInt8(ascii: "}"))
    }
    writer.close(UInt8(ascii: "]"))
    switch message.form {
    case .plain: writer.member("text", bytes)
    case .elements, .bracketed, .link, .item:
      writer.member("data", elements: bytes, behind: message.item)
    }
    writeFacts(message, to: &writer)
    if let stem, let link = try? message.link(stem: stem, permits: parser.permits) {
      writer.member("link", link)
    }
  }

  /// Writes the facts straight from the elements; `ScannedFacts` says the same as values.
  private func writeFacts(_ message: GS1Message, to writer: inout JSONWriter) {
    if !message.item.isEmpty {
      writer.member("gtin", GTIN(verified: String(decoding: message.item, as: UTF8.self)).digits)
    } else {
      text("gtin", .gtin, message, to: &writer)
    }
    text("contentGTIN", .content, message, to: &writer)
    text("sscc", .sscc, message, to: &writer)
    text("lot", AICode(value: 10, digits: 2), message, to: &writer)
    text("serial", AICode(value: 21, digits: 2), message, to: &writer)
    text("variant", AICode(value: 20, digits: 2), message, to: &writer)
    text("order", AICode(value: 400, digits: 3), message, to: &writer)
    text("origin", AICode(value: 422, digits: 3), message, to: &writer)
    writeDates(message, to: &writer)
    let count =
      message.slot(AICode(value: 37, digits: 2)) ?? message.slot(AICode(value: 30, digits: 2))
    if let count {
      writer.member("count", message.bytes.span.extracting(count.value).number())
    }
    if message.slots.contains(where: { ScanReport.quantities.contains($0.code) }) {
      writeQuantities(message, to: &writer)
    }
  }

  /// The identifiers of measures, prices and amounts.
  private static let quantities =
    AICode(value: 3_100, digits: 4)...AICode(value: 3_939, digits: 4)

  private func writeDates(_ message: GS1Message, to writer: inout JSONWriter) {
    let withTime = message.slot(AICode(value: 7_003, digits: 4))
    if let expiry = message.slot(AICode(value: 17, digits: 2)) ?? withTime {
      writer.member("expiry", date(expiry, message))
    }
    if let withTime {
      writer.member("expiryTime", ScannedFacts.time(message.text(withTime.value)))
    }
    date("bestBefore", 15, message, to: &writer)
    date("sellBy", 16, message, to: &writer)
    date("production", 11, message, to: &writer)
    date("packaging", 13, message, to: &writer)
  }

  private func writeQuantities(_ message: GS1Message, to writer: inout JSONWriter) {
    let bytes = message.bytes.span
    var measures: [ScannedMeasure] = []
    var price: ScannedAmount?
    var amount: ScannedAmount?
    for slot in message.slots where message.slot(slot.code) == slot {
      let value = bytes.extracting(slot.value)
      if let measure = ScannedMeasure(slot.code, value) {
        measures.append(measure)
      } else if let found = ScannedAmount(slot.code, value) {
        if found.isPrice { price = found } else { amount = found }
      }
    }
    writer.member("weightGrams", measures.grams(logistic: false))
    writer.member("grossWeightGrams", measures.grams(logistic: true))
    if !measures.isEmpty { write(measures, to: &writer) }
    write("price", price, to: &writer)
    write("amount", amount, to: &writer)
  }

  private func write(_ measures: [ScannedMeasure], to writer: inout JSONWriter) {
    writer.key("measures")
    writer.open(UInt8(ascii: "["))
    for measure in measures {
      writer.open(UInt8(ascii: "{"))
      writer.member("ai", measure.code)
      writer.member("quantity", measure.quantity.rawValue)
      writer.member("logistic", measure.isLogistic)
      writer.member("value", measure.value)
      writer.member("unit", measure.unit)
      writer.close(UInt8(ascii: "}"))
    }
    writer.close(UInt8(ascii: "]"))
  }

  private func write(_ name: StaticString, _ amount: ScannedAmount?, to writer: inout JSONWriter) {
    guard let amount else { return }
    writer.key(name)
    writer.open(UInt8(ascii: "{"))
    writer.member("ai", amount.code)
    writer.member("value", amount.value)
    writer.member("currency", amount.currency)
    writer.close(UInt8(ascii: "}"))
  }

  private func text(
    _ name: StaticString, _ code: AICode, _ message: GS1Message, to writer: inout JSONWriter
  ) {
    guard let slot = message.slot(code) else { return }
    writer.member(name, message.bytes.span.extracting(slot.value))
  }

  private func date(
    _ name: StaticString, _ ai: Int, _ message: GS1Message, to writer: inout JSONWriter
  ) {
    guard let slot = message.slot(AICode(value: ai, digits: 2)) else { return }
    writer.member(name, date(slot, message))
  }

  private func date(_ slot: GS1Message.Slot, _ message: GS1Message) -> GS1Date? {
    GS1Date(yymmdd: message.bytes.span.extracting(slot.value), nearYear: year)
  }
}

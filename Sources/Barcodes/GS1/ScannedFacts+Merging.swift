extension ScannedFacts {
  /// These facts and those of another scan of the same thing.
  ///
  /// Throws the first identifier that has different values; the facts then stay as they were.
  public func merging(_ other: ScannedFacts) throws(FactConflict) -> ScannedFacts {
    for element in other.elements {
      guard let known = elements.first(where: { $0.ai == element.ai }) else { continue }
      guard known.value == element.value else {
        throw FactConflict(ai: element.ai, known: known.value, found: element.value)
      }
    }
    var all = self
    for element in other.elements where !elements.contains(element) {
      all.elements.append(element)
    }
    all.gtin = gtin ?? other.gtin
    all.contentGTIN = contentGTIN ?? other.contentGTIN
    all.sscc = sscc ?? other.sscc
    all.lot = lot ?? other.lot
    all.serial = serial ?? other.serial
    all.variant = variant ?? other.variant
    all.order = order ?? other.order
    all.origin = origin ?? other.origin
    all.expiry = expiry ?? other.expiry
    all.expiryTime = expiryTime ?? other.expiryTime
    all.bestBefore = bestBefore ?? other.bestBefore
    all.production = production ?? other.production
    all.packaging = packaging ?? other.packaging
    all.sellBy = sellBy ?? other.sellBy
    all.count = count ?? other.count
    for measure in other.measures where !measures.contains(measure) {
      all.measures.append(measure)
    }
    all.price = price ?? other.price
    all.amount = amount ?? other.amount
    return all
  }

  /// The first rule the elements of all scans together break; nil if they make up whole data.
  public func problem(rules: GS1Parser.Rules = .all) -> GS1Problem? {
    var reader = GS1Parser.Reader()
    for element in elements {
      guard let code = AICode(element.ai) else { continue }
      reader.append(code)
      do {
        try reader.append(
          Array(element.value.utf8), code, AITable.standard.place(of: code),
          source: reader.bytes.count)
      } catch {
        return error
      }
    }
    let message = GS1Message(
      symbology: nil, form: .elements, bytes: reader.bytes, slots: reader.slots)
    do {
      _ = try GS1Parser(rules: rules).checked(message)
      return nil
    } catch {
      return error
    }
  }
}

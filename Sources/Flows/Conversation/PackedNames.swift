/// The names that members of saved conversations have, so that none of them is written out.
///
/// Their order is part of the form: nothing is ever put in, taken out or moved. Other names are
/// written where they come first.
enum PackedNames {
  static let all: [String] =
    """
    _0 _1 address after aisle aisles awaiting badge barcodes bins bound breaks byCode carrier
    checkDigits chores code commit crossAisles cutOff device drop en entry exceptions expiry
    finish fragile fragileLast from grams handling hasPIN height here holder home houseRules
    item keepTogether kind lastScan layout length level lines list lists lot lots message name
    number order orderLine orders otherLot packagings passed passing path person phone picked
    products proven quantity reached region revision roles seed seeded segments selected sender
    sequence serial serials session shorted side since site size skips sku slot slots
    slotsPerCart stack start state step toPack toSeed toSort token told tone tote tracking typed
    unit units utcOffset version view walk walkRules walkingSpeed wave waves way weighed width x
    y zeroCheck zh zone zones bind bin catchWeight deliver handed hasPicks instead language line
    looking offer pick scanning tones binding known reason
    """.split { $0 == " " || $0.isNewline }.map(String.init)

  /// The number of each name.
  static let numbers = Dictionary(uniqueKeysWithValues: zip(all, all.indices))
}

/// What can be wrong in the physical world that the system does not know.
///
/// Each kind has an effect on the world (`DrillFloor+Faults`), right answers (`FaultAnswer`) and a
/// drill in `Fixtures/Drills` that a careless novice does worse with the fault than without.
public enum FaultKind: String, Hashable, Codable, Sendable, CaseIterable {
  // Goods in bins.
  case binShort, binEmpty, otherGoods, lookAlikeFront, lookAlikeNeighbour, tornLabel
  case foreignBarcode, wrongSticker, damagedFront, allDamaged, someDamaged, expiredFront
  case lotsSwapped, otherLotFront, caseInFront, surplus, tapedTogether, hiddenBehind, secondPicker
  // Lots inside barcodes.
  case lotCodeTorn, lotCodeWrong
  // Bins.
  case binBlocked, binLabelMissing, binLabelsSwapped, beamReadsNeighbour
  // Totes on the cart.
  case toteNotEmpty, toteUnlabelled, toteLabelLost, totesSwapped, foreignTote, toteFull
  // The system and other people while somebody picks.
  case orderRefunded, powerCut, linkLost, sessionTakenOver, listTaken
  // At the bench.
  case extraPiece, oneTooMany, wrongPiece, missingPiece, damagedPiece, pieceUnlabelled
  case strangerTote, printerOut, labelTwice, doubleTrigger, refundAtBench, scaleDrift
  // Printers.
  case printerOpen, labelLost, labelDoubted
  // At the cages.
  case cageSignsSwapped, waybillTorn, parcelStopped
  // At the put wall.
  case seedMissing, seedExtra, seedWrong, wallTotesSwapped, slotLabelMissing, slotToteNotEmpty
  // Inside the house.
  case countDiffers, misplaced, countHidden, putBackMissing, replenishShort, unknownCode, bookWrong

  /// A word a fault is told in a drill file.
  public enum Word: String, Hashable, Codable, Sendable, CaseIterable {
    /// The bin it is about.
    case bin
    /// Another bin.
    case with
    /// The product it is about, or that lies where it should not.
    case sku
    /// How many pieces.
    case by
    /// The slot of the cart or of the wall, from 1.
    case slot
    /// The order, by its number in the drill from 1.
    case order
    /// After how many picks or scans it happens.
    case after
  }

  /// When a fault happens that is not there from the beginning.
  enum Moment: Hashable, Sendable {
    /// As soon as anything was picked.
    case firstPick
    /// After so many picks.
    case picks
    /// After so many picks, with something just put down.
    case pick
    /// After so many picks, with something just committed.
    case commit
    /// When a list is offered.
    case offer
    /// When a piece was counted at the bench.
    case count
    /// When its tote stands in its slot.
    case tote
  }

  /// When it happens; nil when it is there from the beginning.
  var moment: Moment? {
    switch self {
    case .secondPicker: .firstPick
    case .orderRefunded: .picks
    case .powerCut: .pick
    case .linkLost, .sessionTakenOver: .commit
    case .listTaken: .offer
    case .doubleTrigger: .count
    case .toteLabelLost, .totesSwapped, .foreignTote, .toteFull, .wallTotesSwapped: .tote
    case .binShort, .binEmpty, .otherGoods, .lookAlikeFront, .lookAlikeNeighbour, .tornLabel,
      .foreignBarcode, .wrongSticker, .damagedFront, .allDamaged, .someDamaged, .expiredFront,
      .lotsSwapped, .otherLotFront, .caseInFront, .surplus, .tapedTogether, .hiddenBehind,
      .binBlocked, .binLabelMissing, .binLabelsSwapped, .beamReadsNeighbour, .toteNotEmpty,
      .toteUnlabelled, .extraPiece, .oneTooMany, .wrongPiece, .missingPiece, .damagedPiece,
      .pieceUnlabelled, .strangerTote, .printerOut, .labelTwice, .refundAtBench, .scaleDrift,
      .cageSignsSwapped, .waybillTorn, .parcelStopped, .seedMissing, .seedExtra, .seedWrong,
      .slotLabelMissing, .slotToteNotEmpty, .countDiffers, .misplaced, .countHidden,
      .putBackMissing, .replenishShort, .unknownCode, .bookWrong, .lotCodeTorn, .lotCodeWrong,
      .printerOpen, .labelLost, .labelDoubted:
      nil
    }
  }

  /// The words it needs.
  public var needs: Set<Word> {
    switch self {
    case .binEmpty, .tornLabel, .foreignBarcode, .allDamaged, .lotsSwapped, .caseInFront,
      .hiddenBehind, .secondPicker, .binBlocked, .binLabelMissing, .countHidden, .lotCodeTorn,
      .lotCodeWrong:
      [.bin]
    case .scaleDrift: [.by]
    case .binShort, .damagedFront, .someDamaged, .expiredFront, .otherLotFront, .surplus,
      .tapedTogether, .countDiffers, .bookWrong:
      [.bin, .by]
    case .otherGoods, .lookAlikeFront, .wrongSticker: [.bin, .sku]
    case .lookAlikeNeighbour, .binLabelsSwapped, .beamReadsNeighbour: [.bin, .with]
    case .replenishShort: [.bin, .with, .by]
    case .misplaced: [.bin, .sku, .by]
    case .toteNotEmpty, .unknownCode, .seedMissing, .seedExtra, .slotToteNotEmpty: [.sku]
    case .waybillTorn, .parcelStopped: [.order]
    case .toteUnlabelled, .cageSignsSwapped, .listTaken, .strangerTote, .printerOut, .labelTwice,
      .printerOpen, .labelLost, .labelDoubted:
      []
    case .toteLabelLost, .foreignTote, .slotLabelMissing: [.slot]
    case .toteFull: [.slot, .after]
    case .totesSwapped, .wallTotesSwapped: [.slot, .by]
    case .powerCut, .linkLost, .sessionTakenOver, .doubleTrigger: [.after]
    case .orderRefunded: [.order, .after]
    case .extraPiece, .wrongPiece: [.order, .sku]
    case .oneTooMany, .missingPiece, .damagedPiece, .pieceUnlabelled, .refundAtBench,
      .putBackMissing:
      [.order]
    case .seedWrong: [.sku, .with]
    }
  }
}

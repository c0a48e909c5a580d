import Warehouse

extension Refusal {
  /// Whether the person did something wrong: what the stock, the house or a carrier lacks is no
  /// mistake, nor is coming second, nor is being asked for more.
  var isMistake: Bool {
    switch self {
    case .unknown, .notAllowed, .toteInUse, .toteNotEmpty, .wrongTote, .slotTaken, .tooMany,
      .wrongItem, .extraPiece, .senseless, .toteGathers, .toteStillEmpty, .liesTogether, .pickedAs,
      .wrongSlot, .nobodyWants, .codeTaken, .wrongLot, .wrongDate, .serialUsed, .serialUnknown,
      .serialTwice, .weightOff, .unitHolds, .notLabelled, .labelVoid, .stopped, .stoppedInside,
      .wrongCage, .cagedAlready, .notCaged, .cageEmpty, .notASignature:
      true
    case .bench(let refusal): refusal.isMistake
    case .atWorkElsewhere, .takenOver, .notSignedIn, .inOtherHands, .orderIs, .waveIs, .listIs,
      .lineIs, .parcelIs, .jobIs, .stockGone, .openLines, .staleWalk, .notTheOpenLines,
      .noWaybillNumbers, .noPrinter, .noWorkstation, .inUse, .wallFull, .nothingToUndo,
      .toteDropped, .choreDone, .lotUnknown, .labelled, .lotWanted, .laterLot, .expired,
      .serialsWanted, .weightWanted, .unitIs, .noCarrier, .waybillIs, .gone, .noCage, .cageClosed,
      .manifestIs, .messageIs, .serialsMissing, .shortStays:
      false
    }
  }
}

extension BenchRefusal {
  /// Whether the packer did something wrong; what a parcel should weigh may be wrong itself.
  fileprivate var isMistake: Bool {
    switch self {
    case .cartonTooSmall, .wrongLabel, .notALabel: true
    case .notWhole, .weightOutside, .cartonWanted, .parcelEmpty, .nothingLeft, .notSealable,
      .nothingOnCart, .labelUnproven:
      false
    }
  }
}

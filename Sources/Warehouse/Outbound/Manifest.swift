/// What a carrier's driver signs for 交接单: the parcels of one pickup.
///
/// Once signed it never changes.
public struct Manifest: Hashable, Codable, Sendable {
  /// How far a manifest is.
  public enum State: String, Hashable, Codable, Sendable, CaseIterable {
    /// Its cages are closed; it waits for the driver.
    case closed
    /// Signed: its parcels are handed over.
    case signed
    /// Given up before it was signed: its cages were opened again.
    case void
  }

  /// Its code: `M` and a running number.
  public var code: Code<Manifest>
  /// The carrier.
  public var carrier: Code<Carrier>
  /// How far it is.
  public var state: State
  /// How many parcels go.
  public var parcels: Int
  /// What they weigh together, in grams.
  public var grams: Int
  /// How many parcels of the carrier are left behind.
  public var left: Int
  /// Who closed the cages.
  public var badge: Code<Operator>
  /// When.
  public var closed: Timestamp
  /// What the driver signed with, a badge or a plate; empty until then.
  public var signature: String
  /// When it was signed.
  public var signed: Timestamp?

  /// Makes a manifest.
  public init(
    code: Code<Manifest>, carrier: Code<Carrier>, state: State = .closed, parcels: Int, grams: Int,
    left: Int = 0, badge: Code<Operator>, closed: Timestamp, signature: String = "",
    signed: Timestamp? = nil
  ) {
    self.code = code
    self.carrier = carrier
    self.state = state
    self.parcels = parcels
    self.grams = grams
    self.left = left
    self.badge = badge
    self.closed = closed
    self.signature = signature
    self.signed = signed
  }

  /// Whether a text can sign: a badge or a plate of 2 to 16 letters, digits and dashes, a plate
  /// with the sign of its province before them.
  ///
  /// Names and phones cannot: what signs is journalled.
  public static func isSignature(_ text: String) -> Bool {
    var rest = Substring(text)
    if let first = rest.unicodeScalars.first, ("\u{4E00}"..."\u{9FFF}").contains(first) {
      rest.removeFirst()
    }
    let isPhone = rest.count == 11 && rest.first == "1" && rest.allSatisfy(\.isNumber)
    return (2...16).contains(rest.count) && !isPhone
      && rest.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
      && rest.contains(where: \.isNumber)
  }
}

/// A parcel on a manifest, as it was then.
public struct ManifestLine: Hashable, Codable, Sendable {
  /// What becomes of a parcel.
  public enum Part: String, Hashable, Codable, Sendable, CaseIterable {
    /// It goes.
    case sent
    /// It should have gone and is left behind.
    case left
  }

  /// The manifest.
  public var manifest: Code<Manifest>
  /// The parcel.
  public var parcel: Code<Parcel>
  /// What becomes of it.
  public var part: Part
  /// Its order.
  public var order: Code<Order>
  /// Its waybill number.
  public var waybill: String
  /// What it weighs, in grams.
  public var grams: Int
  /// The cage it stands in; nil when it is in none.
  public var cage: Code<Cage>?

  /// Makes a line.
  public init(
    manifest: Code<Manifest>, parcel: Code<Parcel>, part: Part, order: Code<Order>,
    waybill: String, grams: Int, cage: Code<Cage>?
  ) {
    self.manifest = manifest
    self.parcel = parcel
    self.part = part
    self.order = order
    self.waybill = waybill
    self.grams = grams
    self.cage = cage
  }
}

/// One contradiction in a store to what is always true.
public struct Violation: Hashable, Sendable {
  /// What is always true.
  public enum Rule: String, Hashable, Sendable, CaseIterable {
    /// Pieces on hand in a bin are what its movements put there.
    case stock
    /// Pieces in a tote or a parcel are what its movements put there.
    case contents
    /// No figure of a stock record is below zero.
    case negative
    /// Promised pieces are those that open pick lines still want.
    case allocated
    /// No more pieces are promised than are on hand.
    case overAllocated
    /// No more is picked than was to be picked, and all of it when the line says so.
    case picked
    /// Every piece of a packed order is in a parcel or was given up by a person.
    case packed
    /// Pieces verified on an order's lines lie in its parcels.
    case verified
    /// A closed parcel has a waybill number, and no other parcel has it.
    case waybill
    /// A closed parcel has a print job, and none waits for any other parcel.
    case label
    /// A label that is printed again says so.
    case reprint
    /// What happened to goods, parcels and labels has its line in the journal.
    case journalled
    /// A command id has one outcome, and its line in the journal.
    case outcome
    /// The journal's numbers have no gap.
    case journal
    /// What a record refers to is there.
    case reference

    // Ways of picking.
    /// No more is given to an order than was picked for it.
    case seeded
    /// What lies in totes picked together is what was picked and not yet given to its orders.
    case together
    /// A put wall's slot has its order's tote, and an order has one slot.
    case wallSlot

    // Exceptions.
    /// Pieces are frozen only where a count waits.
    case frozen
    /// A tote holds what is to be put back from it.
    case putBack
    /// No more picks can be taken back than were made.
    case undo

    // What a stop knows.
    /// No more serial numbers of a product are somewhere than pieces; a pick whose numbers were
    /// captured has one for each of its pieces.
    case serials
    /// Handling units that are whole lie in their bin with all their pieces.
    case units

    // Waybills.
    /// A parcel has at most one live waybill, and a closed one the one that bears its number.
    case liveWaybill
    /// A parcel that waits has a waybill job that is not done, and one whose number comes with
    /// another's has that one's call to wait for.
    case waiting

    // Out of the door.
    /// A parcel that was handed over is on one signed manifest, and an order that was has no other.
    case shipped
    /// Platform and customer are told of every parcel that was handed over, and the platform of the
    /// end of its journey, each once.
    case told
    /// A parcel in a cage is labelled and of the cage's carrier.
    case caged
    /// A manifest's figures are those of its lines, and its parcels stand in its cages until it is
    /// signed.
    case manifest

    // Printers.
    /// A label is only called printed by evidence.
    case evidence

    // Find.
    /// What the index names is in the journal.
    case mention

    // Bench.
    /// A weighed parcel has that weight, inside of what passes or let pass by somebody for a reason.
    case weight
    /// An order that is packed has no parcel that is not.
    case parcels
    /// Only a closed parcel has a label that was scanned on it.
    case proof
  }

  /// What does not hold.
  public var rule: Rule
  /// Of what.
  public var subject: String
  /// What the figure should be (or what it must not exceed).
  public var expected: Int
  /// What the figure is.
  public var found: Int

  /// Makes a violation.
  public init(_ rule: Rule, _ subject: String, expected: Int, found: Int) {
    self.rule = rule
    self.subject = subject
    self.expected = expected
    self.found = found
  }
}

extension Violation: CustomStringConvertible {
  /// The violation in one line.
  public var description: String {
    "\(rule.rawValue): \(subject): expected \(expected), found \(found)"
  }
}

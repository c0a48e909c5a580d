/// A table as statements are written from it: its key and its other columns, in order.
struct Table: Sendable {
  let name: String
  let key: [String]
  let rest: [String]
  /// Writes a row over what has the same key.
  let write: Statement

  init(_ name: String, key: [String], _ rest: [String]) {
    self.name = name
    self.key = key
    self.rest = rest
    let columns = key + rest
    let places = columns.indices.map { "$\($0 + 1)" }
    write = Statement(
      "INSERT INTO \(name) (\(columns.joined(separator: ", ")))"
        + " VALUES (\(places.joined(separator: ", ")))"
        + " ON CONFLICT (\(key.joined(separator: ", ")))"
        + (rest.isEmpty ? " DO NOTHING" : " DO UPDATE SET \(Self.overwriting(rest))"))
  }

  /// `a = excluded.a, b = excluded.b`: what a row that is there takes over from a new one.
  static func overwriting(_ columns: [String]) -> String {
    columns.map { "\($0) = excluded.\($0)" }.joined(separator: ", ")
  }

  /// All columns, comma by comma, of the table or of its alias in a statement.
  func columns(_ alias: String? = nil) -> String {
    (key + rest).map { column in alias.map { "\($0).\(column)" } ?? column }
      .joined(separator: ", ")
  }

  /// Selects whole rows: `tail` is what follows the table's name.
  func select(_ tail: String) -> Statement {
    Statement("SELECT \(columns()) FROM \(name) \(tail)")
  }
}

extension Table {
  static let all =
    [
      site, zone, bin, workstation, printer, carton, cart, carrier, numberRange, person, session,
      product, packaging, barcode, order, orderLine, receiver, wave, list, slot, pickLine, tote,
      parcel, printJob, savedFlow, wall, wallSlot, chore, pick,
      standing, serialNumber, handlingUnit, waybillJob, tariffs, notice,
      journey,
    ] + door + bench

  static let site = Table(
    "site", key: ["code"],
    [
      "name_zh", "name_en", "layout", "start_x", "start_y", "drop_x", "drop_y",
      "slots_per_cart", "walking_speed", "utc_offset", "walk_rules", "house_rules", "sender",
    ])
  static let zone = Table("zone", key: ["code"], ["name_zh", "name_en", "scanning", "zero_check"])
  static let bin = Table(
    "bin", key: ["code"], ["zone", "kind", "aisle", "y", "side", "level", "check_digits"])
  static let workstation = Table(
    "workstation", key: ["code"], ["printer", "fallback"])
  static let printer = Table("printer", key: ["code"], ["address", "format"])
  static let carton = Table(
    "carton", key: ["code"], ["length", "width", "height", "grams", "most_grams"])
  static let cart = Table("cart", key: ["code"], ["slots"])
  static let carrier = Table(
    "carrier", key: ["code"],
    ["name_zh", "name_en", "kind", "low_water", "is_private", "is_multi_piece"])
  static let numberRange = Table(
    "number_range", key: ["carrier"], ["prefix", "next_number", "last_number", "digits"])
  static let person = Table(
    "person", key: ["badge"], ["name_zh", "name_en", "roles", "pin", "zones", "skills"])
  static let standing = Table(
    "standing", key: ["badge"], ["language", "tones", "failures", "locked_until", "trainings"])
  static let session = Table(
    "work_session", key: ["code"],
    ["badge", "device", "token", "workstation", "cart", "since"])

  static let product = Table(
    "product", key: ["sku"],
    [
      "name_zh", "name_en", "grams", "length", "width", "height", "by_lot", "by_expiry",
      "by_serial", "fragile", "handling",
    ])
  static let packaging = Table("packaging", key: ["sku", "rung"], ["unit", "units"])
  static let barcode = Table("barcode", key: ["barcode"], ["sku", "rung", "place"])
  static let stock = Table(
    "stock", key: ["holder_kind", "holder", "sku", "lot", "expiry"],
    ["quantity", "allocated", "frozen", "since"])

  static let order = Table(
    "orders", key: ["number"],
    [
      "channel", "carrier", "cut_off", "priority", "remark", "state", "note", "wave", "value",
      "cod",
    ])
  static let orderLine = Table(
    "order_line", key: ["order_number", "number"],
    ["sku", "quantity", "packed", "short", "substitute", "replaces"])
  static let receiver = Table(
    "receiver", key: ["order_number"], ["name", "phone", "region", "address"])
  static let wave = Table("wave", key: ["code"], ["carrier", "cut_off", "state", "priority"])
  static let notice = Table(
    "notice", key: ["number"], ["badge", "sender", "words", "at", "read_at"])
  static let list = Table(
    "pick_list", key: ["code"],
    [
      "wave", "state", "revision", "badge", "cart", "walk_length", "walk_bound", "walk_proven",
      "walk_by_code", "walk_path", "walk_after", "way", "zone", "after_list",
    ])
  static let slot = Table("pick_slot", key: ["list", "number"], ["order_number", "tote"])
  static let pickLine = Table(
    "pick_line", key: ["code"],
    [
      "order_number", "order_line", "holder_kind", "holder", "sku", "lot", "expiry", "quantity",
      "picked", "state", "reason", "list", "slot", "sequence", "reached", "skips",
      "seeded",
    ])
  static let tote = Table("tote", key: ["code"], ["order_number", "list", "bench"])
  /// `entry` is the line of the journal that wrote the row last.
  static let parcel = Table(
    "parcel", key: ["code"],
    [
      "order_number", "state", "workstation", "badge", "carrier", "waybill", "grams", "closed",
      "entry",
    ])
  /// `entry` is the line of the journal that wrote the row last.
  static let printJob = Table(
    "print_job", key: ["code"],
    [
      "parcel", "printer", "state", "attempts", "claimant", "lease", "trouble", "queued",
      "reason", "evidence", "fault", "odometer", "instead_of", "entry",
    ])
  static let wall = Table("put_wall", key: ["code"], ["slots"])
  static let wallSlot = Table(
    "wall_slot", key: ["wall", "number"], ["order_number", "tote"])
  static let chore = Table(
    "chore", key: ["number"],
    [
      "kind", "state", "holder_kind", "holder", "sku", "lot", "expiry", "quantity", "goes_to",
      "cause", "order_number", "badge", "since", "difference",
    ])
  static let pick = Table(
    "pick", key: ["list", "number"],
    [
      "line", "holder_kind", "holder", "sku", "lot", "expiry", "quantity", "tote", "grams",
      "substitute", "trail",
    ])
  static let serialNumber = Table(
    "serial_number", key: ["sku", "number"],
    ["holder_kind", "holder", "list", "pick", "since"])
  static let handlingUnit = Table(
    "handling_unit", key: ["code"],
    ["holder_kind", "holder", "sku", "lot", "expiry", "quantity", "state", "list", "pick"])
  static let waybillJob = Table(
    "waybill_job", key: ["code"],
    [
      "parcel", "revision", "carrier", "aim", "state", "calls", "claimant", "lease", "due",
      "trouble_zh", "trouble_en", "waybill", "mark", "bag", "reason_zh", "reason_en", "fen",
      "queued", "lead",
    ])
  static let tariffs = Table("tariffs", key: ["name"], ["document"])
  static let savedFlow = Table("saved_flow", key: ["session"], ["kind", "version", "bytes"])
}

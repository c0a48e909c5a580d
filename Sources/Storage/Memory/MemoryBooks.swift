import Warehouse

/// The records of a store that is kept in memory only.
///
/// Its transactions write in place; every table knows how to undo what was not settled.
final class MemoryBooks: Books {
  let sites = MemoryTable<Code<Site>, Site>()
  let zones = MemoryTable<Code<Zone>, Zone>()
  let bins = MemoryTable<Code<Bin>, Bin>()
  let benches = MemoryTable<Code<Workstation>, Workstation>()
  let printerTable = MemoryTable<Code<LabelPrinter>, LabelPrinter>()
  let cartonTable = MemoryTable<Code<CartonType>, CartonType>()
  let cartTable = MemoryTable<Code<Cart>, Cart>()
  let carrierTable = MemoryTable<Code<Carrier>, Carrier>()
  let ranges = MemoryTable<Code<Carrier>, NumberRange>()
  let persons = MemoryTable<Code<Operator>, Operator>()
  let sessionTable = MemoryTable<Code<Session>, Session>()
  let standings = MemoryTable<Code<Operator>, Standing>()
  let products = MemoryTable<Code<Product>, Product>()
  let barcodes = MemoryTable<String, Code<Product>>()
  let stock = MemoryTable<SortedKey, Stock>([
    "holder": { $0.key.holder },
    "sku": { if case .bin = $0.key.holder { $0.key.sku } else { nil } },
  ])
  let movements = MemoryTable<Int, BookedMovement>()
  let toteTable = MemoryTable<Code<Tote>, Tote>([
    "order": { $0.order }, "list": { $0.list },
  ])
  let orders = MemoryTable<Code<Order>, Order>(["state": { $0.state }, "wave": { $0.wave }])
  let orderLines = MemoryTable<LineKey, OrderLine>(["order": { $0.order }])
  let receivers = MemoryTable<Code<Order>, Receiver>()
  let waves = MemoryTable<Code<Wave>, Wave>()
  let lists = MemoryTable<Code<PickList>, PickList>([
    "state": { $0.state }, "wave": { $0.wave },
  ])
  let pickLineTable = MemoryTable<Code<PickLine>, PickLine>([
    "list": { $0.list }, "order": { $0.order },
    "from": { $0.state == .open ? $0.from : nil },
  ])
  let choreTable = MemoryTable<Int, Chore>([
    "holder": { $0.state == .done ? nil : $0.goods.holder },
    "kind": { $0.state == .done ? nil : $0.kind },
  ])
  let pickTable = MemoryTable<PickKey, Pick>(["list": { $0.list }])
  let parcelTable = MemoryTable<Code<Parcel>, Journalled<Parcel>>([
    "order": { $0.record.order }, "waybill": { $0.record.waybill },
  ])
  let jobs = MemoryTable<Code<PrintJob>, Journalled<PrintJob>>([
    "state": { $0.record.state }
  ])
  let wallTable = MemoryTable<Code<PutWall>, PutWall>()
  let wallSlots = MemoryTable<WallSlotKey, WallSlot>([
    "wall": { $0.wall }, "order": { $0.order },
  ])
  let serialTable = MemoryTable<SerialKey, SerialNumber>([
    "number": { $0.number }, "holder": { $0.holder },
  ])
  let unitTable = MemoryTable<Code<HandlingUnit>, HandlingUnit>([
    "bin": { $0.state == .whole ? $0.goods.holder : nil }, "list": { $0.list },
  ])
  let waybillTable = MemoryTable<Code<WaybillJob>, WaybillJob>([
    "parcel": { $0.parcel }, "state": { $0.state }, "carrier": { $0.carrier },
  ])
  let tariffTable = MemoryTable<String, CarrierChoice>()
  let noticeTable = MemoryTable<Int, Notice>(["to": { $0.read == nil ? $0.to : nil }])
  let door = DoorTables()
  let bench = BenchTables()
  let journeyTable = MemoryTable<Code<Parcel>, Journey>(["subscription": { $0.subscription }])
  let journal = MemoryTable<Int, JournalEntry>()
  /// The command ids of the journal's command lines.
  let commands = MemoryTable<Int, CommandID>()
  /// Which lines of the journal tell of a code.
  let mentions = MemoryTable<MentionKey, MentionKey>(["code": { $0.code }])
  let outcomes = MemoryTable<CommandID, Journalled<Outcome>>()
  let flows = MemoryTable<Code<Session>, SavedFlow>()
  var head = 0
  private var headBefore = 0

  private var tables: [any Revertible] {
    [
      sites, zones, bins, benches, printerTable, cartonTable, cartTable, carrierTable, ranges,
      persons, sessionTable, products, barcodes, stock, movements, toteTable, orders, orderLines,
      receivers, waves, lists, pickLineTable, parcelTable, jobs, journal, commands, outcomes,
      flows, wallTable, wallSlots, choreTable, pickTable,
      standings, serialTable, unitTable, waybillTable, tariffTable,
      noticeTable, mentions, journeyTable,
    ] + door.all + bench.all
  }

  /// Runs a body as a transaction.
  func transact<T>(_ body: (MemoryBooks) throws -> Ending<T>) throws -> T {
    do {
      switch try body(self) {
      case .commit(let result):
        headBefore = head
        for table in tables { table.settle() }
        return result
      case .undo(let result):
        revert()
        return result
      }
    } catch {
      revert()
      throw error
    }
  }

  /// Takes over all records of others.
  func take(from other: MemoryBooks) {
    for (table, twin) in zip(tables, other.tables) { table.take(from: twin) }
    (head, headBefore) = (other.head, other.headBefore)
  }

  private func revert() {
    head = headBefore
    for table in tables { table.revert() }
  }

  func takeNumbers(_ count: Int) throws -> Int {
    head += count
    return head
  }

  func append(_ entry: JournalEntry, command: CommandID) throws {
    journal[entry.number] = entry
    if entry.kind == "command" { commands[entry.number] = command }
  }

  func outcome(of id: CommandID) throws -> Outcome? { outcomes[id]?.record }

  func keep(_ outcome: Outcome, of id: CommandID, entry: Int, at: Timestamp) throws {
    outcomes[id] = Journalled(record: outcome, entry: entry)
  }

  func save(_ flow: SavedFlow, session: Code<Session>) throws { flows[session] = flow }

  func entries(after number: Int, limit: Int) -> [JournalEntry] {
    guard number < head else { return [] }
    return (number + 1...head).prefix(limit).compactMap { journal[$0] }
  }
}

import Warehouse

extension SQLBooks {
  func listCount(in state: PickList.State) throws -> Int {
    try transaction.figure(.listCount, [.raw(state)])
  }

  func gathered(on list: Code<PickList>?) throws -> [Tote] {
    guard let list else { return try transaction.records(.gathered, []) }
    return try transaction.records(.gatheredOn, [.code(list)])
  }

  func wall(_ code: Code<PutWall>) throws -> PutWall? {
    try transaction.record(.wall, [.code(code)])
  }

  func walls() throws -> [PutWall] { try transaction.records(.walls, []) }

  func taken(of wall: Code<PutWall>) throws -> [WallSlot] {
    try transaction.records(.wallSlots, [.code(wall)])
  }

  func wallSlot(of order: Code<Order>) throws -> WallSlot? {
    try transaction.record(.wallSlotOfOrder, [.code(order)])
  }
}

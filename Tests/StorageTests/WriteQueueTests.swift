import Foundation
import Testing
import Warehouse

@testable import Storage

/// Many writers on one file: everybody gets their turn, in order, and nothing is lost.
@Suite struct WriteQueueTests {
  /// Numbers that threads write down as they come.
  private final class Notes: @unchecked Sendable {
    private let lock = NSLock()
    private var noted: [Int] = []

    var all: [Int] { lock.withLock { noted } }

    func note(_ number: Int) {
      lock.withLock { noted.append(number) }
    }
  }

  private func withFile(_ body: (String) throws -> Void) throws {
    try withFolder { folder in
      let path = folder + "/file"
      try Data().write(to: URL(fileURLWithPath: path))
      try body(path)
    }
  }

  private func inThreads(_ count: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let group = DispatchGroup()
    for number in 0..<count {
      group.enter()
      let thread = Thread {
        body(number)
        group.leave()
      }
      thread.stackSize = 1 << 20
      thread.start()
    }
    group.wait()
  }

  @Test func whoComesFirstIsServedFirst() throws {
    try withFile { path in
      let door = try WriteQueue(path: path)
      try #require(door.kind == .semaphore)
      let notes = Notes()
      let group = DispatchGroup()
      try door.inTurn {
        for number in 0..<20 {
          group.enter()
          Thread {
            do {
              try WriteQueue(path: path).inTurn { notes.note(number) }
            } catch {
              Issue.record(error)
            }
            group.leave()
          }.start()
          // Only when this one waits may the next one come.
          while door.waiting != number + 1 { usleep(100) }
        }
      }
      group.wait()
      #expect(notes.all == Array(0..<20))
    }
  }

  @Test(arguments: [WriteQueue.Kind.semaphore, .flock]) func onlyOneIsInside(
    _ kind: WriteQueue.Kind
  ) throws {
    try withFile { path in
      let shared = try WriteQueue(path: path, kind: kind)
      #expect(shared.kind == kind)
      let notes = Notes()
      inThreads(8) { number in
        do {
          // Half of them share a queue, as threads of a process do; half have their own.
          let queue = number % 2 == 0 ? shared : try WriteQueue(path: path, kind: kind)
          for _ in 0..<50 {
            try queue.inTurn {
              notes.note(number)
              sched_yield()
              notes.note(number)
            }
          }
        } catch {
          Issue.record(error)
        }
      }
      let all = notes.all
      #expect(all.count == 800)
      for index in stride(from: 0, to: all.count - 1, by: 2) {
        #expect(all[index] == all[index + 1])
      }
    }
  }

  @Test(arguments: [WriteQueue.Kind.semaphore, .flock]) func patienceEnds(
    _ kind: WriteQueue.Kind
  ) throws {
    try withFile { path in
      let (one, other) = (
        try WriteQueue(path: path, kind: kind), try WriteQueue(path: path, kind: kind)
      )
      try one.inTurn {
        let trouble = #expect(throws: StoreTrouble.self) {
          try other.inTurn(patience: 30) {}
        }
        #expect(trouble?.code == .busy)
      }
      try other.inTurn(patience: 30) {}
    }
  }

  @Test func twentyHandheldsOnOneFile() throws {
    try withFolder { folder in
      let path = folder + "/floor.store"
      let store = try SQLiteStore.create(at: path)
      try Floor.bring(into: store)
      let start = try store.head()
      let order = OrderLine(order: "O1", number: 1, sku: "CUP", quantity: 2)
      inThreads(20) { number in
        do {
          let own = try SQLiteStore.open(at: path)
          for turn in 0..<20 {
            let event = JournalEvent(kind: "scan", payload: "\(turn)", at: Floor.noon)
            let outcome = try own.commit(
              Commit(
                id: "h\(number)-\(turn)", command: .add(.tote(Code("H\(number)-\(turn)"))),
                device: Code("h\(number)"), events: [event], at: Floor.noon))
            #expect(outcome == .done(.plain))
            #expect(try own.read { try $0.lines(of: "O1") }.first == order)
          }
          try own.close()
        } catch {
          Issue.record(error)
        }
      }
      #expect(try store.head() == start + 800)
      let entries = try store.entries(after: start, limit: 1000)
      #expect(entries.map(\.number) == Array(start + 1...start + 800))
      // A commit's event and command stay together, and each handheld's commits in order.
      for pair in 0..<400 {
        #expect(entries[2 * pair].device == entries[2 * pair + 1].device)
      }
      for number in 0..<20 {
        let own = entries.filter { $0.device == "h\(number)" && $0.kind == "scan" }
        #expect(own.map(\.payload) == (0..<20).map(String.init))
      }
      #expect(try store.read { try $0.totes() }.count == 403)
      #expect(try store.violations() == [])
      try store.close()
    }
  }

  /// Nobody keeps the file open: each one may be the first to open it and the last to close it.
  @Test func comingAndGoingDisturbsNobody() throws {
    try withFolder { folder in
      let path = folder + "/floor.store"
      try SQLiteStore.create(at: path).close()
      inThreads(6) { number in
        do {
          for turn in 0..<10 {
            let own = try SQLiteStore.open(at: path)
            try own.commit("g\(number)-\(turn)", .add(.tote(Code("G\(number)-\(turn)"))))
            try own.close()
          }
        } catch {
          Issue.record(error)
        }
      }
      let store = try SQLiteStore.open(at: path)
      #expect(try store.head() == 60)
      #expect(try store.read { try $0.totes() }.count == 60)
      try store.close()
    }
  }

  /// Two who race for the last piece: one has it, one is told.
  @Test func theLastPieceGoesOnce() throws {
    try withFolder { folder in
      let path = folder + "/floor.store"
      let store = try SQLiteStore.create(at: path)
      try Floor.bring(into: store)
      let notes = Notes()
      inThreads(8) { number in
        do {
          let own = try SQLiteStore.open(at: path)
          let outcome = try own.commit(
            "race-\(number)",
            .allocate([
              OrderAllocation(
                order: "O1",
                parts: [
                  .init(line: 1, from: Floor.cups, quantity: 2),
                  .init(line: 2, from: Floor.teas, quantity: 1),
                ])
            ]))
          if case .done = outcome { notes.note(number) }
          try own.close()
        } catch {
          Issue.record(error)
        }
      }
      #expect(notes.all.count == 1)
      #expect(try store.violations() == [])
      try store.close()
    }
  }
}

import Barcodes
import Warehouse

/// Building waves by policy 排波次: which orders, how they are picked, and what would be if.
///
/// The policy's parts are chosen by digit. F6 tells what would be: finish, metres and people of one
/// policy, or of two side by side; F9 adds the second and edits one or the other, the edited one is
/// marked, F7 drops the other. F10 asks whether to release as well, then why, and puts the orders into
/// waves one after the other. F8 takes all of it back as long as nobody took a list. Esc goes one step
/// back, and from the policy to the board.
public struct ReleaseDesk: Flow {
  /// The name under which the flow is saved.
  public static let kind = "releaseDesk"
  /// The version of the saved form.
  public static let version = 2

  enum State: Codable, Equatable {
    /// What waits is being read, or a policy is worked out.
    case loading
    /// What to do is asked.
    case choosing
    /// A value for a part of the policy is asked.
    case value(Part)
    /// Whether to release as well is asked.
    case extent
    /// Why is asked.
    case reason(releases: Bool)
    /// Waves are planned one after the other, and released if so.
    case building(reason: String, releases: Bool)
    /// The planned waves are released.
    case releasing(reason: String, [Code<Wave>])
    /// What was done is taken back, the last first.
    case undoing
  }

  /// A part of a policy.
  enum Part: String, Codable, CaseIterable {
    case carrier, before, pieces, zone, capacity, way
  }

  var view: ReleaseView?
  var policies = [ReleasePolicy()]
  var edited = 0
  var planned: [Code<Wave>] = []
  /// How many orders are in them.
  var placed = 0
  var undo: [Lever] = []
  var message: Message?
  var state = State.loading

  /// Opens the desk.
  public init() {}

  /// Takes what happened and says what is wanted.
  public mutating func handle(_ event: Event) -> [Effect] {
    switch event {
    case .begun, .returned: return [.ask(.release([]))]
    case .answer(.release(let view)):
      self.view = view
      if state == .loading { state = .choosing }
      return []
    case .answer(.releaseStep(let step)): return built(step)
    case .chosen(let id): return chosen(id)
    case .outcome(.done(let receipt)): return done(receipt)
    case .outcome(.refused(let refusal)):
      message = Message(.bad, refusal.lines)
      state = .loading
      return [.refuse(keepingWaiting: false), .ask(.release([]))]
    case .scan(let scan):
      message = Message(
        .bad,
        [
          Text(zh: "扫到 \(scan.text)", en: "Scanned \(scan.text)"),
          Text(zh: "请按数字选", en: "Choose by digit"),
        ])
      return [.refuse(keepingWaiting: false)]
    case .key(.function(7)) where policies.count > 1 && state == .choosing:
      policies = [policies[edited]]
      edited = 0
      return []
    case .key(.function(8)) where !undo.isEmpty && state == .choosing:
      message = nil
      state = .undoing
      return takeBack()
    case .key(.function(6)) where state == .choosing:
      message = nil
      state = .loading
      return [.ask(.release(policies))]
    case .key(.function(9)) where state == .choosing:
      message = nil
      if policies.count == 1 { policies.append(policies[0]) }
      edited = 1 - edited
      return []
    case .key(.function(10)) where state == .choosing:
      message = nil
      state = .extent
      return []
    case .key(let key): return key == .escape || key == .function(3) ? back() : []
    case .confirmed, .entered, .answer, .verified, .changed: return []
    }
  }

  private mutating func back() -> [Effect] {
    message = nil
    guard state != .choosing, state != .loading else { return [.close] }
    state = .choosing
    return []
  }

  private mutating func chosen(_ id: String) -> [Effect] {
    message = nil
    switch state {
    case .choosing: if let part = Part(rawValue: id) { state = .value(part) }
    case .value(let part):
      take(id, for: part)
      view?.figures = []
      state = .choosing
    case .extent: state = .reason(releases: id == "release")
    case .reason(let releases):
      (planned, placed, undo) = ([], 0, [])
      state = .building(reason: id, releases: releases)
      return [.ask(.releaseStep(policies[edited]))]
    case .loading, .building, .releasing, .undoing: break
    }
    return []
  }

  private mutating func take(_ id: String, for part: Part) {
    let isAny = id == "-"
    switch part {
    case .carrier: policies[edited].carrier = isAny ? nil : Code(id)
    case .before: policies[edited].before = Int64(id).map { Timestamp(milliseconds: $0) }
    case .pieces: policies[edited].pieces = ReleasePolicy.Pieces(rawValue: id)
    case .zone: policies[edited].zone = isAny ? nil : Code(id)
    case .capacity: policies[edited].capacity = Int(id)
    case .way: policies[edited].way = WavePolicy(rawValue: id) ?? .cluster
    }
  }

  /// Commits the next step, and where there is none goes on to release, or ends.
  private mutating func built(_ step: ReleaseStep?) -> [Effect] {
    guard case .building(let reason, let releases) = state else { return [] }
    switch step {
    case .allocate(let promises): return [.commit(.allocate(promises))]
    case .plan(let wave, let lists):
      planned.append(wave.code)
      placed += Set(lists.flatMap(\.orders)).count
      return [.commit(.lever(.plan(wave, lists), reason: reason))]
    case nil:
      guard releases, let first = planned.first else { return finished() }
      state = .releasing(reason: reason, Array(planned.dropFirst()))
      return [.commit(.lever(.release(first), reason: reason))]
    }
  }

  private mutating func done(_ receipt: Receipt) -> [Effect] {
    if case .levered(let lever?) = receipt, state != .undoing { undo.append(lever) }
    switch state {
    case .building: return [.ask(.releaseStep(policies[edited]))]
    case .releasing(let reason, let left):
      guard let next = left.first else { return finished() }
      state = .releasing(reason: reason, Array(left.dropFirst()))
      return [.commit(.lever(.release(next), reason: reason))]
    case .undoing: return takeBack()
    case .loading, .choosing, .value, .extent, .reason: return []
    }
  }

  private mutating func takeBack() -> [Effect] {
    if let lever = undo.popLast() { return [.commit(.lever(lever, reason: "undo"))] }
    message = Message(.good, [Text(zh: "已撤回", en: "Taken back")])
    state = .loading
    return [.sound(.good), .ask(.release([]))]
  }

  private mutating func finished() -> [Effect] {
    state = .loading
    guard !planned.isEmpty else {
      message = Message(.bad, [Text(zh: "没有单可排", en: "No order to plan")])
      return [.refuse(keepingWaiting: false), .ask(.release([]))]
    }
    let codes = planned.map(\.rawValue).joined(separator: " ")
    message = Message(
      .good,
      [
        Text(zh: "排好 \(planned.count) 个波次", en: "Waves made: \(planned.count)"), Text(codes),
        Text(zh: "F8 可撤回", en: "F8 takes it back"),
      ])
    return [.sound(.good), .ask(.release([]))]
  }
}

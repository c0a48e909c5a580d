import Flows
import Terminal

/// What a picker's glass asks for.
enum Wanted {
  case badge, equipment, menu, list, emptyTote, bin, item, tote, drop
  /// There is nothing left to pick.
  case rest
}

extension Wanted {
  private static let takeIt = "Enter 领单"
  private static let setDown = "Enter 已放好"
  private static let noList = "没有待拣单"
  private static let choose = "选一项"

  /// What a screen asks for; nil when a picker should never see it.
  init?(_ screen: Screen) {
    switch screen.prompt {
    case .scan(SignIn.scanBadge): self = .badge
    case .scan(SignIn.scanEquipment): self = .equipment
    case .scan(ClusterPicking.scanEmptyTote): self = .emptyTote
    case .scan(ClusterPicking.scanBin): self = .bin
    case .scan(ClusterPicking.scanItem): self = .item
    case .quantity: self = .tote
    case .choose: self = .menu
    case .read: self = .rest
    case .confirm(let label) where label.zh == Self.takeIt: self = .list
    case .confirm(let label) where label.zh == Self.setDown: self = .drop
    case .confirm, .scan, .text, .secret, .wait: return nil
    }
  }

  /// What a terminal shows in Chinese that is asked for; nil when a picker should never see it.
  init?(_ frame: Frame) {
    let prompts: [(String, Wanted)] = [
      (SignIn.scanEquipment.zh, .equipment), (SignIn.scanBadge.zh, .badge),
      (ClusterPicking.scanEmptyTote.zh, .emptyTote), (ClusterPicking.scanBin.zh, .bin),
      (ClusterPicking.scanItem.zh, .item), (Self.takeIt, .list), (Self.setDown, .drop),
      (Self.noList, .rest), (Self.choose, .menu),
    ]
    let slots = (1...20).map { (ClusterPicking.scanTote($0).zh, Wanted.tote) }
    guard let found = (prompts + slots).first(where: { frame.shows($0.0) }) else { return nil }
    self = found.1
  }
}

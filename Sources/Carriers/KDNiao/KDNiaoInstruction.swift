/// What KDNiao is asked to do: its instruction codes, `RequestType`.
public enum KDNiaoInstruction: String, Hashable, Codable, Sendable, CaseIterable {
  /// Order a waybill.
  case order = "1007"
  /// Cancel a waybill.
  case cancel = "1147"
  /// Ask how many numbers are left.
  case balance = "1127"
  /// Ask whose number it is.
  case recognize = "2002"
  /// Ask for a track.
  case track = "1002"
  /// Ask for a track, the paid version.
  case trackPaid = "8001"
  /// Have a track pushed.
  case subscribe = "1008"
  /// Have a track pushed, the paid version.
  case subscribePaid = "8008"
  /// A track pushed to us.
  case push = "101"
  /// A track pushed to us, the paid version.
  case pushPaid = "102"

  /// Where it is sent in production; pushes come to us.
  var path: String {
    switch self {
    case .order, .cancel, .balance: "/api/EOrderService"
    case .recognize, .track, .trackPaid: "/Ebusiness/EbusinessOrderHandle.aspx"
    case .subscribe, .subscribePaid, .push, .pushPaid: "/api/dist"
    }
  }
}

import Foundation
import Station
import Testing
import Warehouse

/// Consoles that come by one name are handhelds of their own, and find their work again.
@Suite struct DeviceClaimTests {
  private let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("claims-\(UUID().uuidString)").path

  private func claim(_ waiting: Code<Device>...) -> DeviceClaim {
    DeviceClaim(
      "10.0.0.7", in: folder,
      sessions: waiting.enumerated().map { index, device in
        Session(
          code: Code("S\(index)"), badge: Code("B\(index)"), device: device, token: 1,
          since: Timestamp(milliseconds: 0))
      })
  }

  @Test func eachHasItsOwnAsLongAsItLives() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var first: DeviceClaim? = claim("H9", "10.0.0.70")
    #expect(first?.device == "10.0.0.7" && first?.isShared == false)
    let second = claim()
    #expect(second.device == "10.0.0.7#2" && second.isShared)
    #expect(claim().device == "10.0.0.7#3")
    first = nil
    #expect(claim().device == "10.0.0.7")
    withExtendedLifetime(second) {}
  }

  @Test func theOneThatWasCutOffFindsItsWork() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let one = claim("10.0.0.7#2")
    #expect(one.device == "10.0.0.7#2" && !one.isShared)
    // Somebody else from there has nothing to find, and is told apart all the same.
    let other = claim("10.0.0.7#2")
    #expect(other.device == "10.0.0.7" && other.isShared)
    withExtendedLifetime(one) {}
  }

  /// Which of two is back nobody can tell from where it comes: a badge has to.
  @Test func ofTwoThatWereCutOffABadgeTells() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let one = claim("10.0.0.7", "10.0.0.7#2")
    let other = claim("10.0.0.7", "10.0.0.7#2")
    #expect([one.device, other.device] == ["10.0.0.7", "10.0.0.7#2"])
    #expect(one.isShared && other.isShared)
    withExtendedLifetime((one, other)) {}
  }

  @Test func withoutAFolderNothingIsHeld() {
    let claims = (0..<2).map { _ in
      DeviceClaim("H1", in: "/dev/null/handhelds", sessions: [])
    }
    #expect(claims.allSatisfy { $0.device == "H1" && !$0.isShared })
  }
}

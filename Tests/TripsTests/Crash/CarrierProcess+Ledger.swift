import Carriers
import Foundation

extension CarrierProcess {
  /// Reads the book.
  func ledger() throws -> Ledger {
    let answer = try CurlTransport().post(HTTPPost(url: url + "/emulator/ledger", body: ""))
    return try JSONDecoder().decode(Ledger.self, from: Data(answer.body.utf8))
  }
}

public import Warehouse

/// Receives the tracks KDNiao pushes (101 and 102): a pure function from a body to an answer.
public struct KDNiaoPush: Sendable {
  /// What a push came to.
  public struct Receipt: Hashable, Sendable {
    /// The tracks it brought: whole histories, also such as were pushed before.
    public var traces: [Trace]
    /// Why nothing was taken; nil when all is well.
    public var problem: String?
    /// The JSON to answer at once; without a success in it KDNiao pushes again.
    public var reply: String
  }

  private let credentials: KDNiaoCredentials

  /// Makes a receiver.
  public init(credentials: KDNiaoCredentials) {
    self.credentials = credentials
  }

  /// Verifies and reads the body of a push.
  ///
  /// Nothing of a push with a wrong signature is taken. Entries without a number or with a failure
  /// of KDNiao's own are left out.
  public func receive(_ body: String, at now: Timestamp) -> Receipt {
    let form = FormBody(parsing: body)
    guard let type = form["RequestType"], ["101", "102"].contains(type) else {
      return refuse("RequestType is not 101 or 102", now)
    }
    guard let sent = form["RequestData"], let signature = form["DataSign"] else {
      return refuse("RequestData or DataSign is missing", now)
    }
    let key = credentials.key
    // Some senders encode twice.
    let candidates = [sent, FormBody.decode(sent, plusIsBlank: false)]
    let signatures = [signature, FormBody.decode(signature, plusIsBlank: false)]
    let data = candidates.first { data in
      signatures.contains { KDNiaoSignature.verify($0, of: data, key: key) }
    }
    guard let data else { return refuse("DataSign is wrong", now) }
    guard let json = try? JSONReader.read(data, allowsSingleQuotes: true),
      let entries = json["Data"]?.elements
    else { return refuse("RequestData is broken", now) }
    guard json["EBusinessID"]?.string == credentials.merchant else {
      return refuse("EBusinessID is not ours", now)
    }
    let traces = entries.filter { $0["Success"]?.truth != false }.compactMap { KDNiao.trace($0) }
    return Receipt(traces: traces, problem: nil, reply: reply(true, "", now))
  }

  /// The answer where a push could not be kept: it comes again.
  public func notKept(at now: Timestamp) -> String { reply(false, "not kept", now) }

  private func refuse(_ problem: String, _ now: Timestamp) -> Receipt {
    Receipt(traces: [], problem: problem, reply: reply(false, problem, now))
  }

  private func reply(_ success: Bool, _ reason: String, _ now: Timestamp) -> String {
    JSON.object([
      "EBusinessID": .text(credentials.merchant),
      "UpdateTime": .text(KDNiaoTime(now).description),
      "Success": .bool(success), "Reason": .text(reason),
    ]).compact
  }
}

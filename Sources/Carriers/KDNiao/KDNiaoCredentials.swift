public import Warehouse

/// What KDNiao and the couriers behind it know us by.
///
/// Printed it shows nothing of itself.
public struct KDNiaoCredentials: Hashable, Sendable {
  /// Our account with one courier.
  public struct Account: Hashable, Sendable {
    /// 客户号; empty where the courier wants none.
    public var customerName: Secret
    /// Its password; empty where the courier wants none.
    public var customerPassword: Secret
    /// The branch, 网点; empty where the courier wants none.
    public var sendSite: String
    /// The monthly account, 月结号; empty where the courier wants none.
    public var monthCode: Secret

    /// Makes an account.
    public init(
      customerName: Secret = Secret(""), customerPassword: Secret = Secret(""),
      sendSite: String = "", monthCode: Secret = Secret("")
    ) {
      self.customerName = customerName
      self.customerPassword = customerPassword
      self.sendSite = sendSite
      self.monthCode = monthCode
    }
  }

  /// Our merchant id.
  public var merchant: String
  /// The key requests are signed with.
  public var key: Secret
  /// Our accounts with the couriers.
  public var accounts: [CarrierCode: Account]

  /// Makes credentials.
  public init(merchant: String, key: Secret, accounts: [CarrierCode: Account] = [:]) {
    self.merchant = merchant
    self.key = key
    self.accounts = accounts
  }
}

extension KDNiaoCredentials: CustomStringConvertible, CustomDebugStringConvertible,
  CustomReflectable
{
  /// Stars.
  public var description: String { "KDNiaoCredentials(****)" }
  /// Stars.
  public var debugDescription: String { description }
  /// Nothing.
  public var customMirror: Mirror { Mirror(self, children: []) }
}

public import Warehouse

/// Why a staged record cannot land.
public struct LandingProblem: Hashable, Sendable {
  /// What stands against a record.
  public enum Reason: Hashable, Sendable {
    /// The same thing came before in the same file.
    case twice(String)
    /// There is no such zone.
    case unknownZone(Code<Zone>)
    /// There is no such bin.
    case unknownBin(Code<Bin>)
    /// There is no such product.
    case unknownProduct(Code<Product>)
    /// There is no such carrier.
    case unknownCarrier(Code<Carrier>)
    /// There is no such printer.
    case unknownPrinter(Code<LabelPrinter>)
    /// Another product bears the barcode.
    case barcodeTaken(String, by: Code<Product>)
    /// Only bins are counted.
    case notABin(Holder)
    /// Fewer pieces were counted than orders are promised.
    case belowAllocated(StockKey, counted: Int, allocated: Int)
    /// The order is in work and what the file says of it is different.
    case orderInWork(Code<Order>, Order.State)
  }

  /// The record's number, from 1 in the order of staging.
  public var ordinal: Int
  /// What stands against it.
  public var reason: Reason

  /// Makes a problem.
  public init(ordinal: Int, reason: Reason) {
    self.ordinal = ordinal
    self.reason = reason
  }
}

extension LandingProblem: CustomStringConvertible {
  /// The problem in one line.
  public var description: String { "record \(ordinal): \(reason)" }
}

extension LandingProblem.Reason: CustomStringConvertible {
  /// The reason in words.
  public var description: String {
    switch self {
    case .twice(let what): "\(what) is in the file twice"
    case .unknownZone(let code): "there is no zone \(code)"
    case .unknownBin(let code): "there is no bin \(code)"
    case .unknownProduct(let sku): "there is no product \(sku)"
    case .unknownCarrier(let code): "there is no carrier \(code)"
    case .unknownPrinter(let code): "there is no printer \(code)"
    case .barcodeTaken(let barcode, let sku): "product \(sku) bears barcode \(barcode)"
    case .notABin(let holder): "only bins are counted, not \(holder)"
    case .belowAllocated(let key, let counted, let allocated):
      "\(allocated) of \(key.sku) in \(key.holder) are promised to orders, \(counted) were counted"
    case .orderInWork(let number, let state):
      "order \(number) is \(state.rawValue) and cannot be changed by a file"
    }
  }
}

/// Why a document was not handed over, and how much of it may have arrived.
public struct PrinterError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What went wrong; more may come.
  public struct Code: Sendable, Equatable {
    private let name: String
    /// The text is no printer address.
    public static let badAddress = Code(name: "badAddress")
    /// The job's id cannot be a file name.
    public static let badJobID = Code(name: "badJobID")
    /// The host name has no address.
    public static let hostUnknown = Code(name: "hostUnknown")
    /// The host answers, but nothing listens on the port.
    public static let refused = Code(name: "refused")
    /// No way to the host.
    public static let unreachable = Code(name: "unreachable")
    /// No answer, or no progress, within the time allowed.
    public static let timedOut = Code(name: "timedOut")
    /// The connection was cut.
    public static let brokenOff = Code(name: "brokenOff")
    /// The folder could not be written.
    public static let storage = Code(name: "storage")
  }

  /// How much of the document may have reached the printer.
  public enum Delivery: Sendable, Equatable {
    /// Not a byte: sending again cannot print twice.
    case nothing
    /// The socket took `bytes` of `total`; what the printer made of them is not known.
    case unknown(bytes: Int, total: Int)
  }

  /// What went wrong.
  public var code: Code
  /// How much may have arrived.
  public var delivery: Delivery
  private var sentence: String

  init(_ code: Code, delivery: Delivery = .nothing, _ sentence: String) {
    self.code = code
    self.delivery = delivery
    self.sentence = sentence
  }

  /// One line for people.
  public var description: String {
    switch delivery {
    case .nothing: sentence
    case .unknown(let bytes, let total):
      "\(sentence); \(bytes) of \(total) bytes were on their way, look whether a label came out"
    }
  }
}

public import Flows
public import Warehouse

/// Where frames are shown and tones sound.
///
/// The contract, which `DisplayContract` in the tests holds every display to:
/// - `show` makes the person see the frame, whole, before it returns; showing the same frame again
///   sends nothing that changes the picture. A frame of another size than `size` is clipped at the
///   right and the bottom; what it does not cover is blank.
/// - `sound` never waits: a tone of several beats rings its first at once and the others from
///   `ringIfDue`, which the loop calls when `bellDue` has come.
/// - `close` gives the terminal back as it was found. After it, and after the terminal is gone,
///   every call does nothing; it never traps and never throws, because the loop learns of a
///   hang-up by waiting, not by drawing.
@MainActor
public protocol Display: AnyObject {
  /// Columns and rows, as they are now.
  var size: Size { get }
  /// What lines and shading can be drawn with.
  var charset: Charset { get }
  /// Shows a frame.
  func show(_ frame: Frame)
  /// Which tones are heard.
  var tones: Tones { get set }
  /// Sounds a tone.
  func sound(_ sound: Sound)
  /// When the next beat of a tone is due, in milliseconds of the monotonic clock; nil for none.
  var bellDue: Int64? { get }
  /// Rings the next beat when its time has come.
  func ringIfDue()
  /// Takes the terminal's new size; whether it changed.
  func resize() -> Bool
  /// Draws everything anew, as after other output spoiled the picture.
  func redraw()
  /// Gives the terminal to the shell until the process goes on.
  func suspend()
  /// Whether what is typed must not be echoed by the terminal itself.
  func conceal(_ secret: Bool)
  /// Gives the terminal back.
  func close()
}

extension Display {
  /// Every tone is heard as the display has it.
  public var tones: Tones {
    get { .bad }
    set {}
  }
  /// No beats are due.
  public var bellDue: Int64? { nil }
  /// Nothing to ring.
  public func ringIfDue() {}
  /// The size stays.
  public func resize() -> Bool { false }
  /// The picture cannot be spoiled.
  public func redraw() {}
  /// The terminal echoes nothing itself.
  public func conceal(_ secret: Bool) {}
  /// There is no shell to go back to.
  public func suspend() {}
}

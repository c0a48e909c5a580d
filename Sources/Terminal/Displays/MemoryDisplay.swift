public import Flows

/// A display that keeps what it is shown, for tests and for trips in memory.
@MainActor
public final class MemoryDisplay: Display {
  /// Columns and rows; set it as a resize would.
  public var size: Size
  /// What lines and shading are drawn with.
  public let charset: Charset
  /// The last frame shown.
  public private(set) var frame: Frame?
  /// How many frames were shown.
  public private(set) var shown = 0
  /// Every tone, in order.
  public private(set) var sounds: [Sound] = []
  /// Whether it was closed; nothing is kept after that.
  public private(set) var isClosed = false

  /// Makes a display of a size.
  public init(size: Size, charset: Charset = .unicode) {
    self.size = size
    self.charset = charset
  }

  /// Keeps the frame.
  public func show(_ frame: Frame) {
    guard !isClosed else { return }
    var clipped = Frame(size: size)
    clipped.copy(frame.drawn(with: charset), row: 0, column: 0)
    self.frame = clipped
    shown += 1
  }

  /// Keeps the tone.
  public func sound(_ sound: Sound) {
    guard !isClosed else { return }
    sounds.append(sound)
  }

  /// Forgets the tones heard so far.
  public func forgetSounds() {
    sounds = []
  }

  /// Ends it.
  public func close() {
    isClosed = true
  }
}

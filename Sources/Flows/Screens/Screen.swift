/// What a person sees and what is asked of them: data from a closed vocabulary.
///
/// A screen knows no size, no language and no colour. One renderer lays it out for every glass,
/// from 20x4 to the widest console; what does not fit is dropped by rank, never the prompt, the
/// message or the headline.
public struct Screen: Hashable, Codable, Sendable {
  /// Whether the screen is a handheld's glass or fills the whole console.
  public enum Shape: String, Hashable, Codable, Sendable {
    /// A picker's or packer's device: 20x16, drawn as a device on a wide terminal.
    case handheld
    /// A board that uses the whole width it is given.
    case board
  }

  /// What the screen is, and of which job: the first row.
  public var title: Text
  /// How far the job is, shown at the right of the title.
  public var progress: Progress?
  /// What the job is for, told in the header of a wide console: carrier and cut-off.
  public var job: Text?
  /// The line under the title: what was recovered, a word from the supervisor.
  public var banner: Text?
  /// What the person must know now, from top to bottom.
  public var body: [Body]
  /// What has just happened: a refusal with its remedy, a confirmation.
  public var message: Message?
  /// What is asked of the person.
  public var prompt: Prompt
  /// The keys that do something here; no others are named.
  public var keys: [KeyHint]
  /// Pictures and lists beside the glass where there is room for them.
  public var panes: [Pane]
  /// Whether the screen is a handheld's glass or fills the whole console.
  public var shape: Shape

  /// Makes a screen.
  public init(
    title: Text, progress: Progress? = nil, job: Text? = nil, banner: Text? = nil,
    body: [Body] = [], message: Message? = nil, prompt: Prompt, keys: [KeyHint] = [],
    panes: [Pane] = [],
    shape: Shape = .handheld
  ) {
    self.title = title
    self.progress = progress
    self.job = job
    self.banner = banner
    self.body = body
    self.message = message
    self.prompt = prompt
    self.keys = keys
    self.panes = panes
    self.shape = shape
  }
}

/// How many of a number of things are done.
public struct Progress: Hashable, Codable, Sendable {
  /// Things done.
  public var done: Int
  /// Things in all.
  public var total: Int

  /// Makes a progress of `done` in `total`.
  public init(done: Int, of total: Int) {
    self.done = done
    self.total = total
  }
}

/// What a message means to the person; never told by colour alone.
public enum Tone: String, Hashable, Codable, Sendable {
  /// Nothing special.
  case plain
  /// It worked.
  case good
  /// Look here.
  case warn
  /// It was refused: marked with `!`.
  case bad
}

/// What has just happened, in a tone: the first line is the sentence, the others its facts.
public struct Message: Hashable, Codable, Sendable {
  /// What the message means to the person.
  public var tone: Tone
  /// The sentence, then the facts: what was scanned, what was expected, the remedy.
  public var lines: [Text]

  /// Makes a message.
  public init(_ tone: Tone, _ lines: [Text]) {
    self.tone = tone
    self.lines = lines
  }
}

/// A key that does something on this screen.
public struct KeyHint: Hashable, Codable, Sendable {
  /// The key.
  public var key: Key
  /// What it does, in a word.
  public var label: Text

  /// Makes a hint.
  public init(_ key: Key, _ label: Text) {
    self.key = key
    self.label = label
  }
}

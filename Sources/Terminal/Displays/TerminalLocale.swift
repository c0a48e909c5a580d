import CTerminal

/// What the terminal's character set can show, as the locale says.
public enum TerminalLocale: Hashable, Sendable {
  /// UTF-8: everything.
  case utf8
  /// GBK or GB18030: Chinese.
  case gb
  /// Something else: English and ASCII.
  case other

  /// Whether Chinese can be shown.
  public var showsChinese: Bool {
    switch self {
    case .utf8, .gb: true
    case .other: false
    }
  }

  /// Sets the process's locale from the environment, C.UTF-8 where that names none.
  ///
  /// Call it at start, before any other thread runs.
  @MainActor
  public static func set() -> TerminalLocale {
    switch ct_set_locale() {
    case Int32(CT_CODESET_UTF8): .utf8
    case Int32(CT_CODESET_GB): .gb
    default: .other
    }
  }
}

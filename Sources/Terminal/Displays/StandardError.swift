import CTerminal

/// Where stderr goes while a display is open, and what a crash leaves behind.
@MainActor
public enum StandardError {
  /// Sends stderr to the end of a log file, so that nothing written to it reaches the screen.
  ///
  /// - Returns: Zero, or the system's error number; stderr then stays where it was.
  public static func redirect(to path: String) -> Int32 {
    ct_redirect_stderr(path)
  }

  /// Gives stderr back.
  public static func restore() {
    ct_restore_stderr()
  }

  /// Guards every open terminal against a crash.
  ///
  /// On a fatal signal each is restored and the farewell written to it, one line that says where
  /// the log is; the signal then goes on to whoever handled it before, such as Swift's backtracer.
  public static func guardTerminals(farewell: String) {
    ct_guard(farewell)
  }
}

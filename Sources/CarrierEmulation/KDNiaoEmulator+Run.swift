import Dispatch
import Glibc

extension KDNiaoEmulator {
  /// Runs an emulator until SIGTERM or SIGINT; `say` gets the line that tells it is ready.
  public static func run(
    _ options: KDNiaoEmulatorOptions, say: (String) -> Void
  ) async throws {
    let emulator = try await start(options)
    let merchants = options.merchants.keys.sorted().joined(separator: ", ")
    say(
      "KDNiao emulator on \(emulator.address), merchant \(merchants), books "
        + (options.file ?? "in memory"))
    // Whoever waits for the line reads it through a pipe.
    fflush(nil)
    let (ended, end) = AsyncStream.makeStream(of: Void.self)
    let sources = [SIGTERM, SIGINT].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { end.finish() }
      source.resume()
      return source
    }
    for await _ in ended {}
    for source in sources { source.cancel() }
    await emulator.stop()
  }
}

import Dispatch
import Foundation

/// A command that serves until SIGTERM or SIGINT.
enum Service {
  /// Runs a body beside the waiting main thread; its stream ends when the program is told to end.
  static func run(
    _ body: @escaping @Sendable (AsyncStream<Void>) async throws -> Void
  ) throws {
    let done = DispatchSemaphore(value: 0)
    let problem = Box()
    let (ended, end) = AsyncStream.makeStream(of: Void.self)
    let sources = [SIGTERM, SIGINT].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { end.finish() }
      source.resume()
      return source
    }
    Task.detached {
      do { try await body(ended) } catch { problem.error = error }
      done.signal()
    }
    done.wait()
    for source in sources { source.cancel() }
    if let error = problem.error { throw Failure(.unavailable, "\(error)") }
  }

  /// Written before the semaphore is signalled, read after it was waited for.
  private final class Box: @unchecked Sendable {
    var error: (any Error)?
  }
}

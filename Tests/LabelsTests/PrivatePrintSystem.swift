import Foundation
import Labels

/// Programs of CUPS on loopback, each with a folder, a port and processes of its own.
final class PrivatePrintSystem {
  /// Where the programs are; the line to say when one is missing.
  static let missing: String? = {
    let wanted = [
      ("cupsd", "cups-daemon"), ("ippeveprinter", "cups-ipp-utils"), ("dbus-daemon", "dbus"),
      ("avahi-daemon", "avahi-daemon"),
    ]
    for (tool, package) in wanted where path(tool) == nil {
      return "no \(tool): apt-get install \(package)"
    }
    return getuid() == 0 ? nil : "cupsd and avahi-daemon run as root only"
  }()

  private static func path(_ tool: String) -> String? {
    ["/usr/sbin", "/usr/bin", "/sbin", "/bin"].map { "\($0)/\(tool)" }
      .first(where: FileManager.default.isExecutableFile)
  }

  let folder: String
  let port: UInt16
  private var processes: [Process] = []

  init() throws {
    folder =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("pickway-cups-\(UUID().uuidString.prefix(8))").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // A port that was free a moment ago.
    let probe = try LoopbackPrinter()
    port = probe.port
    probe.stop()
    usleep(20_000)
  }

  /// Ends what was started, and only that.
  func end() {
    // Threads of tests block SIGTERM, and what they start inherits that.
    for process in processes.reversed() where process.isRunning {
      kill(process.processIdentifier, SIGKILL)
    }
    for process in processes { process.waitUntilExit() }
    try? FileManager.default.removeItem(atPath: folder)
  }

  func write(_ text: String, to name: String, executable: Bool = false) throws {
    let url = URL(filePath: "\(folder)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    if executable {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: url.path)
    }
  }

  private func start(_ tool: String, _ arguments: [String], _ more: [String: String] = [:]) throws {
    let process = Process()
    process.executableURL = URL(filePath: Self.path(tool) ?? tool)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(more) { $1 }
    _ = FileManager.default.createFile(atPath: "\(folder)/\(tool).log", contents: nil)
    let log = try FileHandle(forWritingTo: URL(filePath: "\(folder)/\(tool).log"))
    process.standardOutput = log
    process.standardError = log
    process.standardInput = FileHandle.nullDevice
    try process.run()
    processes.append(process)
  }

  /// Waits until the port answers; the log of the tool when it does not.
  private func waited(_ tool: String) -> String? {
    let printer = RawPrinter(host: "127.0.0.1", port: port)
    for _ in 0..<100 {
      do {
        _ = try printer.status()
        return nil
      } catch {
        usleep(50_000)
      }
    }
    return (try? String(contentsOfFile: "\(folder)/\(tool).log", encoding: .utf8)) ?? tool
  }

  /// A cupsd with one raw queue `Zebra` whose backend hands bytes to a port; why it does not run.
  func startCUPS(sink: UInt16) throws -> String? {
    try write(
      """
      Listen 127.0.0.1:\(port)
      DefaultAuthType None
      WebInterface No
      Browsing No
      <Location />
        Order allow,deny
        Allow all
      </Location>
      <Policy default>
        <Limit All>
          Order deny,allow
        </Limit>
      </Policy>

      """, to: "cupsd.conf")
    try write(
      """
      ServerRoot \(folder)/root
      ServerBin \(folder)/bin
      RequestRoot \(folder)/spool
      TempDir \(folder)/spool/tmp
      CacheDir \(folder)/cache
      StateDir \(folder)/state
      AccessLog \(folder)/access_log
      ErrorLog \(folder)/error_log
      PageLog \(folder)/page_log
      SystemGroup root

      """, to: "cups-files.conf")
    try write(
      """
      <Printer Zebra>
      DeviceURI sink://127.0.0.1:\(sink)
      State Idle
      Accepting Yes
      </Printer>

      """, to: "root/printers.conf")
    try write(
      """
      #!/bin/bash
      [ $# -eq 0 ] && exit 0
      place=${DEVICE_URI#sink://}
      exec 3<>/dev/tcp/${place%:*}/${place#*:} || exit 4
      cat "${6:-/dev/stdin}" >&3

      """, to: "bin/backend/sink", executable: true)
    for name in ["spool/tmp", "cache", "state"] {
      try FileManager.default.createDirectory(
        atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
    }
    for name in ["daemon", "notifier", "monitor", "cgi-bin"] {
      try FileManager.default.createSymbolicLink(
        atPath: "\(folder)/bin/\(name)", withDestinationPath: "/usr/lib/cups/\(name)")
    }
    // cupsd takes nothing that others may write to.
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    try start(
      "cupsd", ["-c", "\(folder)/cupsd.conf", "-s", "\(folder)/cups-files.conf", "-f"])
    return waited("cupsd")
  }

  /// An IPP printer whose command is a shell script with the document as `$1`; why it does not run.
  func startIPP(command: String) throws -> String? {
    try write(
      """
      <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
        "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
      <busconfig><type>system</type><listen>unix:path=\(folder)/bus</listen>
      <auth>EXTERNAL</auth><policy context="default"><allow user="*"/><allow own="*"/>
      <allow send_type="method_call"/><allow send_type="signal"/>
      <allow send_requested_reply="true" send_type="method_return"/>
      <allow send_requested_reply="true" send_type="error"/>
      <allow receive_type="method_call"/><allow receive_type="signal"/>
      <allow receive_type="method_return"/><allow receive_type="error"/></policy></busconfig>

      """, to: "dbus.conf")
    try write(
      "[server]\nallow-interfaces=lo\nuse-ipv6=no\n[wide-area]\nenable-wide-area=no\n",
      to: "avahi.conf")
    try write("#!/bin/sh\n\(command)\n", to: "command.sh", executable: true)
    try FileManager.default.createDirectory(
      atPath: "\(folder)/jobs", withIntermediateDirectories: true)
    let bus = ["DBUS_SYSTEM_BUS_ADDRESS": "unix:path=\(folder)/bus", "PICKWAY_OUT": folder]
    try start("dbus-daemon", ["--config-file=\(folder)/dbus.conf", "--nofork", "--nopidfile"])
    for _ in 0..<100 where !FileManager.default.fileExists(atPath: "\(folder)/bus") {
      usleep(20_000)
    }
    try start(
      "avahi-daemon",
      ["-f", "\(folder)/avahi.conf", "--no-drop-root", "--no-rlimits", "--no-chroot"], bus)
    // It registers a moment after it is on the bus.
    usleep(1_500_000)
    try start(
      "ippeveprinter",
      [
        "-p", "\(port)", "-M", "Pickway", "-m", "Test", "-c", "\(folder)/command.sh", "-f",
        "application/pdf,application/vnd.zebra-zpl", "-d", "\(folder)/jobs", "-k", "-n",
        "localhost", "-r", "off", "Pickway-\(port)",
      ], bus)
    return waited("ippeveprinter")
  }
}

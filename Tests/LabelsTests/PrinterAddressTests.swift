import Labels
import Testing

/// Printer addresses as people write them.
@Suite struct PrinterAddressTests {
  @Test(arguments: [
    ("spool:/var/spool/labels", PrinterAddress.spool(path: "/var/spool/labels")),
    ("tcp:192.168.1.50", .tcp(host: "192.168.1.50", port: 9100)),
    ("tcp:zebra-1.local:9101", .tcp(host: "zebra-1.local", port: 9101)),
    ("tcp:[fe80::1]", .tcp(host: "fe80::1", port: 9100)),
    ("tcp:[::1]:6101", .tcp(host: "::1", port: 6101)),
  ])
  func reads(_ text: String, _ address: PrinterAddress) throws {
    #expect(try PrinterAddress(text) == address)
    #expect(try PrinterAddress(address.description) == address)
  }

  @Test(arguments: [
    ("", "spool:/folder, tcp:host[:port] or ipp://host[:port]/queue"),
    ("zebra", "spool:/folder, tcp:host[:port] or ipp://host[:port]/queue"),
    ("spool:labels", "a folder from the root"), ("tcp:", "a host name"),
    ("tcp::9100", "a host name"), ("tcp:a b", "a host name"), ("tcp:zebra:", "a port"),
    ("tcp:zebra:0", "a port"), ("tcp:zebra:65536", "a port"), ("tcp:zebra:x", "a port"),
    ("tcp:fe80::1", "brackets"), ("tcp:[::1", "closing ]"), ("tcp:[::1]9100", "a port"),
  ])
  func saysWhatWasExpected(_ text: String, _ expected: String) throws {
    let error = #expect(throws: PrinterError.self) { try PrinterAddress(text) }
    #expect(error?.code == .badAddress)
    #expect(error?.description.contains("'\(text)': expected") == true)
    #expect(error?.description.contains(expected) == true)
  }

  @Test func makesPrinters() throws {
    #expect(try PrinterAddress("spool:/tmp").printer() is SpoolPrinter)
    #expect(try PrinterAddress("tcp:zebra").printer() is RawPrinter)
  }
}

/// The languages a label can be written in.
public enum LabelFormat: String, Sendable, Equatable, Codable, CaseIterable {
  /// ZPL II, for Zebra and the many printers that speak it.
  case zpl
  /// TSPL, for TSC and most Chinese label printers.
  case tspl
  /// PDF with text and bars as vectors, a page a label, exactly as large as the paper.
  case pdf
  /// PNG, black and white, as a printer would lay its dots.
  case png

  /// The extension of file names.
  public var fileExtension: String { rawValue }

  /// The media type, as IPP and HTTP name it.
  public var mediaType: String {
    switch self {
    case .zpl: "application/vnd.zebra-zpl"
    case .tspl: "application/octet-stream"
    case .pdf: "application/pdf"
    case .png: "image/png"
    }
  }

  /// The back end that writes this format.
  public func backend(resolution: Resolution = .dpi203) -> any LabelBackend {
    switch self {
    case .zpl: ZPLBackend(resolution: resolution)
    case .tspl: TSPLBackend(resolution: resolution)
    case .pdf: PDFBackend(resolution: resolution)
    case .png: PNGBackend(resolution: resolution)
    }
  }
}

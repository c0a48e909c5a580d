import CPango

/// Writes PDF: a page a label, exactly as large as the paper, text and bars as vectors.
///
/// Text goes as outlines: cairo's subset of a Chinese OpenType font is near 1 MB a label, the outlines
/// are near 80 KB and need no font where the file is printed; in exchange it cannot be searched. Bars
/// lie on whole dots of `resolution`, so that a label printer driver prints them sharp.
public struct PDFBackend: LabelBackend {
  /// ``LabelFormat/pdf``.
  public var format: LabelFormat { .pdf }
  /// The dots bars are snapped to.
  public var resolution: Resolution

  /// Creates a back end whose bars are whole dots of a resolution.
  public init(resolution: Resolution = .dpi203) {
    self.resolution = resolution
  }

  /// Collects what cairo writes.
  private final class Sink {
    var bytes: [UInt8] = []
  }

  /// Writes a document of one page a label.
  public func render(_ pages: [Label], id: String) throws(LabelError) -> PrintDocument {
    var resolved: [ResolvedLabel] = []
    for page in pages { resolved.append(try ResolvedLabel(page, resolution: resolution)) }
    let name = pages.first?.name ?? id
    let sink = Sink()
    let write: cairo_write_func_t = { closure, data, length in
      guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
      let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
      sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
      return CAIRO_STATUS_SUCCESS
    }
    let point = 72 / 25.4
    let status = withExtendedLifetime(sink) {
      guard
        let surface = cairo_pdf_surface_create_for_stream(
          write, Unmanaged.passUnretained(sink).toOpaque(), (pages.first?.width ?? 1) * point,
          (pages.first?.height ?? 1) * point),
        let cairo = cairo_create(surface)
      else { return CAIRO_STATUS_NO_MEMORY }
      cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, id)
      // Without a date of its own cairo writes today's; the same job must give the same bytes.
      cairo_pdf_surface_set_metadata(
        surface, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
      let dot = point / resolution.dotsPerMillimeter
      cairo_scale(cairo, dot, dot)
      for page in resolved {
        cairo_pdf_surface_set_size(surface, page.label.width * point, page.label.height * point)
        draw(page, on: cairo)
        cairo_show_page(cairo)
      }
      cairo_destroy(cairo)
      cairo_surface_finish(surface)
      let status = cairo_surface_status(surface)
      cairo_surface_destroy(surface)
      return status
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      throw LabelError(
        .drawing, element: name,
        "cairo could not write the PDF: \(String(cString: cairo_status_to_string(status)))")
    }
    return PrintDocument(id: id, format: .pdf, bytes: sink.bytes, notes: resolved.flatMap(\.notes))
  }

  private func draw(_ resolved: ResolvedLabel, on cairo: OpaquePointer) {
    for (_, item) in resolved.items {
      switch item {
      case .text(let block, let text):
        if block.isInverted {
          fill([block.frame], on: cairo)
          cairo_set_source_rgb(cairo, 1, 1, 1)
        }
        self.text(text, resolved, on: cairo)
        cairo_set_source_rgb(cairo, 0, 0, 0)
      case .bars(let bars):
        fill(bars, on: cairo)
      case .outline(let whole, let thickness):
        fill(resolved.edges(of: whole, thickness: thickness), on: cairo)
      case .symbol(let placed):
        fill(placed.bars, on: cairo)
        if let caption = placed.caption { text(caption.text, resolved, on: cairo) }
      }
    }
  }

  private func text(_ text: FittedText, _ resolved: ResolvedLabel, on cairo: OpaquePointer) {
    resolved.engine.draw(text, on: cairo, scale: resolution.dotsPerMillimeter, asOutlines: true)
  }

  private func fill(_ rects: [DotRect], on cairo: OpaquePointer) {
    for rect in rects {
      cairo_rectangle(
        cairo, Double(rect.x), Double(rect.y), Double(rect.width), Double(rect.height))
    }
    cairo_fill(cairo)
  }

  private func fill(_ frames: [Label.Frame], on cairo: OpaquePointer) {
    let scale = resolution.dotsPerMillimeter
    for frame in frames {
      cairo_rectangle(
        cairo, frame.x * scale, frame.y * scale, frame.width * scale, frame.height * scale)
    }
    cairo_fill(cairo)
  }
}

import CPango

extension TextEngine {
  /// How much of a dot ink must cover to make it black; below one half, because thin strokes of
  /// small Chinese characters break sooner than they clog.
  private static let threshold: UInt8 = 100

  /// A text block as dots, with the place of its corner on the label.
  func bitmap(
    _ block: Label.TextBlock, _ text: FittedText, resolution: Resolution
  ) throws(LabelError) -> (bitmap: Bitmap, x: Int, y: Int) {
    let key = TextCache.Key(block, text, resolution)
    if let drawn = TextCache.shared.drawn(key) { return (drawn.bitmap, drawn.x, drawn.y) }
    let drawn = try draw(block, text, resolution: resolution)
    TextCache.shared.keep(.init(bitmap: drawn.bitmap, x: drawn.x, y: drawn.y), for: key)
    return drawn
  }

  private func draw(
    _ block: Label.TextBlock, _ text: FittedText, resolution: Resolution
  ) throws(LabelError) -> (bitmap: Bitmap, x: Int, y: Int) {
    let scale = resolution.dotsPerMillimeter
    let area = block.isInverted ? block.frame : text.inkFrame ?? block.frame
    let x = resolution.dots(area.x)
    let y = resolution.dots(area.y)
    let width = max(1, resolution.dots(area.right) - x)
    let height = max(1, resolution.dots(area.bottom) - y)
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_A8, Int32(width), Int32(height)),
      let cairo = cairo_create(surface)
    else { throw LabelError(.drawing, element: block.name, "cairo could not start") }
    defer {
      cairo_destroy(cairo)
      cairo_surface_destroy(surface)
    }
    draw(text, on: cairo, scale: scale, originX: Double(x) / scale, originY: Double(y) / scale)
    cairo_surface_flush(surface)
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS,
      let data = cairo_image_surface_get_data(surface)
    else { throw LabelError(.drawing, element: block.name, "cairo could not draw the text") }
    let stride = Int(cairo_image_surface_get_stride(surface))
    let bitmap = Bitmap(
      width: width, height: height, coverage: data, stride: stride, threshold: Self.threshold,
      isInverted: block.isInverted)
    return (bitmap, x, y)
  }
}

extension TextCache.Key {
  /// The key of a block's fitted text.
  init(_ block: Label.TextBlock, _ text: FittedText, _ resolution: Resolution) {
    let box = block.frame
    self.init(
      lines: text.lines, size: text.size, weight: text.weight,
      box: block.isInverted ? [box.x, box.y, box.width, box.height] : [], resolution: resolution)
  }
}

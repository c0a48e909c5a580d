import CPango

extension TextEngine {
  /// How much of a dot ink must cover to make it black; below one half, because thin strokes of
  /// small Chinese characters break sooner than they clog.
  private static let threshold: UInt8 = 100

  /// A text block as dots, with the place of its corner on the label.
  func bitmap(
    _ block: Label.TextBlock, _ text: FittedText, resolution: Resolution
  ) throws(LabelError) -> (bitmap: Bitmap, x: Int, y: Int) {
    let scale = resolution.dotsPerMillimeter
    // Ink may hang over the em square a little (descenders, accents); black boxes end sharply.
    let margin = block.isInverted ? 0 : Int((text.size * scale / 2).rounded(.up))
    let x = resolution.dots(block.frame.x) - margin
    let y = resolution.dots(block.frame.y) - margin
    let width = resolution.dots(block.frame.right) + margin - x
    let height = resolution.dots(block.frame.bottom) + margin - y
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
    var bitmap = Bitmap(width: width, height: height)
    for row in 0..<height {
      for column in 0..<width
      where (data[row * stride + column] >= Self.threshold) != block.isInverted {
        bitmap[column, row] = true
      }
    }
    return (bitmap, x, y)
  }
}

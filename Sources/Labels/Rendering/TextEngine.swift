import CPango

/// Pango behind millimeters: measures, breaks and draws lines of text.
///
/// One engine belongs to one rendering and is not shared between threads; Pango keeps its font map
/// per thread. Hinting is off everywhere, so a line is as wide on paper as on any screen.
final class TextEngine {
  /// The fonts asked for, in order; Pango falls back to any other font that has a character.
  static let families = "Noto Sans CJK SC, Noto Sans SC, WenQuanYi Micro Hei, sans-serif"
  /// Millimeters are measured as eighths, so that a font size is a sensible number to Pango.
  private static let unit = 8.0

  private let context: OpaquePointer
  private let layout: OpaquePointer
  private let description: OpaquePointer

  /// Fails only when memory is out.
  init(label: String) throws(LabelError) {
    guard let map = pango_cairo_font_map_get_default(),
      let context = pango_font_map_create_context(map), let layout = pango_layout_new(context),
      let description = pango_font_description_new()
    else { throw LabelError(.drawing, element: label, "Pango could not start") }
    self.context = context
    self.layout = layout
    self.description = description
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_context_set_round_glyph_positions(context, 0)
    // Han characters look different in Chinese and Japanese; the language decides.
    pango_context_set_language(context, pango_language_from_string("zh-cn"))
    pango_font_description_set_family(description, Self.families)
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
  }

  deinit {
    pango_font_description_free(description)
    g_object_unref(UnsafeMutableRawPointer(layout))
    g_object_unref(UnsafeMutableRawPointer(context))
  }

  /// Sets text in a size given in units of whoever draws.
  private func set(_ text: String, size: Double, weight: Label.Weight, width: Double?) {
    let pangoWeight =
      switch weight {
      case .regular: PANGO_WEIGHT_NORMAL
      case .bold: PANGO_WEIGHT_BOLD
      }
    pango_font_description_set_weight(description, pangoWeight)
    pango_font_description_set_absolute_size(description, size * Double(PANGO_SCALE))
    pango_layout_set_font_description(layout, description)
    pango_layout_set_width(layout, width.map { Int32($0 * Double(PANGO_SCALE)) } ?? -1)
    pango_layout_set_text(layout, text, Int32(text.utf8.count))
  }

  /// The text broken into lines of at most `width` millimeters, without the spaces at their ends, and
  /// the advance of each in millimeters.
  func lines(
    of text: String, size: Double, weight: Label.Weight, width: Double
  ) -> [(text: String, width: Double)] {
    set(text, size: size * Self.unit, weight: weight, width: width * Self.unit)
    let bytes = Array(text.utf8)
    let space = UInt8(ascii: " ")
    var lines: [(text: String, width: Double)] = []
    var unmeasured: [Int] = []
    for index in 0..<pango_layout_get_line_count(layout) {
      guard let line = pango_layout_get_line_readonly(layout, index) else { continue }
      let start = Int(line.pointee.start_index)
      var slice = bytes[start..<start + Int(line.pointee.length)]
      if slice.last == space { unmeasured.append(lines.count) }
      while slice.last == space { slice.removeLast() }
      var extents = PangoRectangle()
      pango_layout_line_get_extents(line, nil, &extents)
      lines.append((String(decoding: slice, as: UTF8.self), Self.millimeters(extents.width)))
    }
    // The layout is one for all: a line that ended with spaces is measured anew once all are read.
    for index in unmeasured {
      lines[index].width = self.width(of: lines[index].text, size: size, weight: weight)
    }
    return lines
  }

  /// The advance of one line in millimeters.
  private func width(of line: String, size: Double, weight: Label.Weight) -> Double {
    set(line, size: size * Self.unit, weight: weight, width: nil)
    var extents = PangoRectangle()
    pango_layout_get_extents(layout, nil, &extents)
    return Self.millimeters(extents.width)
  }

  private static func millimeters(_ units: Int32) -> Double {
    Double(units) / Double(PANGO_SCALE) / unit
  }

  /// The characters no installed font can draw, each once, in order of appearance.
  func unknownCharacters(in text: String, weight: Label.Weight) -> [Character] {
    if TextCache.shared.knowsAll(of: text, weight) { return [] }
    set(text, size: 16, weight: weight, width: nil)
    guard pango_layout_get_unknown_glyphs_count(layout) > 0 else {
      TextCache.shared.learn(text, weight)
      return []
    }
    var unknown: [Character] = []
    for character in text where !unknown.contains(character) {
      set(String(character), size: 16, weight: weight, width: nil)
      if pango_layout_get_unknown_glyphs_count(layout) > 0 { unknown.append(character) }
    }
    return unknown
  }

  /// Draws fitted text on a cairo context whose unit is `1 / scale` millimeters and whose origin is
  /// at (`originX`, `originY`) millimeters of the label.
  ///
  /// With `asOutlines` the shapes of the glyphs are drawn and no font is embedded.
  func draw(
    _ text: FittedText, on cairo: OpaquePointer, scale: Double, originX: Double = 0,
    originY: Double = 0, asOutlines: Bool = false
  ) {
    for line in text.lines {
      set(line.text, size: text.size * scale, weight: text.weight, width: nil)
      cairo_move_to(cairo, (line.x - originX) * scale, (line.baseline - originY) * scale)
      let shaped = pango_layout_get_line_readonly(layout, 0)
      if asOutlines {
        pango_cairo_layout_line_path(cairo, shaped)
        cairo_fill(cairo)
      } else {
        pango_cairo_show_layout_line(cairo, shaped)
      }
    }
  }
}

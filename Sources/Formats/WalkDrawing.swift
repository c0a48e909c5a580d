public import Routing

/// A walk over a layout as an SVG picture: aisles, cross-aisles, the walk and its numbered stops.
///
/// A unit of the picture is a decimeter of the floor; the back of the floor is at the top.
public struct WalkDrawing {
  private let tour: Tour
  private let request: TourRequest
  private let aisles: [String]

  /// A drawing of a tour that answers a request, with the aisles' names.
  public init(tour: Tour, of request: TourRequest, aisles: [String]) {
    self.tour = tour
    self.request = request
    self.aisles = aisles
  }

  /// Where each stop is, in walking order.
  public var stops: [FloorPoint] {
    tour.order.compactMap { stop in
      guard case .aisle(let aisle, let y) = request.stops[stop] else { return nil }
      return FloorPoint(x: request.layout.aisles[aisle], y: y)
    }
  }

  /// The picture as an SVG document.
  public var svg: String {
    let layout = request.layout
    let low = layout.crossAisles[0]
    let high = layout.crossAisles[layout.crossAisles.count - 1]
    let left = layout.aisles[0]
    let right = layout.aisles[layout.aisles.count - 1]
    let margin = 30
    func x(_ value: Int) -> String { decimal(value - left, margin) }
    func y(_ value: Int) -> String { decimal(high - value, margin) }
    let width = (right - left) / 100 + 2 * margin
    let height = (high - low) / 100 + 2 * margin
    var lines = [
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 \(width) \(height)" \
      font-family="sans-serif" font-size="8">
      """,
      "<rect width=\"\(width)\" height=\"\(height)\" fill=\"white\"/>",
    ]
    for (name, aisle) in zip(aisles, layout.aisles) {
      lines.append(
        """
        <line x1="\(x(aisle))" y1="\(y(low))" x2="\(x(aisle))" y2="\(y(high))" \
        stroke="#ddd" stroke-width="8"/><text x="\(x(aisle))" y="\(height - 8)" \
        text-anchor="middle" fill="#888">\(escaped(name))</text>
        """)
    }
    for cross in layout.crossAisles {
      lines.append(
        """
        <line x1="\(x(left))" y1="\(y(cross))" x2="\(x(right))" y2="\(y(cross))" \
        stroke="#ddd" stroke-width="8"/>
        """)
    }
    let points = tour.path.map { "\(x($0.x)),\(y($0.y))" }.joined(separator: " ")
    lines.append(
      """
      <polyline points="\(points)" fill="none" stroke="#06c" stroke-width="2" \
      stroke-linejoin="round" opacity="0.7"/>
      """)
    for (number, stop) in stops.enumerated() {
      lines.append(
        """
        <circle cx="\(x(stop.x))" cy="\(y(stop.y))" r="3" fill="#c30"/>\
        <text x="\(x(stop.x + 400))" y="\(y(stop.y - 300))">\(number + 1)</text>
        """)
    }
    for (name, point) in [("S", tour.path.first), ("E", tour.path.last)] {
      guard let point else { continue }
      lines.append(
        """
        <circle cx="\(x(point.x))" cy="\(y(point.y))" r="4" fill="none" stroke="#000"/>\
        <text x="\(x(point.x - 1000))" y="\(y(point.y))" font-weight="bold">\(name)</text>
        """)
    }
    let proof = tour.proven ? "shortest, proven" : "bound \(Thousandths.text(tour.lowerBound)) m"
    lines.append(
      "<text x=\"\(margin)\" y=\"14\">\(Thousandths.text(tour.length)) m, \(proof)</text>")
    return (lines + ["</svg>", ""]).joined(separator: "\n")
  }

  /// Millimeters as decimeters with one decimal, behind a margin.
  private func decimal(_ millimeters: Int, _ margin: Int) -> String {
    Thousandths.text((millimeters + margin * 100) * 10)
  }

  private func escaped(_ text: String) -> String {
    text.map { ["<": "&lt;", ">": "&gt;", "&": "&amp;"][$0] ?? String($0) }.joined()
  }
}

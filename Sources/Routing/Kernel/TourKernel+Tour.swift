extension TourKernel {
  /// The walk written down as a tour of its own.
  ///
  /// - Parameter length: what `solve` gave.
  func tour(length: Int) -> Tour {
    Tour(
      order: Array(UnsafeBufferPointer(start: writer.order.start, count: writer.visitCount)),
      stopOffsets: Array(
        UnsafeBufferPointer(start: writer.offsets.start, count: writer.visitCount)),
      length: writer.walked, lowerBound: length,
      path: Array(UnsafeBufferPointer(start: writer.corners.start, count: writer.cornerCount)),
      startLink: starts[chosenStart].link, endLink: chosenEnd < 0 ? nil : ends[chosenEnd].link,
      end: chosenEnd < 0 ? nil : ends[chosenEnd].end)
  }
}

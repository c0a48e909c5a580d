public import Warehouse

/// Reads a file for import and hands its good records on in chunks of at most 500.
///
/// The file is checked whole: every field, duplicates inside the file, and what it refers to
/// against `facts`. Memory does not grow with the file but for a hash a key, except for a site
/// written as one JSON object. As problems and digest are known only at the end, read a file once
/// without a sink, and again to stage it.
///
/// - Parameters:
///   - kind: what the file brings in.
///   - path: the file; CSV or JSON by its name or first character (see `RecordFile`).
///   - facts: what it may refer to. A site file refers to nothing but itself.
///   - sink: takes the records in the order of the file.
/// - Throws: `ExchangeError` when the file cannot be read, and whatever `facts` and `sink` throw.
public func importFile(
  kind: ImportKind, path: String, facts: some Facts,
  sink: ([ImportRecord]) throws -> Void = { _ in }
) throws -> ImportSummary {
  try importFile(kind: kind, from: try FileSource(path: path), facts: facts, sink: sink)
}

/// Reads a source for import and hands its good records on in chunks of at most 500.
public func importFile(
  kind: ImportKind, from source: any ByteSource, facts: some Facts,
  sink: ([ImportRecord]) throws -> Void = { _ in }
) throws -> ImportSummary {
  let reader = try RecordFile.open(source, options: options(of: kind))
  return switch kind {
  case .site: try run(SiteImport(file: source.name), kind, reader, sink)
  case .products: try run(ProductImport(), kind, reader, sink)
  case .stock: try run(StockImport(facts: facts), kind, reader, sink)
  case .orders: try run(try OrderImport(facts: facts), kind, reader, sink)
  }
}

private let chunkSize = 500

private func options(of kind: ImportKind) -> ReadingOptions {
  var options = ReadingOptions()
  switch kind {
  case .site: options.maxRecordBytes = 64 * 1_048_576
  case .products: options.collection = ["products", "商品"]
  case .stock: options.collection = ["stock", "库存"]
  case .orders: options.collection = ["orders", "订单"]
  }
  return options
}

private func run(
  _ table: some TableImport, _ kind: ImportKind, _ reader: any RecordReader,
  _ sink: ([ImportRecord]) throws -> Void
) throws -> ImportSummary {
  var table = table
  var problems = ImportProblems()
  var digest = SHA256()
  var count = 0
  var chunk: [ImportRecord] = []
  func emit(_ records: [ImportRecord]) throws {
    for record in records {
      digest.update(record.canonical)
      chunk.append(record)
      count += 1
      if chunk.count == chunkSize {
        try sink(chunk)
        chunk.removeAll(keepingCapacity: true)
      }
    }
  }
  if try reader.hasFields(table.columns, &problems) {
    while let record = try reader.next(&problems) {
      try emit(try table.read(record, &problems))
    }
    try emit(try table.finish(&problems))
  }
  if !chunk.isEmpty { try sink(chunk) }
  return ImportSummary(
    kind: kind, records: count, problems: problems, digest: digest.hexadecimal())
}

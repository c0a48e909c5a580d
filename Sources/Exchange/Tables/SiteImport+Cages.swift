import Warehouse

extension SiteImport {
  /// A cage of a carrier that the file names before, perhaps at a dock.
  mutating func cage(_ record: Record, _ problems: inout ImportProblems) -> ImportRecord? {
    let code = record.newCode(SiteColumn.code, maxLength: 16, in: &codes, &problems)
    let carrier = record.code(SiteColumn.carrier, maxLength: 16, &problems)
    let dock = record.code(SiteColumn.dock, required: false, maxLength: 16, &problems)
    guard let code, let carrier else { return nil }
    guard carriers.contains(carrier) else {
      let expected = Expectation(
        en: "a carrier that the file names before", zh: "文件前文已有的快递公司")
      record.report(SiteColumn.carrier, expected: expected, &problems)
      return nil
    }
    return .asset(
      .cage(Cage(code: Code(code), carrier: Code(carrier), dock: dock.map { Code($0) })))
  }
}

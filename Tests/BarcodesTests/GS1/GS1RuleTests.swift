import Testing

@testable import Barcodes

struct GS1RuleTests {
  @Test(arguments: [
    ("(01)06901234567892(10)A(10)A", true), ("(01)06901234567892(10)A(10)B", false),
    ("(01)06901234567892(10)A(10)AB", false),
  ])
  func repeatsAreEqual(line: String, isRight: Bool) {
    expect(.repeats, line, isRight)
    expect([], line, true)
  }

  @Test(arguments: [
    ("(01)06901234567892(02)06901234567892", false), ("(01)06901234567892(37)1", false),
    ("(3100)000001(3101)000001", false), ("(3100)000001(3100)000001", true),
    ("(4330)000001(4331)000001", false), ("(01)06901234567892(21)A(235)B", false),
    ("(02)06901234567892(37)1", true),
  ])
  func someExcludeOthers(line: String, isRight: Bool) {
    expect(.exclusions, line, isRight)
    expect([], line, true)
  }

  @Test(arguments: [
    ("(10)A", false), ("(01)06901234567892(10)A", true), ("(250)A(01)06901234567892", false),
    ("(250)A(01)06901234567892(21)B", true), ("(7004)12(01)06901234567892", false),
    ("(7004)12(01)06901234567892(10)A", true), ("(37)1(02)06901234567892", false),
    ("(37)1(02)06901234567892(00)106141411234567897", true),
    ("(8041)123456789012345(8040)123456789012345(01)06901234567892", false),
    ("(8041)123456789012345(8040)123456789012345(21)A(01)06901234567892", true),
    ("(3922)1250(01)06901234567892(3103)000500", true), ("(3922)1250(01)06901234567892", false),
    ("(400)A", true),
  ])
  func someNeedOthers(line: String, isRight: Bool) {
    expect(.needs, line, isRight)
    expect(.partial, line, true)
  }

  @Test(arguments: [
    ("(253)6901234567892(8030)abc", false), ("(253)6901234567892X(8030)abc", true),
    ("(8003)06901234567892(8030)abc", false), ("(8003)06901234567892X(8030)abc", true),
    ("(253)6901234567892", true),
  ])
  func signaturesNeedASerialPart(line: String, isRight: Bool) {
    expect(.signature, line, isRight)
    expect([], line, true)
  }

  @Test func problemsNameTheOthers() {
    func text(_ line: String) -> String? {
      do {
        _ = try GS1Parser().parse(line)
        return nil
      } catch {
        return error.description + " at \(error.offset)"
      }
    }
    #expect(
      text("(21)A(01)06901234567892(235)B")
        == "AI (21): cannot stand together with (235) at 1")
    #expect(
      text("(400)A(7004)12")
        == "AI (7004): also needs (01)+(10) at 7")
    #expect(text("(400)A(400)B") == "AI (400): occurs again with another value at 7")
  }

  private func expect(_ rules: GS1Parser.Rules, _ line: String, _ isRight: Bool) {
    let message = try? GS1Parser(rules: rules).parse(line)
    #expect((message != nil) == isRight, "\(line)")
  }
}

import Testing

/// The demo trip at every depth, and with the handheld killed and reopened after every input.
@Suite struct DemoTripTests {
  @Test(arguments: ["memory", "sqlite", "terminal"], [false, true])
  func theDemoTripPasses(depth: String, killing: Bool) throws {
    let arguments = ["trip", "--on", depth] + (killing ? ["--killing"] : [])
    let run = try Program.run(Program.path, arguments)
    #expect(run.status == 0, "\(run.output) \(run.errors)")
    #expect(run.output.hasSuffix("1 passed, 0 failed\n"))
    if killing { #expect(run.output.contains(" kills")) }
  }

  @Test func aWrongLineIsNamedAndNothingRuns() throws {
    try Program.inFolder { folder in
      let file = "\(folder)/wrong.trip"
      try Program.write("at 20x16 zh\nscann X\nsee\n", to: file)
      let run = try Program.run(Program.path, ["trip", file])
      #expect(run.status == 65)
      #expect(run.errors.contains("wrong.trip:2"))
      #expect(run.errors.contains("wrong.trip:3"))
      #expect(run.output.isEmpty)
    }
  }

  @Test func aTripThatFailsSaysWhereAndShowsTheScreen() throws {
    try Program.inFolder { folder in
      let file = "\(folder)/fails.trip"
      try Program.write(
        "at 20x16 en\nperson li\nsee Scan your badge\nsee No such words\n", to: file)
      let run = try Program.run(Program.path, ["trip", file])
      #expect(run.status == 65)
      #expect(run.output.contains("fails.trip:4"))
      #expect(run.output.contains("> Scan your badge"))
      #expect(run.output.hasSuffix("0 passed, 1 failed\n"))
    }
  }
}

import ArgumentParser
import Drills
import Flows
import Foundation
import Terminal

extension DrillCommand {
  struct Review: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Step through a recording, with what was right, and try again from any step.",
      discussion: """
        In the terminal: n and p step, m goes to the next step worth a word, b tries again from the \
        step on the real screens, F2 changes between words, handheld and world on a small glass, q \
        ends. What is tried again is a new recording, marked as such: it is practice and passes \
        nothing. Without a terminal, or with --text, every step worth a word is printed.
        """)

    @OptionGroup var drills: DrillsOption
    @Argument(help: "The recording, or - for standard input.") var recording = "-"
    @Flag(help: "Print the steps worth a word.") var text = false
    @Flag(help: "Print every step as JSON.") var json = false
    @OptionGroup var own: ClassOption
    @OptionGroup var glass: GlassOption

    func run() throws {
      let (drill, read) = try drills.recorded(recording)
      guard !text, !json, isatty(0) == 1, isatty(1) == 1 else {
        return try print(Drills.Review(drill, read))
      }
      try show(drill, read)
    }

    /// Shows a review; whoever tries again is shown that one, too.
    func show(_ drill: Drill, _ first: Recording) throws {
      var recording = first
      let screens = DrillGlass(glass: glass, drill: drill)
      var tried: [String] = []
      defer {
        for path in tried { Swift.print(DrillCommand.named(path, screens.language)) }
      }
      while true {
        let end = try screens.show(Drills.Review(drill, recording))
        guard case .branched(let count) = end else { return }
        let floor = try screens.work(branching: (recording, count))
        let card = try floor.score()
        try own.write(drill, card)
        try tell(card, screens.language, false)
        recording = floor.recording
        tried.append(try DrillCommand.save(recording, at: nil))
        guard DrillCommand.wantsReview(screens.language) else { return }
      }
    }

    private func print(_ review: Drills.Review) throws {
      guard !json else { return Swift.print(try jsonText(review.steps)) }
      let language = glass.lang.flatMap { Language(rawValue: $0) } ?? review.drill.language
      let told = review.steps.filter(\.isTold)
      if told.isEmpty {
        Swift.print(Text(zh: "没有可说的", en: "nothing to say about it")[language])
      }
      for step in told {
        let number = (review.steps.firstIndex(of: step) ?? 0) + 1
        Swift.print(
          "\(number). \(step.at / 1000) s  \(step.place[language])  \(step.title[language])")
        for trap in step.traps {
          let mark = trap.isAnswered ? "+" : "?"
          Swift.print("   \(mark) \(trap.effect[language]): \(trap.answer[language])")
        }
        Swift.print("   > \(step.did[language])")
        if let right = step.right {
          Swift.print("   = \(Text(zh: "高手", en: "expert")[language]): \(right[language])")
        }
        for cost in step.cost { Swift.print("   ! \(cost[language])") }
      }
      Swift.print(DrillCommand.words(review.card, language))
    }
  }
}

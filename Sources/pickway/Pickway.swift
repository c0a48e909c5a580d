import ArgumentParser

/// The one program: a handheld's screens, the bench, the wave board, and the desk behind them.
@main
struct Pickway: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pickway",
    abstract: "Pickway 拣途: a warehouse floor in a terminal.",
    discussion: """
      A store is one file, named by --store, by PICKWAY_STORE, or pickway.sqlite here.
      Exit status: 0 done; 64 wrong usage, 65 bad data, 66 no such file, 69 something needed is \
      missing, 70 a fault of the program, 73 cannot create, 74 input/output, 75 try again, \
      77 not allowed, 78 wrong version.
      """,
    version: "0.1.0",
    subcommands: [
      DemoCommand.self, ConsoleCommand.self, InitCommand.self, ImportCommand.self,
      OrdersCommand.self, WaveCommand.self, UndoCommand.self, RouteCommand.self,
      ChoresCommand.self,
      OperatorsCommand.self, CartsCommand.self, TotesCommand.self, PrintersCommand.self,
      PrinterCommand.self,
      BenchCommand.self, ScaleCommand.self,
      CartonsCommand.self, WallsCommand.self, CagesCommand.self, ManifestCommand.self,
      OutboxCommand.self, LabelCommand.self, CarrierCommand.self,
      ScanCommand.self, JournalCommand.self, CheckCommand.self, FixtureCommand.self,
      SimulateCommand.self, TripCommand.self, ForecastCommand.self, ReportCommand.self,
      DrillCommand.self, ReplayCommand.self, ShadowCommand.self, FindCommand.self, MapCommand.self,
    ])

  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      failure.exit()
    } catch let error where Failure(error) != nil {
      Failure(error)?.exit()
    } catch {
      exit(withError: error)
    }
  }
}

/// Every flow by the name under which it is saved.
public enum FlowCatalog {
  /// The flows of the house; a new one is added here and nowhere else.
  public static let flows: [String: any Flow.Type] = Dictionary(
    uniqueKeysWithValues: all.map { ($0.kind, $0) })

  private static let all: [any Flow.Type] = [
    SignIn.self, Menu.self, ClusterPicking.self, Packing.self, WaveBoard.self, Lookup.self,
    Seeding.self, HouseWork.self, Counting.self, PutBack.self, Moving.self, Correction.self,
    Locked.self,
    WaveDesk.self, ExceptionQueue.self, Crew.self, NoticeFlow.self,
    Sorting.self, HandingOver.self,
    LabelDesk.self,
    ReleaseDesk.self,
    Overlook.self, Find.self, FloorBoard.self, Shadowing.self,
  ]
}

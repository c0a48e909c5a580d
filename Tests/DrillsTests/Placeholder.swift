import Drills
import Testing

@Suite struct Placeholder {}

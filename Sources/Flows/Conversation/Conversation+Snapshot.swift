/// A conversation with all that is seen of it, as replay and shadowing keep it.
///
/// The saved form leaves passing words out, because whoever comes back is greeted anew.
public struct Snapshot: Equatable, Codable, Sendable {
  /// The conversation; two snapshots are equal when their conversations look and go on the same.
  public var conversation: Conversation
  /// The word under the title.
  public var banner: Text?
}

extension Conversation {
  /// The conversation with its passing words.
  public var snapshot: Snapshot { Snapshot(conversation: self, banner: banner) }

  /// Takes a conversation up where a snapshot left it, with its passing words.
  public init(_ snapshot: Snapshot) {
    self = snapshot.conversation
    banner = snapshot.banner
  }

  /// The conversation without a passing word, as it was before its person was greeted.
  public var ungreeted: Conversation {
    var conversation = self
    conversation.banner = nil
    return conversation
  }
}

extension Input {
  /// The input as it may be kept where a secret is typed: that something was typed, not what.
  public var masked: Input {
    if case .key(.character) = self { .key(.character("*")) } else { self }
  }
}

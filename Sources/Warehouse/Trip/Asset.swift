/// People and things a floor needs to start.
public enum Asset: Hashable, Codable, Sendable {
  /// A person.
  case person(Operator)
  /// A cart.
  case cart(Cart)
  /// A tote.
  case tote(Code<Tote>)
  /// A printer.
  case printer(LabelPrinter)
  /// A kind of carton.
  case carton(CartonType)
  /// A put wall.
  case wall(PutWall)
  /// A cage.
  case cage(Cage)
}

/// Names one of the people and things a floor needs to start.
public enum AssetCode: Hashable, Codable, Sendable {
  /// A person.
  case person(Code<Operator>)
  /// A cart.
  case cart(Code<Cart>)
  /// A tote.
  case tote(Code<Tote>)
  /// A printer.
  case printer(Code<LabelPrinter>)
  /// A kind of carton.
  case carton(Code<CartonType>)
  /// A put wall.
  case wall(Code<PutWall>)
  /// A cage.
  case cage(Code<Cage>)
}

extension Asset {
  /// What names it.
  public var code: AssetCode {
    switch self {
    case .person(let person): .person(person.badge)
    case .cart(let cart): .cart(cart.code)
    case .tote(let tote): .tote(tote)
    case .printer(let printer): .printer(printer.code)
    case .carton(let carton): .carton(carton.code)
    case .wall(let wall): .wall(wall.code)
    case .cage(let cage): .cage(cage.code)
    }
  }
}

extension AssetCode {
  /// The code alone.
  public var rawValue: String {
    switch self {
    case .person(let code): code.rawValue
    case .cart(let code): code.rawValue
    case .tote(let code): code.rawValue
    case .printer(let code): code.rawValue
    case .carton(let code): code.rawValue
    case .wall(let code): code.rawValue
    case .cage(let code): code.rawValue
    }
  }
}

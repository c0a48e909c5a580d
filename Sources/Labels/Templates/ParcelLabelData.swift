/// What an e-waybill says, before it has a form.
///
/// It holds real names, phones and addresses; ``RenderOptions/isPrivate`` masks them.
public struct ParcelLabelData: Sendable, Equatable {
  /// The carrier's code, such as `ZTO`; empty: nothing of the carrier's own is checked or added.
  public var carrierCode: String
  /// The carrier's Chinese name, such as 中通快递.
  public var carrierName: String
  /// The carrier's English name, such as `ZTO Express`.
  public var carrierNameEnglish: String
  /// The waybill number 运单号: printable ASCII.
  public var waybillNumber: String
  /// The number the parcels of an order travel under together 母单号; empty: each by itself.
  public var parentNumber: String
  /// The routing mark 大头笔 or three-segment code 三段码, such as `113 C107 M07`.
  public var routingMark: String
  /// The bag the parcel goes into 集包地; empty: none.
  public var bagMark: String
  /// Who gets the parcel 收.
  public var receiver: Party
  /// Who sends it 寄.
  public var sender: Party
  /// The order number 订单号.
  public var orderNumber: String
  /// What is inside.
  public var items: [Item]
  /// The remark 备注.
  public var remark: String
  /// What is collected on delivery 代收货款, with its unit; empty for nothing.
  public var cod: String
  /// Which parcel of the order this is, from 1.
  public var parcelIndex: Int
  /// How many parcels the order has.
  public var parcelCount: Int
  /// What it weighs, with its unit; empty: not weighed.
  public var weight: String
  /// When it is printed, ready to be shown.
  public var printedAt: String
  /// 0 for the first print; else the label says 补打 and the number.
  public var copyNumber: Int
  /// What the QR Code says; empty: no QR Code.
  public var codeContent: String

  /// One end of the way.
  public struct Party: Sendable, Equatable {
    /// The name.
    public var name: String
    /// The phone number.
    public var phone: String
    /// The address on one line.
    public var address: String

    /// Creates a party.
    public init(name: String, phone: String, address: String) {
      self.name = name
      self.phone = phone
      self.address = address
    }
  }

  /// A line of the item list.
  public struct Item: Sendable, Equatable {
    /// The name of the product.
    public var name: String
    /// The SKU.
    public var sku: String
    /// The quantity in base units.
    public var quantity: Int

    /// Creates a line.
    public init(name: String, sku: String, quantity: Int) {
      self.name = name
      self.sku = sku
      self.quantity = quantity
    }
  }

  /// Creates the data of a label.
  public init(
    carrierCode: String = "", carrierName: String, carrierNameEnglish: String,
    waybillNumber: String, routingMark: String,
    bagMark: String = "", receiver: Party, sender: Party, orderNumber: String, items: [Item],
    remark: String = "", parcelIndex: Int = 1, parcelCount: Int = 1, printedAt: String,
    copyNumber: Int = 0, codeContent: String = "", weight: String = "", cod: String = "",
    parentNumber: String = ""
  ) {
    self.parentNumber = parentNumber
    self.weight = weight
    self.carrierCode = carrierCode
    self.carrierName = carrierName
    self.carrierNameEnglish = carrierNameEnglish
    self.waybillNumber = waybillNumber
    self.routingMark = routingMark
    self.bagMark = bagMark
    self.receiver = receiver
    self.sender = sender
    self.orderNumber = orderNumber
    self.items = items
    self.remark = remark
    self.cod = cod
    self.parcelIndex = parcelIndex
    self.parcelCount = parcelCount
    self.printedAt = printedAt
    self.copyNumber = copyNumber
    self.codeContent = codeContent
  }
}

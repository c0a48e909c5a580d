public import Flows

extension FaultKind {
  /// What it does to the world.
  public var effect: Text {
    told.effect
  }

  /// What a person should do about it.
  public var answer: Text {
    told.answer
  }

  private var told: (effect: Text, answer: Text) {
    func both(_ effect: (String, String), _ answer: (String, String)) -> (Text, Text) {
      (Text(zh: effect.0, en: effect.1), Text(zh: answer.0, en: answer.1))
    }
    return switch self {
    case .binShort:
      both(
        ("库位里少几件", "fewer pieces in the bin than booked"),
        ("有几件拿几件, 其余F9 数量不够", "take what is there, then F9 too few"))
    case .binEmpty: both(("库位空", "the bin is empty"), ("F9 库位空", "F9 bin is empty"))
    case .otherGoods:
      both(("放的全是别的货", "only other goods in the bin"), ("F9 放的是别的货", "F9 other goods there"))
    case .lookAlikeFront:
      both(
        ("相似商品挡在前面", "a look-alike stands in front"), ("看清名字, 拿后面的", "read the name, reach behind"))
    case .lookAlikeNeighbour:
      both(
        ("邻位的相似货伸手先碰到", "the neighbor's look-alike comes to hand first"),
        ("只从本库位拿", "take from the right bin only"))
    case .tornLabel:
      both(("条码破损", "the barcode is torn"), ("核对商品后手输条码", "compare the goods, type the digits"))
    case .foreignBarcode:
      both(
        ("贴着不认识的码", "a foreign barcode is on the goods"),
        ("核对商品后手输原码", "compare the goods, type their own code"))
    case .wrongSticker:
      both(
        ("贴着别的商品的码", "another product's sticker is on the goods"),
        ("核对商品后手输原码", "compare the goods, type their own code"))
    case .damagedFront:
      both(("前面几件破损", "damaged pieces in front"), ("拿后面好的", "take the good ones behind"))
    case .allDamaged: both(("全部破损", "every piece is damaged"), ("F9 货损", "F9 damaged"))
    case .someDamaged:
      both(
        ("好的不够", "too few good pieces among damaged ones"),
        ("好的先拿, 其余F9 货损", "take the good ones, then F9 damaged"))
    case .expiredFront:
      both(("前面的已过期", "expired pieces in front"), ("拿屏幕上的批号", "take the lot on the screen"))
    case .lotsSwapped:
      both(("放的是别的批号", "only another lot lies in the bin"), ("F9 放的是别的货", "F9 other goods there"))
    case .otherLotFront:
      both(("别的批号在前面", "another lot in front"), ("拿屏幕上的批号", "take the lot on the screen"))
    case .lotCodeTorn:
      both(
        ("只剩商品码, 批号要看", "the code tells no lot any more"),
        ("看包装上的批号, 手输", "read the lot on the pack, type it"))
    case .lotCodeWrong:
      both(
        ("码里的批号和印的不同", "the code says another lot than the print"),
        ("信印的: F9 放的是别的货", "trust the print: F9 other goods"))
    case .caseInFront:
      both(("整箱挡在前面", "a sealed case in front"), ("扫单件条码", "scan a single piece"))
    case .surplus:
      both(
        ("库位比账多", "more pieces than booked"), ("空位确认时如实填", "answer the empty-bin question truly"))
    case .tapedTogether:
      both(("两件粘成一件", "pieces are taped in pairs"), ("拆开数清再拿", "split them, then count"))
    case .hiddenBehind:
      both(("空箱挡住, 货在后面", "an empty carton hides the goods"), ("移开空箱, 正常拣", "move it and pick"))
    case .secondPicker:
      both(("同事刚拿光", "a colleague has just emptied the bin"), ("F9 库位空", "F9 bin is empty"))
    case .binBlocked: both(("托盘挡住", "a pallet blocks the bin"), ("F9 到不了", "F9 cannot reach it"))
    case .binLabelMissing:
      both(("库位标签掉了", "the bin's label is gone"), ("看清位置后手输库位", "check the place, type its code"))
    case .binLabelsSwapped:
      both(
        ("相邻标签贴反", "two bins' labels are swapped"), ("认准位置, 手输库位", "trust the place, type its code")
      )
    case .beamReadsNeighbour:
      both(("扫到了旁边的标签", "the beam reads the neighbor's label"), ("对准再扫一次", "aim and scan again"))
    case .toteNotEmpty:
      both(("空箱里有东西", "an empty tote holds goods"), ("换一个空箱", "take an empty one"))
    case .toteUnlabelled:
      both(("空箱没有标签", "an empty tote has no label"), ("换有标签的", "take a labelled one"))
    case .toteLabelLost:
      both(("车上的箱标签掉了", "a tote on the cart loses its label"), ("手输屏幕上的箱号", "type the tote's code"))
    case .totesSwapped:
      both(
        ("车上两箱换了位", "two totes on the cart change places"),
        ("看箱号放对箱", "read the code, use that tote"))
    case .foreignTote:
      both(("箱位上是别人的箱", "a stranger's tote stands in the slot"), ("找到自己的箱", "find the right tote"))
    case .toteFull: both(("箱提前满了", "a tote is full early"), ("F7 换箱", "F7 and an empty tote"))
    case .orderRefunded:
      both(
        ("拣货途中退款", "an order is refunded on the way"),
        ("照新路径走, 再归位", "follow the list, then put back"))
    case .powerCut:
      both(
        ("刚放好就断电", "power goes right after a pick"), ("看屏幕接着做", "go on from what the screen says"))
    case .linkLost:
      both(
        ("商品和箱之间断网", "the link goes between item and tote"),
        ("Enter 再试", "press Enter to try again"))
    case .sessionTakenOver:
      both(("工牌在别处登录", "the badge signs in elsewhere"), ("重新登录接着做", "sign in again and go on"))
    case .listTaken: both(("别人先领了", "somebody takes the list first"), ("领下一单", "take the next one"))
    case .extraPiece: both(("箱里多一件别的", "a stranger's piece in the tote"), ("拿出来放一边", "take it out"))
    case .oneTooMany:
      both(("箱里多一件同样的", "one piece too many in the tote"), ("拿出来放一边", "take it out"))
    case .wrongPiece:
      both(("一件是相似的别货", "one piece is a look-alike"), ("拿出来, 记缺件", "take it out, F9 missing"))
    case .missingPiece: both(("箱里少一件", "a piece is missing in the tote"), ("F9 缺件", "F9 missing"))
    case .damagedPiece:
      both(("一件破损", "a piece is damaged"), ("拿出来, 记缺件", "take it out, F9 missing"))
    case .pieceUnlabelled:
      both(("一件条码破损", "a piece's barcode is torn"), ("手输数字", "type the digits"))
    case .strangerTote:
      both(("集货点有陌生箱", "an unknown tote at the drop"), ("放一边, 拿下一箱", "set it aside"))
    case .printerOut:
      both(("打印机缺纸", "the printer is out of paper"), ("换纸, 贴补出的面单", "refill, stick the label"))
    case .labelTwice:
      both(("面单出了两张", "a label comes out twice"), ("只贴一张, 另一张销毁", "stick one, destroy the other"))
    case .printerOpen:
      both(
        ("打印机盖子开着", "the printer's head is open"), ("合上盖子, 贴补出的面单", "close it, stick the label"))
    case .labelLost:
      both(
        ("打印机断电, 面单丢了", "the printer loses a label in its memory"),
        ("看过没有, F8补打再贴", "look for it, then F8: print again"))
    case .labelDoubted:
      both(
        ("面单出来了, 系统不知道", "a label is out, the system is not sure"),
        ("扫一下面单, 不要补打", "scan the label, print no second one"))
    case .doubleTrigger:
      both(("扳机连发", "the trigger bounces"), ("多记的那件不再扫, 直接放", "put the piece in without a scan"))
    case .cageSignsSwapped:
      both(
        ("两笼车的码贴反", "two cages' labels are swapped"),
        ("认准快递牌, 手输笼车号", "trust the carrier's board, type the code"))
    case .waybillTorn:
      both(("运单条码破损", "a waybill's barcode is torn"), ("手输运单号", "type its digits"))
    case .parcelStopped:
      both(("打包后退款", "refunded after packing"), ("包裹放一边", "set the parcel aside"))
    case .scaleDrift:
      both(
        ("秤空着不归零", "the empty scale does not show zero"), ("先归零再称", "zero it, then weigh"))
    case .refundAtBench: both(("打包前退款", "refunded before packing"), ("整箱放一边", "set the tote aside"))
    case .seedMissing: both(("合拣箱少一件", "a piece is missing to seed"), ("F9 记缺", "F9 not there"))
    case .seedExtra: both(("合拣箱多别的货", "a stranger's piece to seed"), ("拿出来放一边", "take it out"))
    case .seedWrong:
      both(("一件是别的货", "a piece is another product"), ("拿出来, F9 记缺", "take it out, then F9"))
    case .wallTotesSwapped:
      both(
        ("播种墙两箱换了位", "two totes on the wall change places"),
        ("看箱号放对箱", "read the code, use that tote"))
    case .slotLabelMissing:
      both(("播种格没标签", "a wall slot has no label"), ("扫格里的箱", "scan the tote in it"))
    case .slotToteNotEmpty:
      both(("给格子的箱不空", "the tote for a slot holds goods"), ("换一个空箱", "take an empty one"))
    case .countDiffers:
      both(("实物与账不符", "the bin differs from the book"), ("如实数两次", "count truly, twice"))
    case .misplaced:
      both(("有不该在的货", "goods where the book has none"), ("扫进来一起数", "scan and count them too"))
    case .countHidden:
      both(("空箱后面还有", "more behind an empty carton"), ("移开再数", "move it, then count"))
    case .putBackMissing:
      both(("归位少一件", "a piece to put back is missing"), ("有几件放几件, F9", "put what is there, F9"))
    case .replenishShort:
      both(("补货位比账少", "reserve has fewer than booked"), ("输实际件数", "type what is there"))
    case .unknownCode:
      both(("新条码没登记", "a new barcode is unknown"), ("F5 F7 归属商品", "F5, F7: teach it"))
    case .bookWrong: both(("账记错", "the book is wrong"), ("按实物调账", "set the book right"))
    }
  }
}

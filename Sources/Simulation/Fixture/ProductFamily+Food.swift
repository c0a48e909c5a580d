extension ProductFamily {
  /// Things to eat: lots and expiry dates.
  static let food: [ProductFamily] = [
    food(
      "薯片", "Potato chips", ["原味/original", "番茄/tomato", "黄瓜/cucumber", "烧烤/barbecue"],
      Size.weights(.bag, density: 150, 40, 70, 104, 135), 270, inner: 6),
    food(
      "饼干", "Biscuits", ["牛奶/milk", "巧克力/chocolate", "海盐/sea salt", "全麦/whole wheat"],
      Size.weights(.box, density: 400, 100, 200, 400), 365, inner: 12),
    food(
      "混合坚果", "Mixed nuts", ["原味/original", "盐焗/salted", "蜂蜜/honey"],
      Size.weights(.bag, density: 500, 150, 250, 500), 240),
    food(
      "瓜子", "Sunflower seeds", ["原味/original", "五香/five-spice", "焦糖/caramel"],
      Size.weights(.bag, density: 350, 108, 160, 308), 240),
    food(
      "面包", "Bread", ["奶油/cream", "红豆/red bean", "肉松/pork floss"],
      Size.weights(.bag, density: 250, 80, 320, 640), 30, outer: 12),
    food(
      "硬糖", "Hard candy", ["草莓/strawberry", "柠檬/lemon", "薄荷/mint", "牛奶/milk"],
      Size.weights(.bag, density: 600, 60, 120, 500), 540, inner: 10),
    food(
      "巧克力", "Chocolate", ["黑/dark", "牛奶/milk", "榛子/hazelnut", "白/white"],
      Size.weights(.box, density: 700, 43, 80, 216), 365, inner: 12),
    food(
      "果干", "Dried fruit", ["芒果/mango", "草莓/strawberry", "葡萄/grape", "杏/apricot"],
      Size.weights(.bag, density: 450, 60, 108, 250), 300),
    food(
      "海苔", "Seaweed", ["原味/original", "辣味/spicy", "芝麻/sesame"],
      Size.weights(.bag, density: 120, 12, 36, 72), 300, inner: 12),
    food(
      "方便面", "Instant noodles",
      ["牛肉/beef", "酸菜/pickled cabbage", "番茄/tomato", "海鲜/seafood"],
      Size.weights(.bag, density: 250, 85, 112, 560), 180, outer: 12),
    food(
      "米饼", "Rice crackers", ["原味/original", "海苔/seaweed", "芝士/cheese"],
      Size.weights(.bag, density: 180, 84, 150, 400), 270),
    food(
      "燕麦片", "Oatmeal", ["原味/original", "水果/fruit", "坚果/nut"],
      Size.weights(.bag, density: 450, 400, 800, 1_500), 365, outer: 12),
    food(
      "果冻", "Jelly", ["橙子/orange", "葡萄/grape", "荔枝/lychee"],
      Size.weights(.bag, density: 800, 90, 200, 450), 270),
    food(
      "肉脯", "Pork jerky", ["原味/original", "香辣/spicy", "蜜汁/honey"],
      Size.weights(.bag, density: 600, 60, 100, 200), 270),
    food(
      "蛋卷", "Egg rolls", ["原味/original", "芝麻/sesame", "海苔/seaweed"],
      Size.weights(.box, density: 250, 60, 180, 420), 300),
    food(
      "豆干", "Dried tofu", ["原味/original", "五香/five-spice", "香辣/spicy"],
      Size.weights(.bag, density: 700, 80, 150, 400), 240),
    food(
      "酱油", "Soy sauce", ["生抽/light", "老抽/dark", "薄盐/less salt"],
      Size.volumes(.bottle, tare: 80, 160, 500, 1_300), 720, outer: 12),
    food(
      "蜂蜜", "Honey", ["槐花/acacia", "枣花/jujube", "百花/wildflower"],
      Size.weights(.bottle, density: 1_300, 250, 500, 950), 720, outer: 12),
  ]

  /// Things to drink: lots and expiry dates.
  static let drink: [ProductFamily] = [
    drink("矿泉水", "Mineral water", ["天然/natural", "苏打/soda"], 365, 350, 550, 1_500),
    drink("绿茶", "Green tea", ["无糖/unsweetened", "蜂蜜/honey", "茉莉/jasmine"], 365, 330, 500, 1_000),
    drink(
      "果汁", "Fruit juice", ["橙子/orange", "苹果/apple", "葡萄/grape", "桃子/peach"], 270, 300, 450,
      1_250),
    drink("牛奶", "Milk", ["全脂/whole", "低脂/low-fat", "高钙/high-calcium"], 180, 200, 250, 1_000),
    drink(
      "酸奶饮品", "Yogurt drink", ["原味/original", "草莓/strawberry", "黄桃/peach"], 60, 100, 200, 350),
    drink("咖啡", "Coffee", ["拿铁/latte", "美式/americano", "摩卡/mocha"], 365, 180, 268, 480),
    drink("椰子水", "Coconut water", ["原味/original", "菠萝/pineapple"], 365, 330, 500, 1_000),
    drink("豆奶", "Soy milk", ["原味/original", "黑豆/black bean", "红枣/jujube"], 270, 200, 330, 1_000),
  ]

  private static func food(
    _ zh: String, _ en: String, _ variants: [String], _ sizes: [Size], _ shelfLife: Int,
    inner: Int = 0, outer: Int = 24
  ) -> ProductFamily {
    ProductFamily(
      category: .food, zh: zh, en: en, variants: variants, sizes: sizes, shelfLife: shelfLife,
      inner: inner, outer: outer)
  }

  private static func drink(
    _ zh: String, _ en: String, _ variants: [String], _ shelfLife: Int, _ small: Int,
    _ middle: Int, _ big: Int
  ) -> ProductFamily {
    ProductFamily(
      category: .drink, zh: zh, en: en, variants: variants,
      sizes: Size.volumes(.bottle, tare: 20, small, middle, big), shelfLife: shelfLife, outer: 12)
  }
}

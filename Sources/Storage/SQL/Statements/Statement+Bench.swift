extension Statement {
  static let bench = [benchRules, parcelPacking, learnedWeight, learnedWeights]

  static let benchRules = Statement("SELECT document FROM bench_rules WHERE name = 'site'")
  static let parcelPacking = Table.parcelPacking.select("WHERE parcel = $1")
  static let learnedWeight = Table.learnedWeight.select("WHERE sku = $1")
  static let learnedWeights = Table.learnedWeight.select("ORDER BY sku")
}

extension Check {
  static let bench = [
    // What was weighed is what the parcel weighs.
    Check(
      .weight,
      """
      SELECT p.code, k.grams, p.grams FROM parcel p JOIN parcel_packing k ON k.parcel = p.code
      WHERE p.state IN ('closed', 'shipped') AND k.grams IS NOT NULL AND k.grams <> p.grams
      ORDER BY p.code
      """),
    // It passes by itself, or somebody let it pass and said why.
    Check(
      .weight,
      """
      SELECT k.parcel, k.expected, k.grams FROM parcel_packing k
      WHERE k.grams IS NOT NULL AND ((k.grams < k.least OR k.grams > k.most)
        AND (k.approver IS NULL OR k.reason IS NULL)
        OR (k.approver IS NULL) <> (k.reason IS NULL))
      ORDER BY k.parcel
      """),
    Check(
      .parcels,
      """
      SELECT p.code, 0, 1 FROM parcel p JOIN orders o ON o.number = p.order_number
      WHERE o.state IN ('packed', 'shipped') AND p.state IN ('open', 'waiting') ORDER BY p.code
      """),
    Check(
      .proof,
      """
      SELECT p.code, 0, 1 FROM parcel p JOIN parcel_packing k ON k.parcel = p.code
      WHERE p.state IN ('open', 'waiting') AND k.proven IS NOT NULL ORDER BY p.code
      """),
    reference("parcel_packing", "parcel", to: "parcel", "code"),
    reference("learned_weight", "sku", to: "product", "sku"),
  ]
}

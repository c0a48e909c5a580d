extension Statement {
  static let door = [
    cage, cages, removeCage, cagedParcel, cagedIn, cageFigures, uncage, unsorted, parcelsOfCarrier,
    manifest, manifests, manifestCount, manifestLines, dropManifestLines, manifestOfParcel,
    message, messagesIn, dueMessages, messageCounts,
  ]

  static let cage = Table.cage.select("WHERE code = $1")
  static let cages = Table.cage.select("ORDER BY code")
  static let removeCage = Statement("DELETE FROM cage WHERE code = $1")
  static let cagedParcel = Table.caged.select("WHERE parcel = $1")
  static let cagedIn = Table.caged.select("WHERE cage = $1 ORDER BY parcel")
  static let cageFigures = Statement(
    """
    SELECT COUNT(*), CAST(COALESCE(SUM(grams), 0) AS BIGINT), MAX(manifest) FROM caged
    WHERE cage = $1
    """)
  static let uncage = Statement("DELETE FROM caged WHERE parcel = $1")
  static let unsorted = Statement(
    """
    SELECT (SELECT COUNT(*) FROM parcel WHERE state = 'closed')
      - (SELECT COUNT(*) FROM caged g JOIN parcel p ON p.code = g.parcel
        WHERE p.state = 'closed')
    """)
  static let parcelsOfCarrier = Table.parcel.select(
    "WHERE state = $1 AND carrier = $2 ORDER BY code")
  static let manifest = Table.manifest.select("WHERE code = $1")
  static let manifests = Table.manifest.select("ORDER BY code")
  static let manifestCount = Statement("SELECT COUNT(*) FROM manifest")
  static let manifestLines = Table.manifestLine.select("WHERE manifest = $1 ORDER BY parcel")
  static let dropManifestLines = Statement("DELETE FROM manifest_line WHERE manifest = $1")
  static let manifestOfParcel = Statement(
    """
    SELECT \(Table.manifest.columns("m")) FROM manifest m
      JOIN manifest_line l ON l.manifest = m.code
    WHERE l.parcel = $1 AND l.part = 'sent' ORDER BY m.code LIMIT 1
    """)
  static let message = Table.message.select("WHERE code = $1")
  static let messagesIn = Table.message.select("WHERE state = $1 ORDER BY due, code LIMIT $2")
  static let dueMessages = Table.message.select(
    """
    WHERE state = 'queued' AND due <= $1 AND (lease IS NULL OR lease <= $1)
    ORDER BY due, code LIMIT $2
    """)
  static let messageCounts = Statement(
    "SELECT state, COUNT(*) FROM outbox GROUP BY state ORDER BY state")
}

extension Check {
  static let door = [
    // Every parcel that was handed over went with one signed manifest.
    Check(
      .shipped,
      """
      SELECT p.code, 1, COUNT(m.code) FROM parcel p
        LEFT JOIN manifest_line l ON l.parcel = p.code AND l.part = 'sent'
        LEFT JOIN manifest m ON m.code = l.manifest AND m.state = 'signed'
      WHERE p.state = 'shipped' GROUP BY p.code HAVING COUNT(m.code) <> 1 ORDER BY p.code
      """),
    Check(
      .shipped,
      """
      SELECT l.manifest || ' ' || l.parcel, 1, 0 FROM manifest_line l
        JOIN manifest m ON m.code = l.manifest AND m.state = 'signed'
        JOIN parcel p ON p.code = l.parcel
      WHERE l.part = 'sent' AND p.state <> 'shipped' ORDER BY l.manifest, l.parcel
      """),
    // An order is shipped when all its parcels are.
    Check(
      .shipped,
      """
      SELECT o.number, 1, 0 FROM orders o WHERE o.state = 'shipped'
        AND (EXISTS (SELECT 1 FROM parcel p WHERE p.order_number = o.number
            AND p.state NOT IN ('shipped', 'void'))
          OR NOT EXISTS (SELECT 1 FROM parcel p WHERE p.order_number = o.number
            AND p.state = 'shipped'))
      ORDER BY o.number
      """),
    Check(
      .told,
      """
      SELECT p.code || ' ' || k.kind, 1, COUNT(b.code) FROM parcel p
        JOIN (SELECT 'notice' AS kind UNION ALL SELECT 'tracking') k ON TRUE
        LEFT JOIN outbox b ON b.parcel = p.code AND b.kind = k.kind AND b.waybill = p.waybill
      WHERE p.state = 'shipped' GROUP BY p.code, k.kind HAVING COUNT(b.code) <> 1
      ORDER BY p.code, k.kind
      """),
    Check(
      .caged,
      """
      SELECT g.parcel, 1, 0 FROM caged g JOIN parcel p ON p.code = g.parcel
        JOIN cage c ON c.code = g.cage
      WHERE p.state <> 'closed' OR p.waybill IS NULL OR p.carrier <> c.carrier
      ORDER BY g.parcel
      """),
    Check(
      .manifest,
      """
      SELECT m.code || ' parcels', m.parcels, COUNT(l.parcel) FROM manifest m
        LEFT JOIN manifest_line l ON l.manifest = m.code AND l.part = 'sent'
      GROUP BY m.code, m.parcels HAVING COUNT(l.parcel) <> m.parcels ORDER BY m.code
      """),
    Check(
      .manifest,
      """
      SELECT m.code || ' grams', m.grams, CAST(COALESCE(SUM(l.grams), 0) AS BIGINT)
      FROM manifest m LEFT JOIN manifest_line l ON l.manifest = m.code AND l.part = 'sent'
      GROUP BY m.code, m.grams HAVING COALESCE(SUM(l.grams), 0) <> m.grams ORDER BY m.code
      """),
    // Until it is signed its parcels stand in its cages, and nothing else does.
    Check(
      .manifest,
      """
      SELECT t.manifest || ' ' || t.parcel, CAST(SUM(t.listed) AS BIGINT),
        CAST(SUM(t.stands) AS BIGINT)
      FROM (
        SELECT l.manifest, l.parcel, 1 AS listed, 0 AS stands FROM manifest_line l
          JOIN manifest m ON m.code = l.manifest AND m.state = 'closed' WHERE l.part = 'sent'
        UNION ALL SELECT g.manifest, g.parcel, 0, 1 FROM caged g WHERE g.manifest IS NOT NULL
      ) t GROUP BY t.manifest, t.parcel HAVING SUM(t.listed) <> SUM(t.stands)
      ORDER BY t.manifest, t.parcel
      """),
    Check(
      .manifest,
      """
      SELECT code || ' signature', 1, 0 FROM manifest
      WHERE (state = 'signed') <> (signed IS NOT NULL AND signature <> '') ORDER BY code
      """),
    reference("cage", "carrier", to: "carrier", "code"),
    reference("caged", "parcel", to: "parcel", "code"),
    reference("caged", "cage", to: "cage", "code"),
    reference("manifest", "carrier", to: "carrier", "code"),
    reference("manifest_line", "manifest", to: "manifest", "code"),
    reference("manifest_line", "parcel", to: "parcel", "code"),
    reference("outbox", "order_number", to: "orders", "number"),
    reference("outbox", "parcel", to: "parcel", "code", when: "t.about = ''"),
    // What tells of pieces tells of no parcel, and the other way round.
    Check(
      .told,
      """
      SELECT code, 1, 0 FROM outbox
      WHERE (about = '') <> (kind IN ('tracking', 'notice')) OR (about = '') = (parcel = '')
      ORDER BY code
      """),
  ]
}

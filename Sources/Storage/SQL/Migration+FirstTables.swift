extension Migration {
  static let firstTables = Migration(
    name: "first tables",
    statements: [
      // The journal and what was answered.
      "CREATE TABLE journal_head (id BIGINT PRIMARY KEY, number BIGINT NOT NULL)",
      "INSERT INTO journal_head (id, number) VALUES (1, 0)",
      """
      CREATE TABLE journal (number BIGINT PRIMARY KEY, at BIGINT NOT NULL,
        session TEXT NOT NULL, device TEXT NOT NULL, kind TEXT NOT NULL,
        command TEXT NOT NULL, payload TEXT NOT NULL)
      """,
      """
      CREATE TABLE outcome (id TEXT PRIMARY KEY, entry BIGINT NOT NULL, at BIGINT NOT NULL,
        payload TEXT NOT NULL)
      """,
      """
      CREATE TABLE saved_flow (session TEXT PRIMARY KEY, kind TEXT NOT NULL,
        version BIGINT NOT NULL, bytes TEXT NOT NULL)
      """,

      // Places.
      """
      CREATE TABLE site (code TEXT PRIMARY KEY, name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
        layout TEXT NOT NULL, start_x BIGINT NOT NULL, start_y BIGINT NOT NULL,
        drop_x BIGINT NOT NULL, drop_y BIGINT NOT NULL, slots_per_cart BIGINT NOT NULL,
        walking_speed BIGINT NOT NULL, utc_offset BIGINT NOT NULL)
      """,
      """
      CREATE TABLE zone (code TEXT PRIMARY KEY, name_zh TEXT NOT NULL, name_en TEXT NOT NULL)
      """,
      """
      CREATE TABLE bin (code TEXT PRIMARY KEY, zone TEXT NOT NULL, kind TEXT NOT NULL,
        aisle BIGINT NOT NULL, y BIGINT NOT NULL, side TEXT NOT NULL, level BIGINT NOT NULL)
      """,
      "CREATE TABLE workstation (code TEXT PRIMARY KEY, printer TEXT)",
      """
      CREATE TABLE printer (code TEXT PRIMARY KEY, address TEXT NOT NULL, format TEXT NOT NULL)
      """,
      """
      CREATE TABLE carton (code TEXT PRIMARY KEY, length BIGINT NOT NULL,
        width BIGINT NOT NULL, height BIGINT NOT NULL, grams BIGINT NOT NULL)
      """,
      "CREATE TABLE cart (code TEXT PRIMARY KEY, slots BIGINT NOT NULL)",
      """
      CREATE TABLE carrier (code TEXT PRIMARY KEY, name_zh TEXT NOT NULL, name_en TEXT NOT NULL)
      """,
      """
      CREATE TABLE number_range (carrier TEXT PRIMARY KEY, prefix TEXT NOT NULL,
        next_number BIGINT NOT NULL, last_number BIGINT NOT NULL, digits BIGINT NOT NULL)
      """,

      // People.
      """
      CREATE TABLE person (badge TEXT PRIMARY KEY, name_zh TEXT NOT NULL,
        name_en TEXT NOT NULL, roles TEXT NOT NULL, pin TEXT NOT NULL)
      """,
      """
      CREATE TABLE work_session (code TEXT PRIMARY KEY, badge TEXT NOT NULL,
        device TEXT NOT NULL, token BIGINT NOT NULL, workstation TEXT, cart TEXT,
        since BIGINT NOT NULL)
      """,

      // Goods.
      """
      CREATE TABLE product (sku TEXT PRIMARY KEY, name_zh TEXT NOT NULL, name_en TEXT NOT NULL,
        grams BIGINT NOT NULL, length BIGINT NOT NULL, width BIGINT NOT NULL,
        height BIGINT NOT NULL, by_lot BIGINT NOT NULL, by_expiry BIGINT NOT NULL,
        by_serial BIGINT NOT NULL)
      """,
      """
      CREATE TABLE packaging (sku TEXT NOT NULL, rung BIGINT NOT NULL, unit TEXT NOT NULL,
        units BIGINT NOT NULL, PRIMARY KEY (sku, rung))
      """,
      """
      CREATE TABLE barcode (barcode TEXT PRIMARY KEY, sku TEXT NOT NULL, rung BIGINT NOT NULL,
        place BIGINT NOT NULL)
      """,
      "CREATE INDEX barcode_sku ON barcode (sku, rung, place)",
      """
      CREATE TABLE stock (holder_kind TEXT NOT NULL, holder TEXT NOT NULL, sku TEXT NOT NULL,
        lot TEXT NOT NULL, expiry BIGINT NOT NULL, quantity BIGINT NOT NULL,
        allocated BIGINT NOT NULL, frozen BIGINT NOT NULL, since BIGINT NOT NULL,
        PRIMARY KEY (holder_kind, holder, sku, lot, expiry))
      """,
      "CREATE INDEX stock_sku ON stock (sku, holder_kind, holder, lot, expiry)",
      """
      CREATE TABLE movement (entry BIGINT NOT NULL, part BIGINT NOT NULL, at BIGINT NOT NULL,
        sku TEXT NOT NULL, lot TEXT NOT NULL, expiry BIGINT NOT NULL,
        from_kind TEXT NOT NULL, from_holder TEXT NOT NULL,
        to_kind TEXT NOT NULL, to_holder TEXT NOT NULL, quantity BIGINT NOT NULL,
        PRIMARY KEY (entry, part))
      """,
      "CREATE TABLE tote (code TEXT PRIMARY KEY, order_number TEXT)",
      "CREATE INDEX tote_order ON tote (order_number)",

      // Outbound.
      """
      CREATE TABLE orders (number TEXT PRIMARY KEY, channel TEXT NOT NULL,
        carrier TEXT NOT NULL, cut_off BIGINT NOT NULL, priority BIGINT NOT NULL,
        remark TEXT NOT NULL, state TEXT NOT NULL, note TEXT NOT NULL, wave TEXT)
      """,
      "CREATE INDEX orders_urgency ON orders (state, priority DESC, cut_off, number)",
      "CREATE INDEX orders_wave ON orders (wave, state)",
      """
      CREATE TABLE order_line (order_number TEXT NOT NULL, number BIGINT NOT NULL,
        sku TEXT NOT NULL, quantity BIGINT NOT NULL, packed BIGINT NOT NULL,
        short BIGINT NOT NULL, PRIMARY KEY (order_number, number))
      """,
      """
      CREATE TABLE receiver (order_number TEXT PRIMARY KEY, name TEXT NOT NULL,
        phone TEXT NOT NULL, region TEXT NOT NULL, address TEXT NOT NULL)
      """,
      """
      CREATE TABLE wave (code TEXT PRIMARY KEY, carrier TEXT NOT NULL, cut_off BIGINT NOT NULL,
        state TEXT NOT NULL)
      """,
      """
      CREATE TABLE pick_list (code TEXT PRIMARY KEY, wave TEXT NOT NULL, state TEXT NOT NULL,
        revision BIGINT NOT NULL, badge TEXT, cart TEXT, walk_length BIGINT NOT NULL,
        walk_bound BIGINT NOT NULL, walk_proven BIGINT NOT NULL, walk_by_code BIGINT NOT NULL,
        walk_path TEXT NOT NULL)
      """,
      "CREATE INDEX pick_list_wave ON pick_list (wave)",
      "CREATE INDEX pick_list_state ON pick_list (state)",
      """
      CREATE TABLE pick_slot (list TEXT NOT NULL, number BIGINT NOT NULL,
        order_number TEXT NOT NULL, tote TEXT, PRIMARY KEY (list, number))
      """,
      """
      CREATE TABLE pick_line (code TEXT PRIMARY KEY, order_number TEXT NOT NULL,
        order_line BIGINT NOT NULL, holder_kind TEXT NOT NULL, holder TEXT NOT NULL,
        sku TEXT NOT NULL, lot TEXT NOT NULL, expiry BIGINT NOT NULL, quantity BIGINT NOT NULL,
        picked BIGINT NOT NULL, state TEXT NOT NULL, reason TEXT, list TEXT,
        slot BIGINT NOT NULL, sequence BIGINT NOT NULL, skips BIGINT NOT NULL)
      """,
      "CREATE INDEX pick_line_list ON pick_line (list, state)",
      "CREATE INDEX pick_line_order ON pick_line (order_number)",
      """
      CREATE TABLE parcel (code TEXT PRIMARY KEY, order_number TEXT NOT NULL,
        state TEXT NOT NULL, workstation TEXT NOT NULL, badge TEXT NOT NULL,
        carrier TEXT NOT NULL, waybill TEXT, grams BIGINT NOT NULL, closed BIGINT,
        entry BIGINT NOT NULL)
      """,
      "CREATE INDEX parcel_order ON parcel (order_number)",
      "CREATE INDEX parcel_waybill ON parcel (waybill)",
      """
      CREATE TABLE print_job (code TEXT PRIMARY KEY, parcel TEXT NOT NULL,
        printer TEXT NOT NULL, state TEXT NOT NULL, attempts BIGINT NOT NULL,
        claimant TEXT NOT NULL, lease BIGINT, trouble TEXT NOT NULL, queued BIGINT NOT NULL,
        reason TEXT NOT NULL, entry BIGINT NOT NULL)
      """,
      "CREATE INDEX print_job_state ON print_job (state, queued, code)",
      "CREATE INDEX print_job_parcel ON print_job (parcel)",
    ])
}

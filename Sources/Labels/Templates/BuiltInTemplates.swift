/// The template files that come with the program.
enum BuiltInTemplates {
  static let files: [(name: String, yaml: String)] = [
    ("waybill-76x130.yaml", PackageResources.waybill_76x130_yaml),
    ("waybill-100x150.yaml", PackageResources.waybill_100x150_yaml),
    ("waybill-100x180.yaml", PackageResources.waybill_100x180_yaml),
    ("logistic-a6.yaml", PackageResources.logistic_a6_yaml),
    ("pick-list-a4.yaml", PackageResources.pick_list_a4_yaml),
    ("packing-list-a4.yaml", PackageResources.packing_list_a4_yaml),
    ("packing-list-100.yaml", PackageResources.packing_list_100_yaml),
    ("bin-100x50.yaml", PackageResources.bin_100x50_yaml),
    ("tote-100x70.yaml", PackageResources.tote_100x70_yaml),
    ("badge-sheet.yaml", PackageResources.badge_sheet_yaml),
    ("manifest-a4.yaml", PackageResources.manifest_a4_yaml),
    ("manifest-100.yaml", PackageResources.manifest_100_yaml),
    ("sf.yaml", PackageResources.sf_yaml), ("zto.yaml", PackageResources.zto_yaml),
    ("yto.yaml", PackageResources.yto_yaml), ("sto.yaml", PackageResources.sto_yaml),
    ("yd.yaml", PackageResources.yd_yaml), ("jtsd.yaml", PackageResources.jtsd_yaml),
    ("ems.yaml", PackageResources.ems_yaml),
  ].map { ($0, String(decoding: $1, as: UTF8.self)) }
}

extension Statement {
  static let parcels = [parcel, parcelOfWaybill, parcelsOfOrder, printJob, printJobsIn]

  static let parcel = Table.parcel.select("WHERE code = $1")
  static let parcelOfWaybill = Table.parcel.select("WHERE waybill = $1 ORDER BY code LIMIT 1")
  static let parcelsOfOrder = Table.parcel.select("WHERE order_number = $1 ORDER BY code")
  static let printJob = Table.printJob.select("WHERE code = $1")
  static let printJobsIn = Table.printJob.select(
    "WHERE state = $1 ORDER BY queued, code LIMIT $2")
}

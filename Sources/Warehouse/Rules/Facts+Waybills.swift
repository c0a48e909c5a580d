extension Facts {
  /// What a job's number is asked for with: the jobs of one call that are not given up, the one it is
  /// made under first; only the job itself where its parcel has a call of its own.
  public func family(of job: WaybillJob) throws -> [WaybillJob] {
    let lead = job.lead ?? job.parcel
    guard let order = try parcel(job.parcel)?.order else { return [job] }
    let live = try parcels(of: order).compactMap { parcel in
      try waybillJobs(of: parcel.code).last { $0.isLive }
    }
    let first = live.filter { $0.parcel == lead }
    return first.isEmpty ? [job] : first + live.filter { $0.lead == lead }
  }

  /// The last waybill job of a parcel; while its number comes with those of others, as far as the
  /// call for all of them is.
  public func waybill(of parcel: Code<Parcel>) throws -> WaybillJob? {
    guard var job = try waybillJobs(of: parcel).last else { return nil }
    if job.state == .joined, let lead = job.lead, let asked = try waybillJobs(of: lead).last {
      (job.state, job.aim, job.trouble) = (asked.state, asked.aim, asked.trouble)
    }
    return job
  }

  /// Whether a parcel is the one of its order with which the courier collects.
  public func collects(_ parcel: Parcel) throws -> Bool {
    try parcels(of: parcel.order).first { $0.state != .void }?.code == parcel.code
  }
}

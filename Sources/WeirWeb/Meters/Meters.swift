import WeirApp

/// Everything the server counts about itself.
final class Meters: Sendable {
    let requests = Counter(
        "weir_http_requests_total", "Requests answered, by route and status.", labels: ["route", "method", "status"])
    let requestTime = Histogram(
        "weir_http_request_duration_seconds", "From a request's head to its answer.", labels: ["group"])
    let refusedConnections = Counter(
        "weir_http_connections_refused_total", "Connections closed because their request was too slow or too large.",
        labels: ["reason"])
    let ingestRequests = Counter(
        "weir_ingest_requests_total", "Tracking requests, by endpoint and status.", labels: ["endpoint", "status"])
    let ingestEvents = Counter(
        "weir_ingest_events_total", "Events of tracking requests, by what became of them.", labels: ["outcome"])
    let ingestBytes = Counter("weir_ingest_bytes_total", "Bytes of tracking requests, inflated.")
    let ingestTime = Histogram(
        "weir_ingest_commit_duration_seconds", "From a decoded request to its events being on disk.")
    let inquiries = Counter("weir_inquiries_total", "Inquiries answered, by verdict.", labels: ["verdict"])

    func page(_ vitals: Vitals, bodyBytes: Int, openStreams: Int, build: String) -> String {
        var page = MeterPage()
        for counter in [requests, refusedConnections, ingestRequests, ingestEvents, ingestBytes, inquiries] {
            counter.write(into: &page)
        }
        requestTime.write(into: &page)
        ingestTime.write(into: &page)
        page.gauge("weir_http_body_bytes", "Bytes of request bodies in memory.", bodyBytes)
        page.gauge("weir_http_streams", "Open feeds of server-sent events.", openStreams)
        page.gauge("weir_intake_waiting_events", "Events waiting for the next commit.", vitals.eventsWaiting)
        page.counter("weir_intake_taken_events_total", "Events put on disk since the start.", vitals.eventsTaken)
        page.counter("weir_intake_known_events_total", "Events that had come before.", vitals.eventsKnown)
        page.counter("weir_intake_rejected_events_total", "Items that could not be understood.", vitals.eventsRejected)
        page.counter("weir_intake_commits_total", "Commits of the intake.", vitals.commits)
        page.gauge("weir_ledger_last_fact", "Place of the last fact on disk.", Int(vitals.lastFact))
        page.gauge("weir_ledger_last_decided_fact", "Place of the last fact decided upon.", Int(vitals.lastDecidedFact))
        page.counter("weir_decisions_total", "Decisions made since the start.", vitals.decisions)
        page.gauge("weir_accounts_in_memory", "Accounts kept folded.", vitals.accountsInMemory)
        page.counter("weir_refolds_total", "Accounts folded anew from their facts.", vitals.refolds)
        page.gauge("weir_deliveries_waiting", "Notices that wait to be sent.", vitals.deliveriesWaiting)
        page.gauge("weir_trouble", "1 while facts cannot be taken in or decided upon.", vitals.trouble == nil ? 0 : 1)
        page.gauge("weir_build_info", "Which Weir this is.", 1, labels: [("version", build)])
        ProcessMeters.write(into: &page)
        return page.text
    }
}

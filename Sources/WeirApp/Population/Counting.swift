import Dispatch

/// Threads for work that goes over all accounts and holds its thread for seconds: the ones that answer requests are as
/// many as there are cores, and whoever takes them all leaves nobody to say even that it takes a while.
final class Counting: TaskExecutor {
    static let threads = Counting()

    private let queue = DispatchQueue(label: "weir.counting", qos: .utility, attributes: .concurrent)

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}

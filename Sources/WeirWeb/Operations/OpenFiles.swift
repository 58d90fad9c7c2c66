import Foundation

/// How many connections the operating system lets this process have.
public enum OpenFiles {
    /// Takes as many as are allowed; the usual default of 1,024 is too few for a web service.
    /// - Returns: how many it may have now.
    @discardableResult
    public static func raiseLimit() -> Int {
        var limit = rlimit()
        let kind = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(kind, &limit) == 0 else { return 0 }
        limit.rlim_cur = min(limit.rlim_max, 1 << 20)
        setrlimit(kind, &limit)
        getrlimit(kind, &limit)
        return Int(clamping: limit.rlim_cur)
    }
}

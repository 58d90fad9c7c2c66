import Foundation
import WeirInsight

/// What the program writes to, and what it may do there.
enum Terminal {
    /// Text for whoever reads the result.
    static func print(_ text: String) {
        write(text.hasSuffix("\n") ? text : text + "\n", to: .standardOutput)
    }

    /// Text about the work, so that a pipe carries only results.
    static func error(_ text: String) {
        write(text.hasSuffix("\n") ? text : text + "\n", to: .standardError)
    }

    static func raw(_ text: String) { write(text, to: .standardError) }

    /// Whether progress can be drawn over itself.
    static var showsProgress: Bool { isatty(2) == 1 }

    /// Columns of the window; 100 where there is none.
    static var width: Int {
        var size = winsize()
        guard isatty(1) == 1, ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col >= 60 else { return 100 }
        return min(Int(size.ws_col), 160)
    }

    /// How reports are set: plain ASCII where the locale has nothing better.
    static func options(listLimit: Int? = 20) -> TextOptions {
        let environment = ProcessInfo.processInfo.environment
        let locale = environment["LC_ALL"] ?? environment["LC_CTYPE"] ?? environment["LANG"] ?? "C.UTF-8"
        let isUnicode = locale.uppercased().contains("UTF") || locale.isEmpty
        return TextOptions(width: width, isASCII: !isUnicode, listLimit: listLimit)
    }

    private static func write(_ text: String, to handle: FileHandle) {
        try? handle.write(contentsOf: Data(text.utf8))
    }
}

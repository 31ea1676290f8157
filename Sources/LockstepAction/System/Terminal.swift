import Glibc
import Reporting
import Synchronization

/// Where somebody sits, or a script runs: the story goes to the standard error, what was asked for to the standard output.
final class Terminal: Console {
    let looks: Looks
    /// What is said where the terminal does not know its own width.
    private let columns: Int?
    /// The live line as it was meant; `nil`: none is there.
    private let live = Mutex<String?>(nil)

    init(_ environment: [String: String]) {
        looks = Looks(environment, isTerminal: isatty(STDERR_FILENO) == 1)
        columns = environment["COLUMNS"].flatMap(Int.init)
    }

    func write(_ line: String) {
        live.withLock { live in
            _ = writeAll(Self.erased(&live) + line + "\n", to: STDERR_FILENO)
        }
    }

    @discardableResult func write(result: String) -> Bool {
        live.withLock { live in
            _ = writeAll(Self.erased(&live), to: STDERR_FILENO)
            return writeAll(result + "\n", to: STDOUT_FILENO)
        }
    }

    func show(live line: String) {
        guard looks.hasLiveLine else { return }
        live.withLock { live in
            live = line
            draw(line)
        }
    }

    /// The window has another size: a longer line would be wrapped, and its rest could not be written over.
    func redraw() {
        live.withLock { live in
            if let line = live { draw(line) }
        }
    }

    private func draw(_ line: String) {
        _ = writeAll("\r" + LiveLine.fitting(line, columns: width) + LiveLine.clearance, to: STDERR_FILENO)
    }

    private static func erased(_ live: inout String?) -> String {
        defer { live = nil }
        return live == nil ? "" : "\r" + LiveLine.clearance
    }

    private var width: Int {
        var size = winsize()
        let isKnown = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
        return isKnown ? Int(size.ws_col) : columns ?? 80
    }
}

/// A line that is written over again and again.
enum LiveLine {
    /// Clears what is left of a longer one.
    /// Source: https://ecma-international.org/publications-and-standards/standards/ecma-48/ (8.3.41, EL)
    static let clearance = "\u{1B}[K"

    /// As much as surely stands in one row, with room for the cursor: what is not ASCII may be two columns wide.
    static func fitting(_ line: String, columns: Int) -> String {
        var room = max(0, columns - 1)
        return String(
            line.prefix { letter in
                room -= letter.isASCII ? 1 : 2
                return room >= 0
            })
    }
}

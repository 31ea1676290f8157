import Glibc
import Reporting

/// Writes line by line without a buffer: nothing is lost when the process ends, and the order is the order of things.
package struct StandardOutput: Console {
    package init() {}

    package func write(_ line: String) {
        _ = writeAll(line + "\n", to: STDOUT_FILENO)
    }
}

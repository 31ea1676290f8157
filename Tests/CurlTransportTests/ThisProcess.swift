import Glibc

/// What the system knows of the whole process (proc(5)). It says something only of a process that runs one test alone.
enum ThisProcess {
    static var openFiles: Int { filesIn("/proc/self/fd").count }
    static var threads: Int { filesIn("/proc/self/task").count }

    /// Forgets how much memory it has ever held; from now on that is what it holds.
    static func forgetPeak() -> Bool {
        let file = open("/proc/self/clear_refs", O_WRONLY | O_CLOEXEC)
        defer { close(file) }
        return write(file, "5", 1) == 1
    }

    /// The most memory that it has ever held, in KB.
    static var peakMemory: Int? {
        guard let file = fopen("/proc/self/status", "r") else { return nil }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, 256, file) != nil {
            let words = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
                .split(whereSeparator: \.isWhitespace)
            if words.first == "VmHWM:" { return Int(words[1]) }
        }
        return nil
    }
}

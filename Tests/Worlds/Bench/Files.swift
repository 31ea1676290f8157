import FoundationEssentials
import Glibc

/// One directory for all files of these tests, removed with all that is in it when the process ends.
private let everything: String = {
    atexit { try? FileManager.default.removeItem(atPath: everything) }  // what cannot be removed harms no test
    return makeDirectory("/tmp/lockstep-XXXXXX")
}()

/// The tests' own files. What fails here is the machine, so it stops the tests.
package func makeTemporaryDirectory() -> String {
    makeDirectory("\(everything)/XXXXXX")
}

private func makeDirectory(_ pattern: String) -> String {
    var template = Array(pattern.utf8CString)
    guard let path = mkdtemp(&template) else { fatalError("no temporary directory") }
    return String(cString: path)
}

package func write(_ text: String, to path: String) {
    write(Array(text.utf8), to: path)
}

package func write(_ bytes: [UInt8], to path: String) {
    guard let file = fopen(path, "w"), fwrite(bytes, 1, bytes.count, file) == bytes.count, fclose(file) == 0 else {
        fatalError("cannot write \(path)")
    }
}

package func read(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "r") else { fatalError("cannot read \(path)") }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20)
    let count = fread(&bytes, 1, bytes.count, file)
    return Array(bytes.prefix(count))
}

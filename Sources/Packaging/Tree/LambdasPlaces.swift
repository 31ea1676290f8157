import Glibc

/// What is there on Lambda, whatever the package holds: layers, the package itself, the runtime, the function's own
/// disk, and file systems.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtime-environment.html
enum LambdasPlaces {
    /// Where the package is unpacked.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html (LAMBDA_TASK_ROOT)
    static let taskRoot = "/var/task/"

    private static let all = ["/opt", taskRoot, "/var/runtime", "/tmp", "/mnt"].map { $0.split(separator: "/") }

    /// - Parameter path: A whole one.
    static func contain(_ path: String) -> Bool {
        let names = path.split(separator: "/").filter { $0 != "." }
        return !names.contains("..") && all.contains { names.starts(with: $0) }
    }
}

extension SourceDirectory.Links {
    /// Whether a link may lead to a path out of the package. One that is to be followed is, if there is anything on this
    /// machine: a build in /tmp, for example.
    func allow(_ path: String) -> Bool {
        guard LambdasPlaces.contain(path) else { return false }
        return switch self {
        case .keep: true
        case .follow: access(path, F_OK) != 0
        }
    }
}

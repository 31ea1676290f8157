/// Words by which packages name the platforms that they carry a module for.
enum PlatformNames {
    private static let words: Set<Substring> = [
        "linux", "linuxmusl", "linuxglibc", "darwin", "macos", "mac", "osx", "apple", "win32", "win", "windows", "pc",
        "msvc", "android", "freebsd", "openbsd", "netbsd", "sunos", "illumos", "unknown", "universal", "universal2",
        "x64", "x86", "64", "amd64", "arm64", "aarch64", "arm", "armv6", "armv7", "armv7l", "armv8", "ia32", "i386",
        "i686", "ppc64", "ppc64le", "s390x", "riscv64", "loong64", "mips64el", "gnu", "glibc", "musl", "eabi",
        "gnueabihf",
        "musleabihf",
    ]

    /// The path without them, so that what differs in them alone is one.
    static func removed(from parts: some Sequence<Substring>) -> String {
        parts.map { part in
            part.split { "-_+.".contains($0) }.filter { !words.contains($0) }.joined(separator: "-")
        }
        .filter { !$0.isEmpty }.joined(separator: "/")
    }
}

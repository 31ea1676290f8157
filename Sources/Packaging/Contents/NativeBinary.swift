/// What a program or a native module was made for, from its first bytes.
package struct NativeBinary: Sendable, Equatable {
    package enum System: Sendable, Equatable {
        case linux, macOS, windows, otherUnix
    }

    package enum Machine: Sendable, Equatable {
        case x86, amd64, arm, arm64, other
        /// It was not looked for, for the system alone decides.
        case notTold
    }

    package let system: System
    package let machine: Machine

    package init(system: System, machine: Machine) {
        self.system = system
        self.machine = machine
    }

    /// - Returns: nil if it is no program at all.
    init?(startingWith start: UnsafeRawBufferPointer) {
        if start.starts(with: [0x7f, 0x45, 0x4c, 0x46]), start.count >= 20 {
            system = Self.systems[start[7]] ?? .linux
            machine = Self.machines[Self.number(start[18], start[19], isLittleEndian: start[5] != 2)] ?? .other
        } else if Self.machO.contains(where: start.starts) {
            system = .macOS
            machine = .notTold
        } else if start.starts(with: "MZ".utf8), Self.isPortableExecutable(start) {
            system = .windows
            machine = .notTold
        } else {
            return nil
        }
    }

    /// Those that say so; the others are Linux's or nobody's. https://refspecs.linuxfoundation.org/elf/gabi4+/ch4.eheader.html
    private static let systems: [UInt8: System] = [
        1: .otherUnix, 2: .otherUnix, 6: .otherUnix, 7: .otherUnix, 9: .otherUnix, 12: .otherUnix,
    ]

    private static let machines: [UInt16: Machine] = [3: .x86, 40: .arm, 62: .amd64, 183: .arm64]

    /// For one machine, in either order of bytes, and for several. (A class of Java begins as the last of them does: who
    /// asks has to know that it is none.)
    private static let machO: [[UInt8]] = [
        [0xfe, 0xed, 0xfa, 0xce], [0xfe, 0xed, 0xfa, 0xcf], [0xce, 0xfa, 0xed, 0xfe], [0xcf, 0xfa, 0xed, 0xfe],
        [0xca, 0xfe, 0xba, 0xbe], [0xca, 0xfe, 0xba, 0xbf],
    ]

    private static func number(_ first: UInt8, _ second: UInt8, isLittleEndian: Bool) -> UInt16 {
        isLittleEndian ? UInt16(first) | UInt16(second) << 8 : UInt16(first) << 8 | UInt16(second)
    }

    /// https://learn.microsoft.com/en-us/windows/win32/debug/pe-format#signature-image-only
    private static func isPortableExecutable(_ start: UnsafeRawBufferPointer) -> Bool {
        guard start.count >= 0x40 else { return false }
        let place = Int(start[0x3c]) | Int(start[0x3d]) << 8 | Int(start[0x3e]) << 16 | Int(start[0x3f]) << 24
        return place < start.count && start[place...].starts(with: "PE\0\0".utf8)
    }
}

extension NativeBinary {
    /// Whether Lambda can load it on this architecture, AWS's word. 32 bits are nobody's promise, and nobody's error.
    func fits(_ architecture: String) -> Bool {
        system == .linux && machine == (architecture == "arm64" ? .arm64 : .amd64)
    }
}

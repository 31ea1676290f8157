/// What becomes of a piece of Python's bytecode in a package, where every file has another time than here.
///
/// Python uses it only if it names the time that its source has. What is good here is therefore written as bytecode that
/// Python does not hold against its source (PEP 552), and with the path that its source has on Lambda in the place of the
/// one that it had when it was compiled, which pip chooses by chance: so the same packages give the same bytes.
enum Bytecode: Equatable {
    /// As it is.
    case kept
    case rewritten([UInt8])
    /// Nobody could use it.
    case leftOut

    /// Its source as it is here.
    struct Source {
        /// In the package.
        let path: String
        /// In seconds since 1970.
        let time: Int
        let content: UnsafeRawBufferPointer
    }

    /// - Parameter source: nil: it is not in the package.
    init(of bytes: UnsafeRawBufferPointer, _ name: BytecodeName, source: Source?) {
        if let source {
            self = Self.judge(bytes, source)
        } else {
            // Elsewhere than in a __pycache__ it is the module itself then, and Python looks at no date.
            self = name.needsSource ? .leftOut : .kept
        }
    }

    private static func judge(_ bytes: UnsafeRawBufferPointer, _ source: Source) -> Bytecode {
        guard let header = BytecodeHeader(bytes) else { return .leftOut }
        if header.validity == .unchecked { return .kept }
        return rewritten(bytes, header, source).map(Bytecode.rewritten) ?? .leftOut
    }

    private static func rewritten(
        _ bytes: UnsafeRawBufferPointer, _ header: BytecodeHeader, _ source: Source
    ) -> [UInt8]? {
        let hash = header.hash(of: source.content)
        guard isValid(header.validity, source, hash: hash) else { return nil }
        let code = UnsafeRawBufferPointer(rebasing: bytes[BytecodeHeader.count...])
        guard let path = MarshalledPath(in: code, magic: header.magic), path.text.ends(in: source.path.lastPart) else {
            return nil
        }
        // Python then finds the path that it would have to put in its place.
        let onLambda = path.marshalled(Array("\(LambdasPlaces.taskRoot)\(source.path)".utf8))
        return header.unchecked(hash: hash) + code[..<path.place.lowerBound] + onLambda
            + code[path.place.upperBound...]
    }

    private static func isValid(_ validity: BytecodeHeader.Validity, _ source: Source, hash: [UInt8]) -> Bool {
        switch validity {
        case .dated(let time, let size):
            time == UInt32(truncatingIfNeeded: source.time)
                && size == UInt32(truncatingIfNeeded: source.content.count)
        case .hashed(let known): known == hash
        case .unchecked: true
        }
    }
}

extension [UInt8] {
    /// Whether it is this name, or a path to it, on whatever system.
    fileprivate func ends(in name: Substring) -> Bool {
        guard hasSuffix(String(name)) else { return false }
        let before = dropLast(name.utf8.count).last
        return before == nil || before == UInt8(ascii: "/") || before == UInt8(ascii: "\\")
    }
}

/// The place in marshalled code where the path of its source stands: one text, to which every code object refers.
struct MarshalledPath: Equatable {
    /// The whole text as it is marshalled, with its type and its length.
    let place: Range<Int>
    let text: [UInt8]
    /// What the new text has to keep: whether others refer to it, and whether Python shares it by its content.
    private let isReferredTo: Bool
    private let isInterned: Bool

    /// - Parameters:
    ///   - code: A marshalled code object, and nothing else.
    ///   - magic: Of the Python that made it.
    /// - Returns: nil if it is anything else, or if the path does not stand in it exactly once, and for nothing else.
    init?(in code: UnsafeRawBufferPointer, magic: UInt32) {
        let form: CodeForm = magic & 0xffff >= BytecodeHeader.magicOfPython311 ? .sincePython311 : .sincePython38
        var walk = MarshalWalk(code, form)
        guard walk.run(), walk.paths.count == 1, let path = walk.paths.first else { return nil }
        // The same object may be a constant of the code as well, and then it is no path only.
        let isShared = path.number.map(walk.otherReferences.contains) ?? false
        guard !isShared, walk.pathReferences.allSatisfy({ $0 == path.number }) else { return nil }
        place = path.place
        text = Array(code[path.text])
        isReferredTo = path.number != nil
        isInterned = [UInt8(ascii: "Z"), UInt8(ascii: "A"), UInt8(ascii: "t")].contains(
            code[path.place.lowerBound] & 0x7f)
    }

    /// Another text for its place, in the form that Python itself would choose.
    /// Source: https://github.com/python/cpython/blob/3.13/Python/marshal.c (w_complex_object)
    func marshalled(_ text: [UInt8]) -> [UInt8] {
        let isASCII = text.allSatisfy { $0 < 0x80 }
        let isShort = isASCII && text.count < 256
        let type = isShort ? (isInterned ? "Z" : "z") : isASCII ? (isInterned ? "A" : "a") : (isInterned ? "t" : "u")
        let length = isShort ? 1 : 4
        let count = (0..<length).map { UInt8(truncatingIfNeeded: text.count >> (8 * $0)) }
        return type.utf8.map { $0 | (isReferredTo ? 0x80 : 0) } + count + text
    }
}

/// What stands in a code object: numbers, then objects, with one number among them.
/// Sources: https://github.com/python/cpython/blob/3.10/Python/marshal.c and 3.11's (r_object, TYPE_CODE)
struct CodeForm {
    let numbers: Int
    let objects: Int
    /// Which of the objects is the path of the source.
    let path: Int
    /// Before which of the objects the number of the first line stands.
    let firstLine: Int

    static let sincePython38 = CodeForm(numbers: 6, objects: 9, path: 6, firstLine: 8)
    static let sincePython311 = CodeForm(numbers: 5, objects: 10, path: 5, firstLine: 8)
}

import CExpat

extension XMLElement {
    /// The root of the document; `nil` when the bytes are no whole and well-formed one, or more than a service's answer
    /// can be: one with a document type (which could make much out of little), or nested deeper than any.
    package init?(parsing bytes: [UInt8]) {
        // S3 sends white space while it works (CompleteMultipartUpload); before the declaration there may be none.
        let document = bytes.drop { " \t\r\n".utf8.contains($0) }
        guard let parser = XML_ParserCreate(nil) else { return nil }
        defer { XML_ParserFree(parser) }
        let builder = Builder(parser: parser)
        let isWellFormed = withExtendedLifetime(builder) {
            XML_SetUserData(parser, Unmanaged.passUnretained(builder).toOpaque())
            setHandlers(parser)
            return document.withUnsafeBytes { bytes in
                bytes.count <= Int32.max
                    && XML_Parse(
                        parser, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count), 1)
                        == XML_STATUS_OK
            }
        }
        guard isWellFormed, let root = builder.root else { return nil }
        self = root
    }
}

private let mostLevels = 32

/// The elements that are open, from the root on. Used by one parser, on the thread that parses.
private final class Builder {
    private let parser: XML_Parser
    private var open: [XMLElement] = []
    private(set) var root: XMLElement?

    init(parser: XML_Parser) {
        self.parser = parser
    }

    func begin(_ name: String) {
        guard open.count < mostLevels else { return stop() }
        open.append(XMLElement(name: name))
    }

    func add(_ bytes: UnsafeRawBufferPointer) {
        guard !open.isEmpty else { return }
        open[open.count - 1].text += String(decoding: bytes, as: UTF8.self)
    }

    func end() {
        guard let element = open.popLast() else { return }
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(element) }
    }

    func stop() {
        _ = XML_StopParser(parser, 0)
    }

    static func behind(_ context: UnsafeMutableRawPointer?) -> Builder? {
        context.map { Unmanaged<Builder>.fromOpaque($0).takeUnretainedValue() }
    }
}

private func setHandlers(_ parser: XML_Parser) {
    XML_SetElementHandler(
        parser, { context, name, _ in Builder.behind(context)?.begin(name.map { String(cString: $0) } ?? "") },
        { context, _ in Builder.behind(context)?.end() })
    XML_SetCharacterDataHandler(parser) { context, text, length in
        Builder.behind(context)?.add(UnsafeRawBufferPointer(start: text, count: Int(length)))
    }
    XML_SetStartDoctypeDeclHandler(parser) { context, _, _, _, _ in Builder.behind(context)?.stop() }
}

import AWSCore

extension ActionInputs {
    /// The inputs with the text of a file in the place of `@` and its path, for those that take it. What is wrong with a
    /// file is noted.
    func withFilesRead(by host: any Host, _ inspection: inout Inspection) -> ActionInputs {
        var inputs = self
        for input in [\SmokeTestInputs.smokeTestPayload, \.smokeTestExpect] {
            inputs.readFile(namedBy: input, by: host, &inspection) { text throws(Complaint) in _ = try JSONText(text) }
        }
        inputs.readFile(namedBy: \ConfigurationInputs.configuration, by: host, &inspection) { text throws(Complaint) in
            _ = try GivenConfiguration.document(text)
        }
        return inputs
    }

    private mutating func readFile<Group: InputGroup>(
        namedBy input: WritableKeyPath<Group, String?>, by host: any Host, _ inspection: inout Inspection,
        check: (String) throws(Complaint) -> Void
    ) {
        let group = self[keyPath: Group.place]
        guard group[keyPath: input].given?.first == "@" else { return }
        let text = inspection.read(input, of: group) { path throws(Complaint) in
            try JSONFile(path: String(path.dropFirst())).read(by: host, check)
        }
        // In the place of a file that cannot be used something stands that has no mistakes: those are told already.
        self[keyPath: Group.place.appending(path: input)] = text ?? "{}"
    }
}

/// A file that an input names.
private struct JSONFile {
    let path: String
    /// The most that Lambda takes as an event.
    /// Source: https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
    private static let mostBytes = 6 << 20

    func read(by host: any Host, _ check: (String) throws(Complaint) -> Void) throws(Complaint) -> String {
        guard !path.isEmpty else { throw Complaint("must be JSON, or @ and the path of a file with JSON") }
        let bytes: [UInt8]
        do throws(HostFailure) {
            bytes = try host.read(fileAt: path, bytesAtMost: Self.mostBytes)
        } catch {
            throw Complaint("names a file with JSON that cannot be read: \(error.reason)")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Complaint("names the JSON file \(path.quoted) with bytes that are not UTF-8: save it as UTF-8")
        }
        let json = text.withoutByteOrderMark
        do throws(Complaint) {
            try check(json)
        } catch {
            throw Complaint(reasons: error.reasons.map { "names the file \(path.quoted), which \($0)" })
        }
        return json
    }
}

extension String {
    /// Some editors begin a file with it, and JSON knows none.
    fileprivate var withoutByteOrderMark: String {
        unicodeScalars.first == "\u{FEFF}" ? String(unicodeScalars.dropFirst()) : self
    }
}

/// Takes the body of an answer of success piece by piece, so that it is nowhere held as a whole.
package protocol ByteSink: Sendable {
    /// An answer begins: what came of an earlier one is forgotten.
    /// - Throws: ``ByteSinkFailure`` when nothing can be taken.
    func begin() throws(ByteSinkFailure)

    /// Takes what comes next.
    /// - Throws: ``ByteSinkFailure`` when there is no room for all of it.
    func append(_ bytes: UnsafeRawBufferPointer) throws(ByteSinkFailure)
}

/// A sink that could not take what came, with the system's reason.
package struct ByteSinkFailure: Error, Equatable {
    package let reason: String

    package init(reason: String) {
        self.reason = reason
    }
}

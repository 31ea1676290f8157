/// What a package has otherwise than the directory that it was made of.
package struct PackageChanges: Sendable, Equatable {
    package var isBootstrapMadeExecutable = false
    /// Files of Python's bytecode that no date spoils any more.
    package var bytecodeRewritten = 0
    /// Files of Python's bytecode that Python would not have used.
    package var bytecodeLeftOut = 0

    package init() {}
}

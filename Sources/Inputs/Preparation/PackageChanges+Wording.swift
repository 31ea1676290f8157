import Packaging

extension PackageChanges {
    /// What goes in otherwise than it lies there, a line each; it goes on where the directory's input ends.
    var told: [String] {
        var told: [String] = []
        if isBootstrapMadeExecutable { told.append("is packaged with bootstrap made executable, which it was not") }
        if bytecodeRewritten > 0 {
            told.append("is packaged with \(bytecodeRewritten) .pyc of Python made good for any file times")
        }
        if bytecodeLeftOut > 0 {
            told.append("is packaged without \(bytecodeLeftOut) .pyc of Python that it would not use")
        }
        return told
    }
}

/// Something that is wrong with a package, or may be. How it is told is said elsewhere.
package enum Finding: Sendable, Equatable {
    // Of the package alone
    /// Windows's separators: Lambda would unpack files of that name, in no directory.
    case backslashes(Names)
    case duplicates(Names)
    /// The function runs as another user than their owner, and may not read them.
    case unreadable(Names)
    /// Compressed by a method that Lambda cannot unpack.
    case otherCompression(Names)
    case secrets(Names)
    case largeFilePointers(Names)
    /// Bytecode in a zip of which Python will use none.
    case outdatedBytecode(count: Int)

    // Of the package in a function
    case handlerMissing(MissingHandler)
    case handlerIsLargeFilePointer(path: String)
    /// A program that stands in the place of a handler, for whatever wraps the runtime.
    case handlerNotExecutable(path: String)
    case bootstrapNotExecutable
    case bootstrapForOtherSystem(NativeBinary.System)
    case bootstrapForOtherMachine(NativeBinary.Machine, architecture: String)
    case bootstrapHasCarriageReturn
    /// Neither a program nor a script with its first line.
    case bootstrapIsNoProgram
    /// None in the package fits in their place.
    case nativeModules(Names, UnfitModule)
}

/// The first few of many.
package struct Names: Sendable, Equatable {
    package let shown: [String]
    package let count: Int

    package init(_ all: [String]) {
        shown = Array(all.prefix(5))
        count = all.count
    }
}

package struct MissingHandler: Sendable, Equatable {
    package enum Hint: Sendable, Equatable {
        case oneFolderTooMany(String)
        case elsewhere(path: String)
        case otherCase(path: String)
        case onlyTypeScript(path: String)
        case onlyZip(path: String)
        case onlyJar(path: String)
        /// Where Spring Boot puts classes, and nobody but Spring Boot looks.
        case inSpringBootJar
    }

    package let function: FunctionAsPlanned
    /// What the runtime looks for; none if the handler has not the form that it needs.
    package let paths: [String]
    package let hint: Hint?

    package init(function: FunctionAsPlanned, paths: [String], hint: Hint?) {
        self.function = function
        self.paths = paths
        self.hint = hint
    }
}

/// Why a native module cannot be loaded.
package enum UnfitModule: Sendable, Hashable {
    case otherSystem
    case otherMachine(architecture: String)
    case otherPython(runtime: String)
}

extension Finding {
    /// A closed list of what cannot work. All else may be meant, or harmless.
    package var isError: Bool {
        switch self {
        case .backslashes, .handlerIsLargeFilePointer, .bootstrapNotExecutable, .bootstrapForOtherSystem,
            .bootstrapHasCarriageReturn:
            true
        case .handlerMissing(let missing): !missing.function.hasOtherSources
        // What 32 bits are worth on Lambda, nobody says.
        case .bootstrapForOtherMachine(let machine, _): machine != .x86 && machine != .arm
        case .duplicates, .unreadable, .otherCompression, .secrets, .largeFilePointers, .outdatedBytecode,
            .handlerNotExecutable, .bootstrapIsNoProgram, .nativeModules:
            false
        }
    }
}

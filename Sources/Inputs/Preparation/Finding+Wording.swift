import AWSCore
import Packaging

extension Finding {
    /// What is wrong, and what would be right. Of the package alone it goes on where the input's name ends, without a full
    /// stop; of the package in a function it is whole sentences.
    var wording: Wording {
        switch self {
        case .backslashes(let names):
            "holds \(names.counted("name", "names")) with backslashes (\(names.wording)): Lambda unpacks no folders from them, but files "
                + "of that name. Make the zip with a tool that writes slashes, or give the folder as code-artifacts-dir"
        case .duplicates(let names):
            "holds \(names.counted("name", "names")) more than once (\(names.wording)): which of the files is used, nobody promises"
        case .unreadable(let names):
            "holds \(names.counted("entry", "entries")) that the function may not read (\(names.wording)): it runs as "
                + "another user, so files need the mode 644 or 755 and folders 755"
        case .otherCompression(let names):
            "holds \(names.counted("file", "files")) compressed by a method that Lambda cannot unpack (\(names.wording)): only "
                + "deflated and stored files are sure to work"
        case .secrets(let names):
            "holds what looks like secrets (\(names.wording)): whoever may read the function's code gets them"
        case .largeFilePointers(let names):
            "holds \(names.counted("pointer", "pointers")) of Git LFS in the place of the files (\(names.wording)): give "
                + "actions/checkout lfs: true, or run git lfs pull"
        case .outdatedBytecode(let count):
            "holds \(count) .pyc of Python that it will not use, for they name other times than their sources have in the "
                + "zip: cold starts are slower. A folder given as code-artifacts-dir has them made good"
        case .handlerMissing(let missing): missing.wording
        case .handlerIsLargeFilePointer(let path):
            "\(quoted(path)) is a pointer of Git LFS and not the file: give actions/checkout lfs: true, or run git lfs pull."
        case .handlerNotExecutable(let path):
            "\(quoted(path)), the handler, is not executable: run chmod +x on it before it is packaged, if it is to be started."
        case .bootstrapNotExecutable:
            "bootstrap is not executable in the zip: run chmod +x on it, and make the zip with a tool that keeps modes "
                + "(zip does), or give the folder as code-artifacts-dir."
        case .bootstrapForOtherSystem(let system):
            "bootstrap is a program for \(ours: system.name), and Lambda runs Linux: build it for Linux."
        case .bootstrapForOtherMachine(let machine, let architecture):
            "bootstrap is a program for \(ours: machine.name), and the function runs on \(ours: architecture): build it for "
                + "\(ours: architecture), or give architectures."
        case .bootstrapHasCarriageReturn:
            "The first line of bootstrap ends with a carriage return, as Windows ends lines, so Linux does not find the program "
                + "that it names: save it with line feeds (git: *.sh text eol=lf in .gitattributes)."
        case .bootstrapIsNoProgram: "bootstrap is neither a program for Linux nor a script that begins with #!."
        case .nativeModules(let names, let unfit):
            "\(names.counted("native module", "native modules")) \(unfit.wording) (\(names.wording)), and nothing in the package is in the place."
                + unfit.cure
        }
    }
}

extension UnfitModule {
    fileprivate var wording: Wording {
        switch self {
        case .otherSystem: "not made for Lambda's Linux"
        case .otherMachine(let architecture): "not made for \(ours: architecture), which the function runs on"
        case .otherPython(let runtime): "made for another Python than \(ours: runtime)"
        }
    }

    fileprivate var cure: Wording {
        switch self {
        case .otherSystem, .otherMachine:
            " Install the packages on Linux of the function's architecture (npm: --os and --cpu; pip: --platform)."
        case .otherPython: " Install the packages with the Python of the runtime (pip: --python-version)."
        }
    }
}

extension MissingHandler {
    fileprivate var wording: Wording {
        let place: Wording =
            function.hasOtherSources
            ? " It may come from what the function has beside the package (layers, a file system, a wrapper, a search path)."
            : ""
        return "\(lack)\(hint.map { ": \($0.wording)" } ?? ".")\(place)"
    }

    private var lack: Wording {
        if function.runtime == .provided {
            return "The runtime \(ours: function.runtimeName) starts bootstrap, and the package has none"
        }
        let handler: Wording = "The handler \(supplied: function.handler)"
        guard !paths.isEmpty else {
            return "\(handler) names no function for the runtime \(ours: function.runtimeName), for want of a dot"
        }
        let files = paths.map { quoted($0) }.joined(separator: " or ")
        return "\(handler) needs \(files) (\(ours: function.runtimeName)), and the package has none"
    }
}

extension MissingHandler.Hint {
    fileprivate var wording: Wording {
        switch self {
        case .oneFolderTooMany(let folder):
            "everything lies one folder too deep, in \(quoted(folder)). Package what is in that folder, not the folder."
        case .elsewhere(let path): "there is \(quoted(path)). Give the handler that path, or package that folder."
        case .otherCase(let path): "there is \(quoted(path)), and Linux tells upper case from lower."
        case .onlyTypeScript(let path): "there is only \(quoted(path)). Compile TypeScript before it is packaged."
        case .onlyZip(let path):
            "it holds nothing but \(quoted(path)), which Lambda does not unpack. Give that file as zip-file."
        case .onlyJar(let path):
            "\(quoted(path)) is not looked into where it lies. Give it as zip-file, or put it into lib/."
        case .inSpringBootJar:
            "it is in BOOT-INF/classes, where only Spring Boot looks. Build a jar for Lambda (Maven's shade plugin, or "
                + "Gradle's shadow) instead of Spring Boot's own."
        }
    }
}

extension NativeBinary.System {
    fileprivate var name: String {
        switch self {
        case .linux: "Linux"
        case .macOS: "macOS"
        case .windows: "Windows"
        case .otherUnix: "another Unix"
        }
    }
}

extension NativeBinary.Machine {
    fileprivate var name: String {
        switch self {
        case .x86: "x86 with 32 bits"
        case .amd64: "x86_64"
        case .arm: "ARM with 32 bits"
        case .arm64: "arm64"
        case .other, .notTold: "another machine"
        }
    }
}

extension Names {
    fileprivate var wording: Wording {
        let rest: Wording = count > shown.count ? " and \(count - shown.count) more" : ""
        return shown.map { quoted($0) }.joined(separator: ", ") + rest
    }

    fileprivate func counted(_ one: String, _ many: String) -> Wording {
        "\(count) \(ours: count == 1 ? one : many)"
    }
}

/// A path in quotes, without its middle if it is longer than anybody reads.
private func quoted(_ path: String) -> Wording {
    let scalars = path.unicodeScalars
    guard scalars.count > 120 else { return "'\(supplied: path)'" }
    return "'\(supplied: String(scalars.prefix(50)))…\(supplied: String(scalars.suffix(70)))'"
}

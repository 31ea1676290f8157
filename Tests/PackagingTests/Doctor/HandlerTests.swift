import Testing

@testable import Packaging

/// Handlers as the runtimes read them.
struct HandlerTests {
    @Test(
        arguments: [
            ("python3.13", "app.handler", "app.py"),
            ("python3.13", "app.handler", "app/__init__.py"),
            ("python3.13", "pkg/mod.handler", "pkg/mod.py"),
            ("python3.13", "pkg.mod.handler", "pkg/mod.py"),
            ("python3.13", "pkg.mod.handler", "pkg/mod.cpython-313-x86_64-linux-gnu.so"),
            ("python3.13", "mod.f", "mod.abi3.so"),
            ("python3.13", "mod.f", "mod.pyc"),
            ("nodejs22.x", "index.handler", "index.js"),
            ("nodejs22.x", "index.handler", "index.mjs"),
            ("nodejs22.x", "index.handler", "index.cjs"),
            ("nodejs22.x", "index.handler", "index"),
            ("nodejs22.x", "index.handler", "index/index.js"),
            ("nodejs22.x", "dist/v1.2/api.routes.handler", "dist/v1.2/api.js"),
            ("nodejs22.x", "wrapper.handler", "node_modules/wrapper/package.json"),
            ("nodejs22.x", "node_modules/lib/dist/handler.handler", "node_modules/lib/dist/handler.js"),
            ("nodejs22.x", "/var/task/dist/index.handler", "dist/index.js"),
            ("nodejs22.x", "/opt/nodejs/wrapper.handler", "index.js"),
            ("python3.15.al2023", "mod.f", "mod.cpython-315-x86_64-linux-gnu.so"),
            ("ruby3.4", "lambda_function.lambda_handler", "lambda_function.rb"),
            ("ruby3.4", "lib/app.Orders::Handler.process", "lib/app.rb"),
            ("ruby3.4", "punch.run", "vendor/bundle/ruby/3.4.0/gems/punch-1.0/lib/punch.rb"),
            ("java21", "com.example.Orders::handle", "com/example/Orders.class"),
            ("java21", "com.example.Orders$Inner", "com/example/Orders$Inner.class"),
            ("java8.al2", "Orders::handle", "Orders.class"),
            ("dotnet8", "Orders::Orders.Function::Handle", "Orders.dll"),
            ("dotnet8", "Orders", "Orders.dll"),
            ("dotnet8", "bootstrap", "bootstrap"),
            ("dotnet8", "Orders", "Orders"),
        ])
    func aHandlerIsFoundWhereItsRuntimeLooks(runtime: String, handler: String, path: String) {
        #expect(PackageContents(paths: ["other.txt", path]).findings(runtime, handler) == [])
    }

    @Test(
        arguments: [
            ("python3.13", "app.handler", ["main.py"], ["app.py", "app/__init__.py"], nil),
            ("python3.13", "app", ["app.py"], [], nil),
            ("python3.13", "app.handler", ["__pycache__/app.cpython-313.pyc"], ["app.py", "app/__init__.py"], nil),
            (
                "python3.13", "app.handler", ["project/app.py", "project/lib/x.py"], ["app.py", "app/__init__.py"],
                .oneFolderTooMany("project")
            ),
            (
                "python3.13", "app.handler", ["src/app.py", "README.md"], ["app.py", "app/__init__.py"],
                .elsewhere(path: "src/app.py")
            ),
            ("python3.13", "app.handler", ["App.py"], ["app.py", "app/__init__.py"], .otherCase(path: "App.py")),
            (
                "nodejs22.x", "index.handler", ["index.ts", "package.json"], ["index.js", "index.mjs", "index.cjs"],
                .onlyTypeScript(path: "index.ts")
            ),
            (
                "nodejs22.x", "index.handler", ["node_modules/a/index.js", "main.js"],
                ["index.js", "index.mjs", "index.cjs"], nil
            ),
            ("ruby3.4", "app.run", ["main.rb"], ["app.rb"], nil),
            (
                "java21", "com.example.Orders::handle", ["orders.jar", "x"], ["com/example/Orders.class"],
                .onlyJar(path: "orders.jar")
            ),
            (
                "java21", "com.example.Orders::handle",
                ["BOOT-INF/classes/com/example/Orders.class", "org/springframework/boot/loader/Launcher.class"],
                ["com/example/Orders.class"], .inSpringBootJar
            ),
            ("dotnet8", "Orders::Orders.Function::Handle", ["Orders.pdb", "Other.dll"], ["Orders.dll"], nil),
            ("provided.al2023", "any", ["main"], ["bootstrap"], nil),
            ("provided.al2023", "any", ["Bootstrap"], ["bootstrap"], .otherCase(path: "Bootstrap")),
            ("provided.al2", "any", ["bin/bootstrap"], ["bootstrap"], .oneFolderTooMany("bin")),
        ] as [(String, String, [String], [String], MissingHandler.Hint?)])
    func aMissingHandlerIsAnErrorWithItsCause(
        runtime: String, handler: String, files: [String], wanted: [String], hint: MissingHandler.Hint?
    ) throws {
        let findings = PackageContents(paths: files).findings(runtime, handler)
        guard case .handlerMissing(let missing) = try #require(findings.first) else {
            Issue.record("\(findings)")
            return
        }
        #expect(findings.count == 1 && findings[0].isError)
        #expect(missing.paths == wanted)
        #expect(missing.hint == hint)
    }

    @Test func aZipInAZipIsNamed() throws {
        let contents = PackageContents(.file("app.zip", .zip))
        let findings = contents.findings("python3.13", "app.handler")
        guard case .handlerMissing(let missing) = try #require(findings.first) else { return }
        #expect(missing.hint == .onlyZip(path: "app.zip"))
        #expect(findings[0].isError)
    }

    @Test func whatElseTheFunctionHasMayBringTheHandler() {
        let findings = PackageContents(paths: ["data.bin"]).findings("python3.13", "app.handler", besides: true)
        #expect(findings.count == 1 && findings.allSatisfy { !$0.isError })
    }

    @Test func aProgramInTheHandlersPlaceHasToBeExecutable() {
        for (mode, expected) in [(0o644, [Finding.handlerNotExecutable(path: "run.sh")]), (0o755, [])] {
            let contents = PackageContents(.file("run.sh", .script(endsInCarriageReturn: false), mode: UInt16(mode)))
            #expect(contents.findings("nodejs22.x", "run.sh", besides: true) == expected)
        }
    }

    @Test(arguments: ["go1.x", "custom", "rust9.x", "byol"])
    func ofARuntimeThatNobodyKnowsNothingIsSaid(runtime: String) {
        #expect(PackageContents(paths: ["data.bin"]).findings(runtime, "app.handler") == [])
    }

    @Test func aClassInAJarInLibIsFound() {
        let jars: [String: Set<String>?] = ["lib/orders.jar": ["com/example/Orders.class"]]
        let contents = PackageContents(entries: [.file("lib/orders.jar", .zip)], isFinishedZip: false, jars: jars)
        #expect(contents.findings("java21", "com.example.Orders::handle") == [])
        #expect(contents.findings("java21", "com.example.Other::handle").map(\.isError) == [true])
        let unread = PackageContents(
            entries: [.file("lib/orders.jar", .zip)], isFinishedZip: false,
            jars: ["lib/orders.jar": Optional<Set<String>>.none])
        #expect(unread.findings("java21", "com.example.Orders::handle") == [])
    }

    @Test func linksAreFollowed() {
        let contents = PackageContents(
            .link("app.py", to: "src/./../src/main.py"), .file("src/main.py"), .link("away.py", to: "/opt/python/a.py"),
            .link("round.py", to: "round.py"), .link("lib", to: "src"), .link("broken.py", to: "nowhere.py"))
        for (handler, isThere) in [
            ("app.f", true), ("away.f", true), ("lib/main.f", true), ("round.f", false), ("broken.f", false),
        ] {
            #expect(contents.findings("python3.13", handler).isEmpty == isThere, "\(handler)")
        }
    }

    @Test func aPointerOfGitLFSIsNoHandler() {
        let contents = PackageContents(.file("app.py", .largeFilePointer))
        #expect(contents.findings("python3.13", "app.f") == [.handlerIsLargeFilePointer(path: "app.py")])
        let bootstrap = PackageContents(.file("bootstrap", .largeFilePointer, mode: 0o755))
        #expect(bootstrap.findings("provided.al2023", "f") == [.handlerIsLargeFilePointer(path: "bootstrap")])
    }
}

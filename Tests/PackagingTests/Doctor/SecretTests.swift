import Testing

@testable import Packaging

struct SecretTests {
    @Test(
        arguments: [
            (".env", "A=1"), ("conf/.env.production", ""), (".netrc", ""), ("keys/id_rsa", ""), ("id_ed25519", ""),
            ("id_dsa", ""), ("id_ecdsa", ""), ("server.pem", "-----BEGIN PRIVATE KEY-----\nMII\n"),
            ("tls/server.key", "x\r\n-----BEGIN RSA PRIVATE KEY-----\r\n"),
            (".npmrc", "//registry.example.com/:_authToken=npm_abc\n"), (".npmrc", "_auth = abc=\n"),
            (".npmrc", "a=b\n//x/:_password=\"abc\"\n"), (".pypirc", "[pypi]\nusername = me\npassword = pypi-abc\n"),
            (".pypirc", "[pypi]\npassword: pypi-abc\n"),
        ])
    func aSecretIsWarnedOf(path: String, text: String) throws {
        #expect(try findings(path, text) == [.secrets(Names([path]))])
    }

    @Test(
        arguments: [
            (".env.example", ""), (".env.sample", ""), (".env.template", ""), (".env.dist", ""), ("env", ""),
            (".envrc", ""), ("certifi/cacert.pem", "-----BEGIN CERTIFICATE-----\nMII\n"),
            ("google/oauth2/id_token.py", "x"), ("id_rsa.pub", ""), ("public.pem", "-----BEGIN PUBLIC KEY-----\n"),
            (".npmrc", "registry=https://registry.example.com/\n"), (".npmrc", "//x/:_authToken=${NPM_TOKEN}\n"),
            (".npmrc", "# _auth=abc\n"), (".pypirc", "[pypi]\nusername = me\n"), (".pypirc", "password =\n"),
            ("node_modules/x/.env", ""), ("node_modules/x/key.pem", "-----BEGIN PRIVATE KEY-----\n"),
            ("tornado/test/test.key", "-----BEGIN PRIVATE KEY-----\n"), ("monkey", "-----BEGIN PRIVATE KEY-----\n"),
            ("a.key", "how to write -----BEGIN PRIVATE KEY-----\n"),
        ])
    func whatIsNoneIsNot(path: String, text: String) throws {
        #expect(try findings(path, text) == [])
    }

    private func findings(_ path: String, _ text: String) throws -> [Finding] {
        let directory = TemporaryDirectory()
        _ = run("/bin/mkdir", ["-p", directory("in/\(path)/..")])
        _ = run("/bin/rmdir", [directory("in/\(path)")])
        directory.file("in/\(path)", text)
        let package = try DeploymentPackage.zip(of: directory("in"), limits: .lambda)
        directory.file("a.zip", bytes: try package.bytes)
        let zip = try DeploymentPackage.zip(at: directory("a.zip"), limits: .lambda)
        #expect(package.contents.findings == zip.contents.findings)
        return package.contents.findings
    }

    @Test func pointersOfGitLFSAreWarnedOf() throws {
        let pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:abc\nsize 12345\n"
        #expect(try findings("model.bin", pointer) == [.largeFilePointers(Names(["model.bin"]))])
        let directory = TemporaryDirectory()
        directory.file("a.zip", pointer)
        do throws(PackagingFailure) {
            _ = try DeploymentPackage.zip(at: directory("a.zip"), limits: .lambda)
            Issue.record("it is taken for a zip")
        } catch {
            #expect(error.description.contains("a pointer of Git LFS"))
        }
    }
}

import Testing

@testable import Packaging

struct DirectoryZipTests {
    let directory = TemporaryDirectory()

    @Test func theZipOfAFixedTreeIsTheseBytes() throws {
        directory.file("é.txt", "x")
        let zip = try bytes(of: .zip(of: directory.path, limits: .lambda))
        print(zip.map { String($0, radix: 16) }.joined(separator: " "))
    }
}

func bytes(of package: DeploymentPackage) throws -> [UInt8] {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: package.count, alignment: 1)
    defer { buffer.deallocate() }
    let count = try package.read(at: 0, into: buffer)
    return [UInt8](buffer[..<count])
}

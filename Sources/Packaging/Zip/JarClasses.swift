/// The classes of a jar that lies in a package's lib/, where Java's runtime looks for them.
/// Source: https://docs.aws.amazon.com/lambda/latest/dg/java-package.html
enum JarClasses {
    /// Whether Java's runtime puts what lies at this path on its class path.
    static func areSought(at path: String) -> Bool {
        let parts = path.split(separator: "/")
        return parts.count == 2 && parts[0] == "lib" && parts[1].utf8.hasSuffix(".jar")
    }

    /// Their paths in the jar; nil if it cannot be read, which is no fault of the package's: nobody may need it.
    static func paths(in jar: OpenFile) -> Set<String>? {
        do throws(PackagingFailure) {
            guard let place = try CentralDirectory.locate(in: jar, count: try jar.status().size) else { return nil }
            let names = try CentralDirectory(at: place, of: jar).entries.map(\.text)
            return Set(names.filter { $0.utf8.hasSuffix(".class") })
        } catch {
            return nil
        }
    }
}

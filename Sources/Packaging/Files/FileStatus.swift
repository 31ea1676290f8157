import Glibc

/// What the system knows about a file.
struct FileStatus: Equatable {
    enum Kind: Equatable {
        case file, directory, link, pipe, socket, device
    }

    /// Which file it is, by whatever path.
    struct Identity: Equatable {
        let device: UInt
        let number: UInt
    }

    struct Owner: Equatable {
        let user: uid_t
        let group: gid_t
    }

    let identity: Identity
    let owner: Owner
    let kind: Kind
    let size: Int
    /// Whether its owner may run it. As git does, nobody else is asked: what a umask takes from them is no property
    /// of the content.
    let isExecutable: Bool
    /// When its content was changed last, in seconds since 1970.
    let modifiedAt: Int
    private let modified: [Int]

    init(_ status: stat) {
        identity = Identity(device: UInt(status.st_dev), number: UInt(status.st_ino))
        owner = Owner(user: status.st_uid, group: status.st_gid)
        kind = Kind(mode: status.st_mode)
        size = Int(status.st_size)
        isExecutable = status.st_mode & S_IXUSR != 0
        modifiedAt = status.st_mtim.tv_sec
        modified = [
            status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec, status.st_ctim.tv_nsec,
        ]
    }

    /// Looks at a path itself: at a link, not at what it leads to.
    init(ofLinkOrFile path: String) throws(PackagingFailure) {
        var status = stat()
        guard lstat(path, &status) == 0 else { throw .unopened(path: path, errno: errno) }
        self.init(status)
    }

    /// Looks at what a path leads to.
    init(of path: String) throws(PackagingFailure) {
        var status = stat()
        guard stat(path, &status) == 0 else { throw .unopened(path: path, errno: errno) }
        self.init(status)
    }
}

extension FileStatus.Kind {
    fileprivate init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .directory
        case S_IFLNK: self = .link
        case S_IFIFO: self = .pipe
        case S_IFSOCK: self = .socket
        default: self = .device
        }
    }
}

#!/usr/bin/env bash
# Builds the libcurl of the static program into .build/static/libraries, once: again only when this file changes or that
# folder is gone. It speaks HTTP/1.1 over TLS and through proxies, and nothing else; Debian's own would bring Kerberos, LDAP
# and SSH. The source is Debian's, with its security fixes, from the server that this machine takes Debian's packages
# from; DEBIAN_MIRROR names another one.
source "$(dirname "$0")/common.sh"

prefix="$PWD/.build/static/libraries"
if cmp -s scripts/libcurl.sh "$prefix/built-by"; then exit 0; fi
scripts/packages.sh static

# Where this machine takes the archive `debian` or `debian-security` from: the two may be on different servers.
address_of() {
    if [ -n "${DEBIAN_MIRROR:-}" ]; then echo "$DEBIAN_MIRROR/$1"; return; fi
    { grep -rhoE "https?://[^ ]+/$1/?( |\$)" /etc/apt/sources.list /etc/apt/sources.list.d 2>/dev/null || true; } |
        sed -n '1s,/* *$,,p'
}

# The archive's signature covers the index of sources, the index the digest of each file. A signature or digest that is
# wrong is an error to apt; so is a server that does not answer.
fetch() {
    local archive security signed="signed-by=/usr/share/keyrings/debian-archive-keyring.gpg"
    archive="$(address_of debian)" security="$(address_of debian-security)"
    [ -n "$archive" ] || { echo "this is no Debian: DEBIAN_MIRROR must name a server of Debian's, such as http://HOST"; return 1; }
    mkdir -p lists/partial cache/archives/partial
    printf 'deb-src [%s] %s main\n' \
        "$signed" "$archive bookworm" "$signed" "${security:-$archive-security} bookworm-security" >sources.list
    local apt=(apt-get -qq -o "Dir::Etc::SourceList=$PWD/sources.list" -o Dir::Etc::SourceParts=/dev/null
        -o "Dir::State::Lists=$PWD/lists" -o "Dir::Cache=$PWD/cache" -o "APT::Sandbox::User=$(id -un)"
        -o Acquire::AllowInsecureRepositories=false -o APT::Get::AllowUnauthenticated=false
        -o APT::Update::Error-Mode=any -o Acquire::Retries=3)
    # Who packed it has signed it too, with a key that few machines have: dpkg-source remarks on that, and goes on.
    "${apt[@]}" update && "${apt[@]}" source --download-only curl && dpkg-source --extract ./*.dsc source
}

# Only HTTP. No certificates of the machine that builds: the program looks for those of the machine that it runs on. Nor
# that machine's OpenSSL configuration, which may name modules that a static program cannot load.
configure() {
    ./configure --quiet --disable-shared --enable-static --disable-dependency-tracking \
        --with-openssl --disable-openssl-auto-load-config --without-ca-bundle --without-ca-path \
        --enable-symbol-hiding --enable-threaded-resolver \
        --without-{zlib,brotli,zstd,libpsl,libgsasl,libidn2,librtmp,libssh,libssh2,nghttp2,zsh-functions-dir,fish-functions-dir} \
        --disable-{ldap,ldaps,ftp,file,rtsp,dict,telnet,tftp,pop3,imap,smb,smtp,gopher,mqtt,manual} \
        --disable-{ntlm,tls-srp,unix-sockets,cookies,doh,alt-svc,hsts,netrc,libcurl-option}
}

# Where the static program is linked, these two stand in for what the system's pkg-config says: the same names, with all
# that a static library needs besides itself.
describe() {
    cat >"$prefix/lib/pkgconfig/libcurl.pc" <<END
Name: libcurl
Description: libcurl for HTTP alone, and OpenSSL
Version: $(sed -n 's/^#define LIBCURL_VERSION "\(.*\)"/\1/p' "$prefix/include/curl/curlver.h")
Cflags: -I./.build/static/libraries/include
Libs: -L./.build/static/libraries/lib -lcurl -lssl -lcrypto
END
    cat >"$prefix/lib/pkgconfig/libarchive.pc" <<END
Name: libarchive
Description: libarchive for zip alone
Version: $(pkg-config --modversion libarchive)
Libs: -larchive -lnettle -lzstd -llzma -lbz2 -lz
END
}

say "Building libcurl from Debian's source"
rm -rf "$prefix"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
fetch >fetch.log 2>&1 || { cat fetch.log; die "the source of libcurl could not be had from Debian"; }
cd source
# The paths of this machine stay out of the library, so that it is the same wherever it is built.
CFLAGS="-O2 -ffile-prefix-map=$work=." configure
make --quiet -C lib -j "$(nproc)" libcurl.la >/dev/null
mkdir -p "$prefix"/{lib/pkgconfig,include/curl}
cp lib/.libs/libcurl.a "$prefix/lib/"
cp include/curl/*.h "$prefix/include/curl/"
dpkg-parsechangelog --show-field Version >"$prefix/debian-version"
cd "${prefix%/.build/*}"
describe
cp scripts/libcurl.sh "$prefix/built-by"

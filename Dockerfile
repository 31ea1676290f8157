# The container action: the static program, the shell that starts it, certificates, and nothing else. There is no USER:
# the runner's command files are not everybody's to write.
ARG BASE=swift:6.3-bookworm
FROM ${BASE} AS build
WORKDIR /lockstep

# What changes seldom comes first, so that a change of the source neither builds libcurl again nor fetches anything.
COPY scripts/common.sh scripts/packages.sh scripts/libcurl.sh scripts/
RUN scripts/packages.sh image && scripts/libcurl.sh
COPY Package.swift ./
RUN swift package resolve --scratch-path .build/static/swift

COPY Sources Sources
COPY Tests Tests
COPY scripts/static.sh scripts/components.sh scripts/
# What `lockstep --version` tells; the runner, which builds an action, passes neither.
ARG LOCKSTEP_COMMIT
ARG LOCKSTEP_DATE
RUN scripts/static.sh && scripts/components.sh >.build/static/components

# Certificates by the names that OpenSSL looks for: it then reads the one it needs instead of all.
COPY entrypoint.sh ./
RUN mkdir -p /image/bin /image/etc/ssl/certs \
    && cp .build/static/lockstep entrypoint.sh /image/ \
    && cp /bin/bash-static /image/bin/bash \
    && cp --dereference /etc/ssl/certs/????????.[0-9] /image/etc/ssl/certs/ \
    && echo 'hosts: files dns' >/image/etc/nsswitch.conf \
    && find /image -exec touch --date=@0 {} +

FROM scratch
ARG VERSION
ARG REVISION
ARG SOURCE
LABEL org.opencontainers.image.title="Lockstep" \
    org.opencontainers.image.description="Deploys AWS Lambda functions from GitHub workflows without conflicts" \
    org.opencontainers.image.licenses="MIT AND Apache-2.0 AND BSD-2-Clause AND BSD-3-Clause AND curl AND Zlib AND bzip2-1.0.6 AND LGPL-2.1-or-later AND LGPL-3.0-or-later AND GPL-3.0-or-later AND MPL-2.0" \
    org.opencontainers.image.source="${SOURCE}" \
    org.opencontainers.image.version="${VERSION}" \
    org.opencontainers.image.revision="${REVISION}"
COPY --from=build /image /
WORKDIR /github/workspace
ENTRYPOINT ["/entrypoint.sh"]

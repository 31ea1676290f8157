"""The endpoints beside the ordinary ones, FIPS and dual stack, out of botocore's data: which there are, and where.

Its endpoints.json says which there are: FIPS in the Regions that it names, dual stack there and in each partition whose defaults
have one. Where it names no address, the rules that AWS's SDKs follow (endpoint-rule-set-1.json) make one. They would make one
anywhere, also where nobody answers.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

# By the beginnings of their hosts, which endpoints.json goes by, and by the names of their folders.
SERVICES = {"lambda": "lambda", "s3": "s3", "api.ecr": "ecr", "sts": "sts", "monitoring": "cloudwatch", "codedeploy": "codedeploy"}
KINDS = {"fips": "fips", "dualstack": "dualStack", "dualstack fips": "fipsAndDualStack"}


def rows(botocore: Path) -> list[str]:
    """`lambda fips lambda-fips.*.amazonaws.com us-east-1 us-east-2`: service, kind, host, and the places that have it."""
    partitions = json.loads((botocore / "data/endpoints.json").read_text())["partitions"]
    found: dict[tuple, set] = {}
    for service, folder in SERVICES.items():
        made = _rules(botocore, folder)
        for partition in partitions:
            for kind, host, place in _variants(partition, service, made):
                found.setdefault((service, KINDS[kind], host), set()).add(place)
    return [" ".join([*row, *sorted(places)]) for row, places in found.items()]


def swift(botocore: Path) -> str:
    head = "// Written by scripts/endpoints.sh out of botocore's data; Tests/Model holds it against the newest.\nextension EndpointVariant {\n"
    table = "".join(f"        {row}\n" for row in rows(botocore))
    return f'{head}    /// A service, a kind, a host with a star for the Region, and the Regions and partitions that have it.\n    package static let table = """\n{table}        """\n}}\n'


def _variants(partition: dict, service: str, made):
    entry = partition["services"].get(service, {"endpoints": {}})
    regions = {name: one for name, one in entry["endpoints"].items() if name in partition["regions"]}
    named = {(name, tags): host for name, one in regions.items() for tags, host in _tagged(one)}
    by_default = {tags for one in (entry.get("defaults", {}), partition["defaults"]) for tags, _ in _tagged(one)}
    is_dual = regions and "dualstack" in by_default
    first = next(iter(regions), "")
    if is_dual:
        yield "dualstack", _star(named.get((first, "dualstack")) or made(first, False, True), first), partition["partition"]
    for name in regions:
        for tags in ("fips",) if is_dual else ("fips", "dualstack"):
            if (name, tags) in named:
                yield tags, _star(named[name, tags], name), name
        both, has_both = (name, "dualstack fips"), (name, "fips") in named and (is_dual or (name, "dualstack") in named)
        if both in named or has_both:
            yield both[1], _star(named.get(both) or made(name, True, True), name), name


def _tagged(entry: dict) -> list[tuple[str, str]]:
    return [(" ".join(sorted(one["tags"])), one.get("hostname", "")) for one in entry.get("variants", [])]


def _star(host: str, region: str) -> str:
    return host.replace(region, "*")


def _rules(botocore: Path, folder: str):
    sys.path.insert(0, str(botocore.parent))
    from botocore.endpoint_provider import EndpointProvider

    path = max((botocore / "data" / folder).glob("*/endpoint-rule-set-1.json*"))
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    provider = EndpointProvider(json.loads(text), json.loads((botocore / "data/partitions.json").read_text()))

    def host(region: str, fips: bool, dual: bool) -> str:
        answer = provider.resolve_endpoint(Region=region, UseFIPS=fips, UseDualStack=dual)
        return answer.url.removeprefix("https://")

    return host


if __name__ == "__main__":
    print(swift(Path(sys.argv[1])), end="")

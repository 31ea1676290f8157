import HTTP
import XML

@testable import ControlPlaneSimulator

func checksum(_ text: String) -> String { base64(sha256(Array(text.utf8))) }

extension Bench {
    static func withBucket(_ change: (inout ControlPlane.Bucket) -> Void) -> Bench {
        var bench = Bench()
        bench.plane.settings.smallestPart = 4
        bench.plane.addBucket("builds", change)
        return bench
    }

    mutating func send(
        _ method: HTTPRequest.Method, _ path: String, _ body: String, _ headers: [String: String]
    ) -> Reply {
        var sent = request(method, path, [:], headers: headers)
        sent.body = .bytes(Array(body.utf8))
        return Reply(plane.handle(sent, at: now, author: "client"))
    }

    mutating func put(_ path: String, _ body: String, _ headers: [String: String]) -> Reply {
        send(.put, path, body, headers)
    }

    mutating func head(_ path: String, _ headers: [String: String]) -> Reply {
        send(.head, path, "", headers)
    }

    mutating func create(_ path: String) -> Reply {
        send(.post, "\(path)?uploads=", "", ["x-amz-checksum-algorithm": "SHA256"])
    }

    mutating func part(_ path: String, _ id: String, _ number: Int, _ body: String) -> Reply {
        put("\(path)?partNumber=\(number)&uploadId=\(id)", body, ["x-amz-checksum-sha256": checksum(body)])
    }

    mutating func complete(_ path: String, _ id: String, _ parts: [(Int, String, String)]) -> Reply {
        let rows = parts.map { number, text, eTag in
            "<Part><PartNumber>\(number)</PartNumber><ETag>\(eTag)</ETag>"
                + "<ChecksumSHA256>\(checksum(text))</ChecksumSHA256></Part>"
        }
        let list = "<CompleteMultipartUpload>\(rows.joined())</CompleteMultipartUpload>"
        return send(.post, "\(path)?uploadId=\(id)", list, [:])
    }
}

extension Reply {
    var xml: XMLElement { XMLElement(parsing: response.body) ?? XMLElement(name: "") }
    var code: String? { xml["Code"] }
    var eTag: String { response.headers["ETag"] ?? "" }
}

extension XMLElement {
    var parts: [String?] { children.filter { $0.name == "Part" }.map { $0["PartNumber"] } }
}

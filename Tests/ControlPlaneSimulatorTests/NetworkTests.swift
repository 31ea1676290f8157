import Testing

@testable import ControlPlaneSimulator

@Suite struct NetworkTests {
    private let dualStack: JSON = [
        "VpcConfig": ["SubnetIds": ["s"], "SecurityGroupIds": ["g"], "Ipv6AllowedForDualStack": true]
    ]

    @Test(
        arguments: [
            ["SubnetIds": ["s"]], ["SecurityGroupIds": ["g"]], ["SubnetIds": ["s"], "SecurityGroupIds": []],
        ] as [JSON])
    func halfANetworkIsRefused(half: JSON) {
        var bench = Bench()
        let reply = bench.configure(["VpcConfig": half])
        #expect(reply.status == 400)
        #expect(reply.text.contains("SubnetIds and SecurityIds must coexist or be both empty list."))
    }

    @Test func dualStackStaysUnlessItIsGiven() {
        var bench = Bench()
        _ = bench.configure(dualStack)
        bench.settle()
        let reply = bench.configure(["VpcConfig": ["SubnetIds": ["t"], "SecurityGroupIds": ["g"]]])
        #expect(reply.json["VpcConfig"]?["Ipv6AllowedForDualStack"] == true)
    }

    @Test func dualStackIsRefusedWithoutANetwork() {
        var bench = Bench()
        _ = bench.configure(dualStack)
        bench.settle()
        let refused = bench.configure(["VpcConfig": ["SubnetIds": [], "SecurityGroupIds": []]])
        #expect(refused.text.contains("Ipv6AllowedForDualStack cannot be true without subnet or security groups"))
        let taken = bench.configure([
            "VpcConfig": ["SubnetIds": [], "SecurityGroupIds": [], "Ipv6AllowedForDualStack": false]
        ])
        #expect(taken.status == 200)
    }
}

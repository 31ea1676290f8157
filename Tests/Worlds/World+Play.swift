import ControlPlaneSimulator
import Synchronization

extension World {
    /// Lets it all happen.
    /// - Returns: what each client's run has left to be judged by.
    package func play(_ benches: Benches) async -> [Evidence] {
        var bench = benches[kind]
        for circumstance in circumstances { bench.meet(circumstance) }
        bench.seed = seed
        if let deadlineAt { bench.stopWork(after: .milliseconds(deadlineAt)) }
        let clients = (0..<clients).map { bench.client($0, of: self.clients) }
        let simulated = bench.world()
        for placed in faults { simulated.inject(placed.fault, on: .number(placed.call)) }
        for placed in rivals where bench.uploads || !placed.move.isInS3 {
            simulated.rival(placed.move, function: "demo", alias: "live", at: .before(.number(placed.call)))
        }
        if let alarmBefore { simulated.alarm(Fixture.alarm, turns: "ALARM", at: .before(.number(alarmBefore))) }
        if let outageAt { simulated.inject(.notSent, on: .where { $0.at >= .milliseconds(outageAt) }) }
        let runs = await run(clients, in: simulated)
        let plane = simulated.plane
        return zip(clients, runs).map { Evidence(world: self, bench: $0, run: $1, plane: plane) }
    }

    private func run(_ clients: [Bench], in simulated: SimulatedWorld) async -> [Run] {
        guard clients.count > 1 else {
            let time = cancelledAt.map { Duration.milliseconds($0) }
            return [await clients[0].run(in: simulated, author: "client", cancelledAt: time)]
        }
        let runs = Mutex<[Run]>([])
        await simulated.clock.together(
            clients.enumerated().map { index, bench in
                {
                    let run = await bench.run(in: simulated, author: "client\(index)")
                    runs.withLock { $0.append(run) }
                }
            })
        return runs.withLock { $0.sorted { $0.author < $1.author } }
    }
}

extension Bench {
    /// An object that is there already is the user's: without it there is nothing to deploy.
    fileprivate var uploads: Bool { inputs["zip-file"] != nil && inputs["s3-bucket"] != nil }

    /// Each of several clients wants something of its own.
    fileprivate func client(_ index: Int, of count: Int) -> Bench {
        guard count > 1 else { return self }
        var bench = self
        if let image = inputs["image-uri"] { bench.inputs["image-uri"] = "\(image)-of-\(index)" }
        if inputs["zip-file"] != nil { bench.inputs["zip-file"] = Fixture.zips[index % Fixture.zips.count] }
        // The newer run is the first to begin as often as not.
        if runNumber != nil { bench.number(7 + (seed.isMultiple(of: 2) ? index : count - 1 - index)) }
        if inputs["mode"] == "rollback" { return bench }
        bench.inputs["memory-size"] = "\(256 + 64 * index)"
        bench.inputs["environment"] = #"{"OF_\#(index)":"s3cretvalue\#(index)"}"#
        return bench
    }
}

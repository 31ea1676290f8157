import Samples
import Testing

@testable import Engine

@Test func anAliasThatWasWrittenOverIsPastUntilItIsGoneOnFrom() {
    let memory = Memory()
    let (origin, first) = (alias("1", revision: "a"), alias("1", weights: ["2": 0.1], revision: "b"))
    memory.noteWrite(over: origin)
    memory.noteWrite(over: first)
    #expect(memory.hasWritten(overAlias: "a", before: first))
    #expect(!memory.hasWritten(overAlias: "b", before: first))
    #expect(!memory.hasWritten(overAlias: "c", before: first))
}

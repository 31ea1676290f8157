import AWSCore
import Testing

struct ByteCountTests {
    @Test(arguments: [
        (0, "0 bytes"), (1, "1 byte"), (1023, "1023 bytes"), (1024, "1.0 KB"), (1_048_575, "1023.9 KB"),
        (52_428_800, "50.0 MB"), (262_143_999, "249.9 MB"), (262_144_000, "250.0 MB"), (Int.max, "8796093022207.9 MB"),
    ])
    func aSizeIsToldInTheUnitsOfLambdasLimits(count: Int, told: String) {
        #expect(byteCount(count) == told)
    }
}

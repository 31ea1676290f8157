/// A zip, as far as the simulator looks; different for each number.
func rivalZip(_ number: Int) -> [UInt8] {
    [0x50, 0x4B, 3, 4] + Array("rival \(number)".utf8)
}

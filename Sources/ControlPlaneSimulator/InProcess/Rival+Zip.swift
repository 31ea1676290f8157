import FoundationEssentials

/// A zip, as far as the simulator looks, in base64; different for each number.
func rivalZip(_ number: Int) -> String {
    Data([0x50, 0x4B, 3, 4] + Array("rival \(number)".utf8)).base64EncodedString()
}

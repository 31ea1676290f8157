import Testing

@testable import Identity

@Test(
    arguments: [
        ("", ""), (" \n\n", ""), ("a\r\nb\n\nc\nd", "a b c"),
        ("key wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY!", "key ***!"),
        (#"{"SecretAccessKey":"wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}"#, #"{"SecretAccessKey":"***"}"#),
        (
            "open /home/runner/work/orders/orders/keys.json: no such file",
            "open /home/runner/work/orders/orders/keys.json: no such file"
        ),
        (String(repeating: "ab ", count: 200), String(repeating: "ab ", count: 100) + "..."),
    ] as [(String, String)])
func ofWhatAProgramSaysTheBeginningIsShownAndNoKey(said: String, expected: String) {
    #expect(shownOfProgram(said) == expected)
}

/// What is to be known of an input that is taken all the same. As a problem's, the message goes on where the name ends and
/// holds no value of a variable.
package struct InputRemark: Sendable, Equatable {
    package enum Kind: Sendable {
        /// It may be wrong, and only AWS can tell.
        case warning
        case notice
    }

    package let kind: Kind
    package let input: String
    package let message: String
}

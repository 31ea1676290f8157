/// A weight as AWS tells it, in hundredths of a percent. Weights are compared so: they are decimal fractions, which few
/// doubles are.
package func hundredthsOfPercent(ofWeight weight: Double) -> Double {
    (weight * 10_000).rounded()
}

/// `10%`, `2.5%`: as many digits as there are, two after the point at most.
package func percent(ofWeight weight: Double) -> String {
    // No weight is so large, but whatever answers has to be borne.
    guard let hundredths = Int(exactly: hundredthsOfPercent(ofWeight: weight)) else { return "\(weight * 100)%" }
    let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
    let digits = rest % 10 == 0 ? "\(rest / 10)" : rest < 10 ? "0\(rest)" : "\(rest)"
    return rest == 0 ? "\(whole)%" : "\(whole).\(digits)%"
}

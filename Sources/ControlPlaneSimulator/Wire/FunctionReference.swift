/// A function as a request names it: `name`, `name:qualifier`, `account:function:name` or a whole ARN.
/// Source: https://docs.aws.amazon.com/lambda/latest/api/API_GetFunction.html#API_GetFunction_RequestParameters
struct FunctionReference {
    let region: String?
    let account: String?
    let name: String
    let qualifier: String?

    init(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        if parts.count >= 7, parts[0] == "arn" {
            (region, account, name) = (parts[3], parts[4], parts[6])
            qualifier = parts.count > 7 ? parts[7] : nil
        } else if parts.count >= 3, parts[1] == "function" {
            (region, account, name) = (nil, parts[0], parts[2])
            qualifier = parts.count > 3 ? parts[3] : nil
        } else {
            (region, account, name) = (nil, nil, parts[0])
            qualifier = parts.count > 1 ? parts[1] : nil
        }
    }
}

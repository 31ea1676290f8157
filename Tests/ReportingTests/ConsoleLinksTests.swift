import Testing

@testable import Reporting

@Suite struct ConsoleLinksTests {
    private static let arn = "arn:aws:lambda:eu-west-1:123456789012:function:orders"
    private let links = ConsoleLinks(functionArn: Self.arn)
    private let home = "https://eu-west-1.console.aws.amazon.com"

    @Test func leadToTheFunctionAndWhatBelongsToIt() {
        #expect(links?.function == "\(home)/lambda/home?region=eu-west-1#/functions/orders")
        #expect(links?.alias("live") == "\(home)/lambda/home?region=eu-west-1#/functions/orders/aliases/live")
        #expect(links?.version("7") == "\(home)/lambda/home?region=eu-west-1#/functions/orders/versions/7")
        #expect(links?.events == "\(home)/cloudtrailv2/home?region=eu-west-1#/events?ResourceName=orders")
        #expect(links?.codeDeployment("d-1") == "\(home)/codesuite/codedeploy/deployments/d-1?region=eu-west-1")
    }

    @Test func leadToTheLogWhereverTheFunctionWritesIt() {
        let group = "\(home)/cloudwatch/home?region=eu-west-1#logsV2:log-groups/log-group/"
        #expect(links?.log(nil) == group + "$252Faws$252Flambda$252Forders")
        #expect(links?.log("/shop/$x") == group + "$252Fshop$252F$2524x")
    }

    @Test func areTheSameForAVersionsOrAnAliasesARN() {
        #expect(ConsoleLinks(functionArn: Self.arn + ":live") == links)
    }

    @Test(arguments: [
        ("aws-cn", "cn-north-1", "console.amazonaws.cn"),
        ("aws-us-gov", "us-gov-west-1", "console.amazonaws-us-gov.com"),
    ])
    func leadToTheConsoleOfThePartition(partition: String, region: String, domain: String) {
        let links = ConsoleLinks(functionArn: "arn:\(partition):lambda:\(region):123456789012:function:orders")
        #expect(links?.function == "https://\(region).\(domain)/lambda/home?region=\(region)#/functions/orders")
    }

    @Test(arguments: [
        "orders", "arn:aws:s3:eu-west-1:1:function:orders".replacing("function", with: "bucket"),
        "arn:aws-iso:lambda:us-iso-east-1:1:function:orders", "arn:aws:lambda:evil.example/?:1:function:orders",
        "arn:aws:lambda::1:function:orders", "arn:aws:lambda:eu-west-1:1:function:",
    ])
    func areNoneWhereNobodyKnowsWhereTheyLead(arn: String) {
        #expect(ConsoleLinks(functionArn: arn) == nil)
    }

    @Test func areWholeWhateverANameHolds() {
        let hostile = "a b)](http://x) \"<|>`\n::error::"
        for link in [links?.alarm(hostile), links?.alias(hostile), links?.log(hostile), links?.codeDeployment(hostile)]
        {
            let rest = link?.dropFirst(home.count) ?? " "
            #expect(!rest.contains { " ()[]\"<>|`\n".contains($0) } && !rest.contains("::"), "\(rest)")
        }
    }
}

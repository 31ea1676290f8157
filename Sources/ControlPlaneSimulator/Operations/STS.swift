import XML

extension ControlPlane {
    /// Source: https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html
    func getCallerIdentity(_ call: Call) -> Answer {
        let account = settings.account
        let text = """
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>\
            <Arn>arn:aws:iam::\(account):user/\(xmlText(call.author))</Arn><UserId>AIDAEXAMPLE</UserId>\
            <Account>\(account)</Account></GetCallerIdentityResult></GetCallerIdentityResponse>
            """
        return Answer(200, headers: [.init(name: "Content-Type", value: "text/xml")], body: Array(text.utf8))
    }
}

/// The longest that single calls may take, retries included.
package enum Budget {
    package static let read = Duration.seconds(30)
    package static let leastForARead = Duration.seconds(10)
    /// To ask for a package's digest: the deployment does without if it must.
    package static let identification = Duration.seconds(5)
    package static let write = Duration.seconds(60)
    /// For all old versions together: the next run goes on with what is left.
    package static let pruning = Duration.seconds(60)
    /// For one of them: quick work, and none is worth much waiting.
    package static let deletion = Duration.seconds(10)
    /// Room for 50 MB over a slow line.
    package static let upload = Duration.seconds(600)
    /// The same line for a package that goes to S3.
    package static func upload(of bytes: Int) -> Duration { max(upload, upload * (Double(bytes) / 52_428_800)) }
    /// To fetch the code that stands, before anything is written.
    package static func download(of bytes: Int) -> Duration { max(.seconds(60), upload(of: bytes) / 4) }
    /// Of a run's deadline: its work ends so long before.
    package static let puttingBack = Duration.seconds(10)
    /// At the end of a run that was cancelled, for each call and for all about the alias: the runner kills a cancelled step after 7.5 seconds.
    package static let lastCall = Duration.milliseconds(700)
    package static let lastCalls = Duration.milliseconds(2100)
    /// To put `$LATEST` back then, where no alias had to be.
    package static let lastRestoration = Duration.milliseconds(2700)
}

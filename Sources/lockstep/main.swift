import CurlTransport
import Glibc
import LockstepAction

exit(
    await Program.run(arguments: Array(CommandLine.arguments.dropFirst())) { environment in
        CurlTransport(settings: .from(environment: environment))
    })

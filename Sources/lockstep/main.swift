import CurlTransport
import LockstepAction

Program.main(arguments: Array(CommandLine.arguments.dropFirst())) { environment in
    CurlTransport(settings: .from(environment: environment))
}

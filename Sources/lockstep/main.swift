import CurlTransport
import LockstepAction

Program.main(arguments: Array(CommandLine.arguments.dropFirst())) { environment in
    LibcurlTransport(settings: .from(environment: environment))
}

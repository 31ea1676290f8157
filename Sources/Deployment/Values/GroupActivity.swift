/// What is going on in a deployment group, which has at most one deployment at a time.
enum GroupActivity {
    case nothing
    /// The deployment that does just what is wanted, an earlier run's perhaps.
    case ours(id: String)
    case other(id: String)
}

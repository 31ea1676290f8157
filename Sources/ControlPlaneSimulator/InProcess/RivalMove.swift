/// What somebody else does to a function at a bad moment. Tests go through all of them.
package enum RivalMove: String, Sendable, CaseIterable {
    case code = "code"
    /// Another MemorySize.
    case configuration = "configuration"
    /// One more variable.
    case environment = "environment"
    /// Other code, and then again what was there.
    case codeAndBack = "code-and-back"
    case tags = "tags"
    /// The alias to another version; one is published if there is none.
    case aliasMoved = "alias-moved"
    case aliasCreated = "alias-created"
    case aliasDeleted = "alias-deleted"
    /// Whoever ends a canary by hand: all traffic goes to the alias's own version.
    case weightsCleared = "weights-cleared"
    case publish = "publish"
    /// A function of the same name is created first.
    case createFirst = "create-first"
    /// Code, configuration, version, alias: a deployment like the client's own.
    case deployment = "deployment"
    /// A member that this program knows nothing of.
    case unknownMember = "unknown-member"
    /// Whoever goes back by hand: all traffic to the oldest version.
    case aliasPutBack = "alias-put-back"
    /// The same by a weight, which looks as AWS's own does while it warms up.
    case weightedBack = "weighted-back"
    /// Another package under each key in S3.
    case objectReplaced = "object-replaced"
    case objectDeleted = "object-deleted"
}

/// One request of a rival's.
enum RivalStep: Sendable {
    case changeCode, rememberCode, restoreCode, changeMemory, changeEnvironment, changeTags, publish, publishIfAlone
    case changeUnknownMember, moveAlias, moveAliasToNewest, moveAliasToOldest, weightOldest, clearWeights, createAlias,
        deleteAlias,
        create
    case replaceObjects, deleteObjects
}

extension RivalMove {
    var steps: [RivalStep] {
        switch self {
        case .code: [.changeCode]
        case .configuration: [.changeMemory]
        case .environment: [.changeEnvironment]
        case .codeAndBack: [.rememberCode, .changeCode, .restoreCode]
        case .tags: [.changeTags]
        case .aliasMoved: [.publishIfAlone, .moveAlias]
        case .aliasCreated: [.createAlias]
        case .aliasDeleted: [.deleteAlias]
        case .weightsCleared: [.clearWeights]
        case .publish: [.publish]
        case .createFirst: [.create]
        case .unknownMember: [.changeUnknownMember]
        case .deployment: [.changeCode, .changeMemory, .publish, .moveAliasToNewest]
        case .aliasPutBack: [.moveAliasToOldest]
        case .weightedBack: [.weightOldest]
        case .objectReplaced: [.replaceObjects]
        case .objectDeleted: [.deleteObjects]
        }
    }
}

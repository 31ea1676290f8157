extension ControlPlane {
    /// A member that AWS has added to its answers, and that nobody can set. What the next one will be like, nobody knows.
    package struct OwnMember: Sendable {
        package enum Habit: Sendable {
            /// It is always the same.
            case constant
            /// Only versions show it.
            case ofVersions
            /// It moves whenever an update of `$LATEST` ends.
            case movesWithUpdates
            /// It moves with every status, also that of a version, and on `$LATEST` when that is published.
            case movesWithStatuses
        }

        package enum Place: Sendable, CaseIterable {
            case topLevel
            /// In a member that everybody knows.
            case within
            case withinLayers
            case besideVariables
        }

        package static let name = "AddedByAWS"

        let habit: Habit
        let places: Set<Place>

        package init(_ habit: Habit, at places: [Place]) {
            self.habit = habit
            self.places = Set(places)
        }

        package static func everywhere(_ habit: Habit) -> OwnMember { OwnMember(habit, at: Place.allCases) }
    }
}

extension ControlPlane {
    /// The FunctionConfiguration of a version as AWS shows it, with what it has added.
    func json(of version: Version, _ function: String, arn: String) -> JSON {
        version.json(name: function, arn: arn).with(settings.ownMember, of: version)
    }

    func row(of version: Version, _ function: String, arn: String) -> JSON {
        version.row(name: function, arn: arn).with(settings.ownMember, of: version)
    }

    /// They have moved since its versions were made.
    package mutating func moveOwnMembers(of function: String) {
        functions[function]?.latest.ownMember += 1
    }

    /// Something has become of a version that may move a member of AWS's own.
    func touch(_ version: inout Version, _ isAnOccasion: (OwnMember.Habit) -> Bool) {
        if let own = settings.ownMember, isAnOccasion(own.habit) { version.ownMember += 1 }
    }
}

extension JSON {
    fileprivate func with(_ own: ControlPlane.OwnMember?, of version: ControlPlane.Version) -> JSON {
        guard let own, let value = own.value(in: version), var members = object else { return self }
        if own.places.contains(.topLevel) { members[ControlPlane.OwnMember.name] = value }
        if own.places.contains(.within) { members["LoggingConfig"] = members["LoggingConfig"]?.with(value) }
        if own.places.contains(.besideVariables) { members["Environment"] = members["Environment"]?.with(value) }
        if own.places.contains(.withinLayers) {
            members["Layers"] = members["Layers"]?.array.map { .array($0.map { $0.with(value) }) } ?? members["Layers"]
        }
        return .object(members)
    }

    /// An object with it; what is not set stays so.
    private func with(_ value: JSON) -> JSON {
        guard var members = object else { return self }
        members[ControlPlane.OwnMember.name] = value
        return .object(members)
    }
}

extension ControlPlane.OwnMember {
    fileprivate func value(in version: ControlPlane.Version) -> JSON? {
        switch habit {
        case .constant: "always"
        case .ofVersions: version.name == "$LATEST" ? nil : .string("of version \(version.name)")
        case .movesWithUpdates, .movesWithStatuses: .string("moved \(version.ownMember) times")
        }
    }
}

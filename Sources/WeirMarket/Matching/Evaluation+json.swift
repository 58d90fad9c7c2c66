extension PairEvaluation {
    /// The report as JSON.
    public func json() throws -> String { try reportJSON(self) }
}

extension TopEvaluation {
    /// The report as JSON.
    public func json() throws -> String { try reportJSON(self) }
}

extension PeopleEvaluation {
    /// The report as JSON.
    public func json() throws -> String { try reportJSON(self) }
}

import ArgumentParser
import WeirApp
import WeirMarket

struct MatchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "match", abstract: "Which companies and people are the same, and how well that is told.",
        subcommands: [Eval.self, Top1.self, Find.self, People.self])

    struct Eval: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Precision, recall and F1 at the shipped thresholds, on pairs of names with their truth.")

        @Argument(help: "CSV with the columns name_a, name_b and is_match (1 or 0, yes or no).")
        var pairs: String
        @Option(help: "The column of the first name, if it is not a usual one.")
        var a: String?
        @Option(help: "The column of the second name, if it is not a usual one.")
        var b: String?
        @Option(help: "The column of the truth, if it is not a usual one.")
        var truth: String?
        @Option(help: "text or json.")
        var format = TextOrJSON.text
        @Option(help: "How many of the worst mistakes to list.")
        var top = 20

        func validate() throws { try checkTop(top) }

        func run() throws {
            let report = PairEvaluation(try MatchTables.pairs(pairs, columns: (a, b, truth)))
            switch format {
            case .json: Terminal.print(try report.json())
            case .text: Terminal.print(report.lines(top: top).joined(separator: "\n"))
            }
        }
    }

    struct Top1: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "top1", abstract: "How often the company meant is the first one found.")

        @Option(help: "CSV of the companies to find.")
        var names: String
        @Option(help: "CSV of the names to look for.")
        var queries: String
        @Option(help: "The column that both files have and that tells the truth, such as cik.")
        var key: String
        @Option(help: "The column of the names to look for, if it is not a usual one.")
        var queryName: String?
        @Option(help: "text or json.")
        var format = TextOrJSON.text
        @Option(help: "How many mistakes to list.")
        var top = 20

        func validate() throws { try checkTop(top) }

        func run() throws {
            let companies = try MatchTables.companies(names)
            let truth = try MatchTables.texts(names, [key], "truth")
            let asked = try MatchTables.texts(
                queries, queryName.map { [$0] } ?? MatchTables.nameColumns, "name to look for")
            let meant = try MatchTables.texts(queries, [key], "truth")
            let report = TopEvaluation(
                zip(asked, meant).map { TopEvaluation.Question($0, id: $1) }, among: CompanyIndex(companies),
                ids: Dictionary(uniqueKeysWithValues: zip(companies.map(\.id), truth)))
            switch format {
            case .json: Terminal.print(try report.json())
            case .text: Terminal.print(report.lines(top: top).joined(separator: "\n"))
            }
        }
    }

    struct Find: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "The accounts of the workspace, or the companies of a file, that a name may mean.")

        @Argument(help: "The company's name.")
        var name: String
        @Option(help: "CSV of companies to search instead of the workspace.")
        var among: String?
        @Option(help: "The column of the names, if it is not a usual one.")
        var column: String?
        @Option(help: "Its web or mail domain, if known.")
        var domain: String?
        @Option(help: "Its country, if known.")
        var country: String?
        @Option(help: "How many to list at most.")
        var top = 5

        @OptionGroup var workspace: WorkspaceOptions

        func validate() throws { try checkTop(top) }

        func run() throws {
            let query = CompanyQuery(name: name, domain: domain, country: country)
            guard let among else { return try findInWorkspace(query) }
            let index = CompanyIndex(try MatchTables.companies(among, name: column))
            let found = index.find(query, limit: top)
            if found.isEmpty { Terminal.print("no company of that name") }
            for match in found {
                Terminal.print(
                    "\(match.class.rawValue)  \(match.likeness)  \(match.name)  (row \(match.id)): "
                        + match.evidence.joined(separator: "; ") + (match.isTied ? "; tied" : ""))
            }
        }

        private func findInWorkspace(_ query: CompanyQuery) throws {
            let found = try workspace.open().snapshot().match(query, limit: top)
            if found.isEmpty { Terminal.print("no account of that name") }
            for match in found {
                var parts = match.evidence
                if let parent = match.parent { parts.append("belongs to \(parent.words)") }
                if let top = match.ultimateParent, top != match.parent { parts.append("in the group of \(top.words)") }
                Terminal.print(
                    "\(match.strength.rawValue)  \(match.name) (\(match.account)): " + parts.joined(separator: "; "))
            }
        }
    }

    struct People: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "People who may be the same, within a file or across two, with the evidence.")

        @Argument(help: "One CSV of people to look for doubles in, or two to find the people of both.")
        var files: [String]
        @Option(help: "CSV with two columns of ids that are the same person: prints precision, recall and F1.")
        var truth: String?
        @Option(help: "Instead of --truth: the column of the files that has the same value for the same person.")
        var sameIn: String?
        @Flag(help: "A person may be in a file more than once.")
        var many = false
        @Option(help: "text or json; json where the truth is given only.")
        var format = TextOrJSON.text
        @Option(help: "How many to list.")
        var top = 20

        func validate() throws {
            guard (1...2).contains(files.count) else { throw ValidationError("give one file or two") }
            guard truth == nil || sameIn == nil else { throw ValidationError("give one of --truth and --same-in") }
            guard format == .text || truth != nil || sameIn != nil else {
                throw ValidationError("--format json needs --truth or --same-in")
            }
            try checkTop(top)
        }

        func run() throws {
            let people = try files.map(MatchTables.people)
            let matcher = PersonMatcher()
            let found =
                people.count == 1
                ? matcher.duplicates(in: people[0]) : matcher.links(people[0], people[1], oneToOne: !many)
            if let truth = try truth.map(MatchTables.truth) ?? sameIn.map({ try MatchTables.truth(files, sameIn: $0) })
            {
                let report = PeopleEvaluation(
                    found, truth: truth, records: people.reduce(0) { $0 + $1.count })
                switch format {
                case .json: Terminal.print(try report.json())
                case .text: Terminal.print(report.lines(top: top).joined(separator: "\n"))
                }
                return
            }
            for one in found.prefix(top) {
                Terminal.print(
                    "\(one.class.rawValue)  \(one.weight)  \(one.first) and \(one.second): "
                        + one.evidence.map(\.finding).joined(separator: "; "))
            }
            if found.count > top { Terminal.print("and \(found.count - top) more") }
        }
    }
}

private func checkTop(_ top: Int) throws {
    guard top >= 0 else { throw ValidationError("--top: give 0 or more") }
}

/// What other lists call our departments and levels. Compared without case, accents, spaces and marks.
enum LabelNames {
    /// The department a label means, or `nil` where no list known to us uses it.
    static func department(_ label: String) -> Department? { departments[key(label)] }

    /// The level a label means.
    /// - Parameter hasExecutives: whether the same list has a class of its own for the company's management. Where it has
    ///   none, "Management" means that; elsewhere it means managers.
    static func seniority(_ label: String, hasExecutives: Bool) -> Seniority? {
        let key = key(label)
        if key == "management" { return hasExecutives ? .manager : .executive }
        return seniorities[key]
    }

    /// What a label most likely means that no list known to us uses: what the classifier reads it as ("Personalwesen",
    /// "HR Department"), else the first of its words that such a list has ("Sales & Marketing").
    static func likelyDepartment(_ label: String) -> Department? {
        TitleClassifier.shipped.read(label).department ?? firstWord(label, department)
    }

    /// The level that a label most likely means; a function's name ("Sales") is none.
    static func likelySeniority(_ label: String) -> Seniority? {
        let reading = TitleClassifier.shipped.read(label)
        if let level = reading.seniority, reading.seniorityPermille > SeniorityChoice.impliedPermille { return level }
        return firstWord(label) { seniority($0, hasExecutives: true) }
    }

    private static func firstWord<Class>(_ label: String, _ meaning: (String) -> Class?) -> Class? {
        TitleText.written(label).lazy.compactMap(meaning).first
    }

    /// Folded, letters and digits only.
    static func key(_ label: String) -> String {
        String(
            String.UnicodeScalarView(
                TextFolding.fold(label).unicodeScalars.filter(TitleText.isWordScalar)))
    }

    private static let departments: [String: Department] = table(
        [
            (.administrative, "administrative, administration, admin, office, assistance, administrative support"),
            (.businessDevelopment, "business development, bizdev, bd, strategy, partnerships"),
            (.consulting, "consulting, consultancy, consultant, advisory, beratung"),
            (.customerSupport, "customer support, customer service, customer success, support, kundenservice, service"),
            (.design, "design, arts and design, arts & design, creative, art, media"),
            (.education, "education, teaching, training, bildung"),
            (.engineering, "engineering, technical, technik, construction"),
            (.finance, "finance, accounting, finance and accounting, finance & accounting, controlling, finanzen"),
            (
                .generalManagement,
                "general management, management, executive, executives, leadership, c suite, entrepreneurship"
            ),
            (
                .humanResources,
                "human resources, hr, people, personal, personnel, recruiting, human resource, personalwesen"
            ),
            (
                .informationTechnology,
                "information technology, it, tech, technology, software, edv, data, information systems"
            ),
            (.legal, "legal, law, compliance, recht"),
            (.marketing, "marketing, marketing and communications, communications, media and communication, pr, brand"),
            (.medical, "medical, medical and health, healthcare services, healthcare, health, medizin"),
            (
                .operations,
                "operations, ops, production, logistics, manufacturing, supply chain, quality assurance, betrieb"
            ),
            (.other, "other, others, misc, miscellaneous, none of these, sonstige, sonstiges, rest, unknown"),
            (.product, "product, product management, products, produkt"),
            (
                .projectManagement,
                "project management, project, projects, program and project management, pmo, projektmanagement"
            ),
            (.purchasing, "purchasing, procurement, buying, einkauf, sourcing"),
            (.research, "research, r&d, research and development, science, forschung"),
            (.sales, "sales, vertrieb, selling, verkauf, commercial"),
        ])

    private static let seniorities: [String: Seniority] = table(
        [
            (
                .junior,
                "junior, intern, internship, trainee, training, entry, entry level, apprentice, student, unpaid, graduate"
            ),
            (
                .professional,
                "professional, staff, mid, mid level, employee, individual contributor, ic, specialist, associate, "
                    + "non manager, regular, intermediate, contributor, experienced"
            ),
            (.senior, "senior, sr, senior level, mid senior, mid senior level, expert, principal"),
            (.lead, "lead, leader, team lead, team leader, supervisor, leadership"),
            (.manager, "manager, managers, middle management, manager level, people manager, führungskraft"),
            (.head, "head, head of, department head, leiter"),
            (.director, "director, directors, director level"),
            (.vicePresident, "vp, vice president, vice presidents, svp, vp level, vp svp"),
            (.owner, "owner, founder, partner, owner partner, partner owner, founder owner, business owner"),
            (
                .executive,
                "c level, clevel, c suite, cxo, cxo level, executive, executives, chief, top management, board, "
                    + "managing director, c level executive"
            ),
        ])

    private static func table<Class>(_ lines: [(Class, String)]) -> [String: Class] {
        var table: [String: Class] = [:]
        for (meaning, names) in lines {
            for name in names.split(separator: ",") { table[key(String(name))] = meaning }
        }
        return table
    }
}

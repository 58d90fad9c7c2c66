import Testing
import WeirMarket

@Suite("Any title is read into a department and a level, or left unknown")
struct TitleClassifierTests {
    static let classifier = TitleClassifier.shipped

    /// title | department | level; `-` for unknown.
    static let hard = """
        Sr Mgr Mktg Ops | Marketing | Manager
        SVP | - | VP
        GM | General Management | C-level
        BDM | Business Development | Professional
        CISO | Information Technology | C-level
        V.P. Marketing | Marketing | VP
        Vertriebsleiter | Sales | Head
        Vertriebsleiter/-in (m/w/d) | Sales | Head
        Vertriebsleiter*in | Sales | Head
        Vertriebsleiterinnen | Sales | Head
        Leiter(in) Einkauf | Purchasing | Head
        GESCHÄFTSFÜHRER | General Management | C-level
        Geschaeftsfuehrerin | General Management | C-level
        Abteilungsleiter | - | Head
        Projektleiterin | Project Management | Lead
        CEO & Founder / Board Member | General Management | C-level
        Head of Sales | CEO of my garden | Sales | Head
        Assistant to the CEO | Administrative | Professional
        CEO Assistant | Administrative | Professional
        Assistenz der Geschäftsführung | Administrative | Professional
        Assistante de direction | Administrative | Professional
        Asistente de dirección | Administrative | Professional
        Office of the CEO | Administrative | Professional
        Former VP of Sales | - | -
        Vice President, Goldman Sachs | Finance | Manager
        Vice President Sales | Sales | VP
        Executive Vice President, Deutsche Bank | Finance | VP
        Product Marketing Manager | Marketing | Manager
        Product Owner | Product | Professional
        HR Business Partner | Human Resources | Professional
        Lead Generation Specialist | Marketing | Professional
        Sales Engineer | Sales | Professional
        IT Project Manager | Project Management | Professional
        International Sales Manager | Sales | Manager
        Flugbegleiterin | Other | Professional
        Halbleiterentwickler | Information Technology | Professional
        Sales Manager at Marketing Heroes GmbH | Sales | Manager
        Directeur commercial | Sales | Director
        Chargé d'affaires | Sales | Professional
        Director de Recursos Humanos | Human Resources | Director
        Jefe de compras | Purchasing | Manager
        Hoofd Inkoop | Purchasing | Head
        Medewerker verkoop | Sales | Professional
        Responsabile Marketing | Marketing | Manager
        Amministratore Delegato | General Management | C-level
        Gerente de Vendas | Sales | Manager
        Estagiário de Marketing | Marketing | Junior
        Werkstudentin Personal | Human Resources | Junior
        𝗦𝗮𝗹𝗲𝘀 𝗠𝗮𝗻𝗮𝗴𝗲𝗿 | Sales | Manager
        R&amp;D Manager | Research | Manager
        Bus Dev Mgr | Business Development | Manager
        Acount Manager | Sales | Professional
        Asst. to GM | Administrative | Professional
        Assistente de RH | Human Resources | Professional
        Segretaria di direzione | Administrative | Professional
        Talent Acquisition Partner | Human Resources | Professional
        Consultor de vendas | Sales | Professional
        Firmenkundenberater | Finance | Professional
        Responsable SAV | Customer Support | Manager
        Afdelingshoofd | - | Head
        Subdirector comercial | Sales | Director
        Xyzzy Plugh | - | -
        日本語 | - | -
        """.split(separator: "\n").map(String.init)

    @Test("Hard titles", arguments: hard)
    func hardTitle(_ row: String) throws {
        var cells = row.split(separator: "|").map { $0.trimmingSpaces() }
        let seniority = cells.removeLast()
        let department = cells.removeLast()
        let reading = TitleClassifierTests.classifier.read(cells.joined(separator: " | "))
        #expect((reading.department?.name ?? "-") == department)
        #expect((reading.seniority?.name ?? "-") == seniority)
    }

    @Test("Case, accents' spelling, surrounding space and doubled space change nothing", arguments: TitleSet.rows)
    func spelling(_ row: TitleSet.Row) {
        let classifier = TitleClassifierTests.classifier
        let plain = classifier.read(row.title)
        #expect(classifier.read(row.title.uppercased()) == plain)
        #expect(classifier.read("  \(row.title)\t") == plain)
        #expect(
            classifier.read(row.title.split(separator: " ").joined(separator: "   ")).department == plain.department)
        var spelt = row.title
        for (umlaut, letters) in [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue")] {
            spelt = spelt.split(separator: umlaut, omittingEmptySubsequences: false).joined(separator: letters)
        }
        #expect(classifier.read(spelt).seniority == plain.seniority)
        #expect(classifier.read(spelt).department == plain.department)
    }

    @Test("What is told has words of the title that decided, and a confidence above the threshold")
    func evidence() {
        for row in TitleSet.rows {
            let reading = TitleClassifierTests.classifier.read(row.title)
            let evidence = reading.evidence(in: row.title)
            #expect(evidence.contains { $0.part == .department } == (reading.department != nil), "\(row.title)")
            #expect(evidence.contains { $0.part == .seniority } == (reading.seniority != nil), "\(row.title)")
            #expect(evidence.allSatisfy { row.title.contains($0.word) }, "\(row.title)")
            #expect(reading.department == nil || reading.departmentPermille >= 500, "\(row.title)")
            #expect(reading.seniority == nil || reading.seniorityPermille >= 500, "\(row.title)")
        }
        let title = "Senior Vice President, Demand Generation"
        let evidence = TitleClassifierTests.classifier.read(title).evidence(in: title)
        #expect(evidence.filter { $0.part == .seniority }.map(\.word) == ["Senior", "Vice", "President"])
        #expect(evidence.filter { $0.part == .department }.map(\.word) == ["Demand", "Generation"])
        #expect(evidence.last?.number == 4)
    }

    @Test("A higher threshold gives fewer answers and no other ones")
    func threshold() {
        let strict = TitleClassifier(threshold: 880)
        var given = (loose: 0, strict: 0)
        for row in TitleSet.rows {
            let loose = TitleClassifierTests.classifier.read(row.title)
            let sure = strict.read(row.title)
            #expect(sure.department == nil || sure.department == loose.department)
            #expect(sure.seniority == nil || sure.seniority == loose.seniority)
            given.loose += loose.department == nil ? 0 : 1
            given.strict += sure.department == nil ? 0 : 1
        }
        #expect(given.strict < given.loose)
    }

    @Test("Any text is read without harm", arguments: [11, 12, 13])
    func anything(seed: UInt64) {
        var random = Seeded(seed)
        let pieces = [
            "vice", "president", "leiter", "/-in", "(m/w/d)", "vertrieb", " at ", "@", "|", ",", "é", "V.P", "ö",
            "assistant to ",
            "\u{301}", "ex ", "x.", "..", "日本", "(", ")", "-", "/", "in", "*", ":", "🙂", "\n", "·", "m/w", "n", "&", "",
        ]
        for _ in 0..<3000 {
            let title = (0..<random.below(120)).map { _ in pieces[random.below(pieces.count)] }
                .joined(separator: random.below(2) == 0 ? " " : "")
            let reading = TitleClassifierTests.classifier.read(title)
            #expect(reading == TitleClassifierTests.classifier.read(title.uppercased()), "seed \(seed): \(title)")
            let words = reading.evidence(in: title)
            #expect(words.contains { $0.part == .seniority } == (reading.seniority != nil), "seed \(seed): \(title)")
        }
        #expect(TitleClassifierTests.classifier.read("").isUnknown)
    }
}

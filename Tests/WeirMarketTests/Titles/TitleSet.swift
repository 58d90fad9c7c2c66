/// Titles as people write them on their profiles, labelled by hand before the classifier was tuned.
///
/// Half of them (even rows) were used to tune it; the other half only bound its accuracy.
enum TitleSet {
    struct Row: Sendable {
        var title: String
        var department: String
        var seniority: String
    }

    static let rows: [Row] = (german + english + others).split(separator: "\n").map { line in
        let cells = line.split(separator: "~").map { $0.trimmingSpaces() }
        return Row(title: cells[0], department: cells[1], seniority: cells[2])
    }

    static let tuning = rows.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)
    static let held = rows.enumerated().filter { $0.offset % 2 == 1 }.map(\.element)

    private static let german = """
        Geschäftsführer ~ General Management ~ C-level
        Geschäftsführender Gesellschafter ~ General Management ~ C-level
        Geschäftsführerin Vertrieb und Marketing ~ Sales ~ C-level
        Geschäftsführer / CEO ~ General Management ~ C-level
        Kaufmännischer Geschäftsführer ~ Finance ~ C-level
        Technischer Geschäftsführer ~ Engineering ~ C-level
        Inhaber ~ General Management ~ Owner
        Inhaberin & Trainerin ~ General Management ~ Owner
        Gründer & Geschäftsführer ~ General Management ~ C-level
        Mitgründer ~ General Management ~ Owner
        Gesellschafter ~ General Management ~ Owner
        Selbständig ~ General Management ~ Owner
        Vorstand ~ General Management ~ C-level
        Vorstandsvorsitzender ~ General Management ~ C-level
        Mitglied des Vorstands ~ General Management ~ C-level
        Vorstand Finanzen ~ Finance ~ C-level
        Mitglied der Geschäftsleitung ~ General Management ~ C-level
        Prokurist ~ General Management ~ C-level
        Prokurist, Leiter Einkauf ~ Purchasing ~ C-level
        Aufsichtsrat ~ General Management ~ C-level
        Assistentin der Geschäftsführung ~ Administrative ~ Professional
        Assistenz der Geschäftsleitung ~ Administrative ~ Professional
        Vorstandsassistent ~ Administrative ~ Professional
        Sekretärin ~ Administrative ~ Professional
        Teamassistenz Vertrieb ~ Administrative ~ Professional
        Bürokauffrau ~ Administrative ~ Professional
        Kaufmann für Büromanagement ~ Administrative ~ Professional
        Empfangsmitarbeiterin ~ Administrative ~ Professional
        Verwaltungsfachangestellte ~ Administrative ~ Professional
        Verwaltungsleiter ~ Administrative ~ Head
        Vertriebsleiter ~ Sales ~ Head
        Vertriebsleiter DACH ~ Sales ~ Head
        Leiter Vertrieb ~ Sales ~ Head
        Leiterin Vertriebsinnendienst ~ Sales ~ Head
        Leitung Vertrieb & Marketing ~ Sales ~ Head
        Regionalverkaufsleiter ~ Sales ~ Head
        Gebietsverkaufsleiter Süd ~ Sales ~ Head
        Bezirksleiter ~ Sales ~ Head
        Vertriebsmitarbeiter ~ Sales ~ Professional
        Vertriebsmitarbeiter im Außendienst (m/w/d) ~ Sales ~ Professional
        Mitarbeiterin Vertriebsinnendienst ~ Sales ~ Professional
        Sachbearbeiter Vertrieb ~ Sales ~ Professional
        Außendienstmitarbeiter ~ Sales ~ Professional
        Verkäufer ~ Sales ~ Professional
        Verkäuferin im Einzelhandel ~ Sales ~ Professional
        Verkaufsberater ~ Sales ~ Professional
        Kundenberater ~ Sales ~ Professional
        Gebietsleiter ~ Sales ~ Head
        Handelsvertreter ~ Sales ~ Professional
        Key-Account-Managerin ~ Sales ~ Professional
        Senior Key Account Manager ~ Sales ~ Senior
        Vertriebsingenieur ~ Sales ~ Professional
        Technischer Vertrieb ~ Sales ~ Professional
        Teamleiter Vertrieb ~ Sales ~ Lead
        Vertriebsassistentin ~ Sales ~ Professional
        Exportleiter ~ Sales ~ Head
        Filialleiter ~ Sales ~ Head
        Leiter Einkauf ~ Purchasing ~ Head
        Einkaufsleiterin ~ Purchasing ~ Head
        Strategischer Einkäufer ~ Purchasing ~ Professional
        Einkäuferin ~ Purchasing ~ Professional
        Technische Einkäuferin (m/w/d) ~ Purchasing ~ Professional
        Sachbearbeiter Einkauf ~ Purchasing ~ Professional
        Teamleiter Beschaffung ~ Purchasing ~ Lead
        Leiter Materialwirtschaft ~ Purchasing ~ Head
        Personalleiter ~ Human Resources ~ Head
        Personalreferentin ~ Human Resources ~ Professional
        Personalsachbearbeiter ~ Human Resources ~ Professional
        Leiterin Personal ~ Human Resources ~ Head
        Leiter Personalentwicklung ~ Human Resources ~ Head
        Referentin Personalentwicklung ~ Human Resources ~ Professional
        Personalberater ~ Human Resources ~ Professional
        Ausbildungsleiter ~ Human Resources ~ Head
        Lohnbuchhalterin ~ Finance ~ Professional
        Buchhalterin ~ Finance ~ Professional
        Bilanzbuchhalter ~ Finance ~ Professional
        Leiter Finanzen und Controlling ~ Finance ~ Head
        Leiter Rechnungswesen ~ Finance ~ Head
        Controller ~ Finance ~ Professional
        Kaufmännischer Leiter ~ Finance ~ Head
        Steuerberater ~ Finance ~ Professional
        Wirtschaftsprüfer ~ Finance ~ Professional
        Steuerfachangestellte ~ Finance ~ Professional
        Bankkaufmann ~ Finance ~ Professional
        Finanzberater ~ Finance ~ Professional
        Rechtsanwalt ~ Legal ~ Professional
        Rechtsanwältin / Partnerin ~ Legal ~ Owner
        Syndikusrechtsanwalt ~ Legal ~ Professional
        Notar ~ Legal ~ Professional
        Datenschutzbeauftragter ~ Legal ~ Professional
        IT-Leiter ~ Information Technology ~ Head
        Leiter IT ~ Information Technology ~ Head
        Leiter der EDV-Abteilung ~ Information Technology ~ Head
        Systemadministrator ~ Information Technology ~ Professional
        Fachinformatiker Systemintegration ~ Information Technology ~ Professional
        Softwareentwickler ~ Information Technology ~ Professional
        Softwareentwicklerin Java ~ Information Technology ~ Professional
        Anwendungsentwickler ~ Information Technology ~ Professional
        Werkstudent Softwareentwicklung ~ Information Technology ~ Junior
        Auszubildender zum Fachinformatiker ~ Information Technology ~ Junior
        Wirtschaftsinformatiker ~ Information Technology ~ Professional
        Leiter Softwareentwicklung ~ Information Technology ~ Head
        IT-Projektleiter ~ Project Management ~ Lead
        Projektleiter ~ Project Management ~ Lead
        Projektleiterin Digitalisierung ~ Project Management ~ Lead
        Projektmanager ~ Project Management ~ Professional
        Projektmanagerin Vertrieb ~ Project Management ~ Professional
        Projektassistenz ~ Project Management ~ Professional
        Projektingenieur ~ Engineering ~ Professional
        Leiter Projektmanagement ~ Project Management ~ Head
        Marketingleiter ~ Marketing ~ Head
        Leitung Marketing und Kommunikation ~ Marketing ~ Head
        Referent Öffentlichkeitsarbeit ~ Marketing ~ Professional
        Pressesprecherin ~ Marketing ~ Professional
        Marketingassistentin ~ Marketing ~ Professional
        Praktikant Marketing ~ Marketing ~ Junior
        Redakteurin ~ Marketing ~ Professional
        Mediengestalter Digital und Print ~ Design ~ Professional
        Unternehmensberater ~ Consulting ~ Professional
        Unternehmensberaterin ~ Consulting ~ Professional
        Berater ~ Consulting ~ Professional
        SAP-Berater ~ Consulting ~ Professional
        Leiter Beratung ~ Consulting ~ Head
        Leiter Unternehmensentwicklung ~ Business Development ~ Head
        Leiter Strategie ~ Business Development ~ Head
        Leiter Geschäftsfeldentwicklung ~ Business Development ~ Head
        Leiter Kundenservice ~ Customer Support ~ Head
        Kundenbetreuer ~ Customer Support ~ Professional
        Mitarbeiter Kundendienst ~ Customer Support ~ Professional
        Servicetechniker ~ Customer Support ~ Professional
        Teamleitung Kundenbetreuung ~ Customer Support ~ Lead
        Betriebsleiter ~ Operations ~ Head
        Werkleiter ~ Operations ~ Head
        Produktionsleiter ~ Operations ~ Head
        Leiter Logistik ~ Operations ~ Head
        Disponent ~ Operations ~ Professional
        Schichtleiter Produktion ~ Operations ~ Lead
        Fachkraft für Lagerlogistik ~ Operations ~ Professional
        Leiter Qualitätssicherung ~ Operations ~ Head
        Qualitätsmanagementbeauftragter ~ Operations ~ Professional
        Niederlassungsleiter ~ General Management ~ Head
        Abteilungsleiter ~ - ~ Head
        Bereichsleiter ~ - ~ Head
        Teamleiter ~ - ~ Lead
        Gruppenleiter Konstruktion ~ Engineering ~ Lead
        Konstrukteur ~ Engineering ~ Professional
        Entwicklungsingenieur ~ Engineering ~ Professional
        Leiter Entwicklung ~ Engineering ~ Head
        Leiter Forschung und Entwicklung ~ Research ~ Head
        Diplom-Ingenieur ~ Engineering ~ Professional
        Technischer Leiter ~ Engineering ~ Head
        Bauleiter ~ Engineering ~ Lead
        Architektin ~ Engineering ~ Professional
        Elektroniker für Betriebstechnik ~ Engineering ~ Professional
        Wissenschaftlicher Mitarbeiter ~ Research ~ Professional
        Doktorandin ~ Research ~ Professional
        Professor für Marketing ~ Education ~ Professional
        Lehrer ~ Education ~ Professional
        Dozentin ~ Education ~ Professional
        Trainer und Coach ~ Education ~ Professional
        Arzt ~ Medical ~ Professional
        Oberärztin Innere Medizin ~ Medical ~ Senior
        Chefarzt ~ Medical ~ Head
        Gesundheits- und Krankenpflegerin ~ Medical ~ Professional
        Pflegedienstleitung ~ Medical ~ Head
        Produktmanager ~ Product ~ Professional
        Leiterin Produktmanagement ~ Product ~ Head
        Studentin ~ - ~ Junior
        Duale Studentin BWL ~ - ~ Junior
        Trainee Vertrieb ~ Sales ~ Junior
        Stellv. Leiter Vertrieb ~ Sales ~ Lead
        Stellvertretender Geschäftsführer ~ General Management ~ C-level
        Referent der Geschäftsführung ~ Administrative ~ Professional
        Immobilienmakler ~ Sales ~ Professional
        Versicherungskaufmann ~ Finance ~ Professional
        Koch ~ Other ~ Professional
        Redakteur/-in ~ Marketing ~ Professional
        Leiter:in Vertrieb (w/m/d) ~ Sales ~ Head
        Vertriebsbeauftragter ~ Sales ~ Professional
        Geschaeftsfuehrer ~ General Management ~ C-level

        """

    private static let english = """
        CEO & Founder / Board Member ~ General Management ~ C-level
        Founder ~ General Management ~ Owner
        Co-Founder & CTO ~ Information Technology ~ C-level
        Owner ~ General Management ~ Owner
        Managing Director ~ General Management ~ C-level
        Managing Partner ~ General Management ~ Owner
        President ~ General Management ~ C-level
        Chief Financial Officer ~ Finance ~ C-level
        CFO ~ Finance ~ C-level
        CISO ~ Information Technology ~ C-level
        CMO ~ Marketing ~ C-level
        COO ~ Operations ~ C-level
        Chief People Officer ~ Human Resources ~ C-level
        Chief Revenue Officer ~ Sales ~ C-level
        GM, EMEA ~ General Management ~ C-level
        General Manager ~ General Management ~ C-level
        Country Manager Germany ~ General Management ~ Manager
        Board Member ~ General Management ~ C-level
        Assistant to the CEO ~ Administrative ~ Professional
        Executive Assistant to CFO ~ Administrative ~ Professional
        Executive Assistant ~ Administrative ~ Professional
        Office Manager ~ Administrative ~ Professional
        Personal Assistant ~ Administrative ~ Professional
        Receptionist ~ Administrative ~ Professional
        Virtual Assistant ~ Administrative ~ Professional
        Chief of Staff ~ Administrative ~ Professional
        SVP Sales ~ Sales ~ VP
        EVP Global Marketing ~ Marketing ~ VP
        Vice President of Engineering ~ Engineering ~ VP
        VP Product ~ Product ~ VP
        VP Finance & Administration ~ Finance ~ VP
        Vice President, Investment Banking at Goldman Sachs ~ Finance ~ Manager
        Assistant Vice President - Barclays Bank ~ Finance ~ Manager
        Director of Sales ~ Sales ~ Director
        Sales Director DACH ~ Sales ~ Director
        Director Human Resources ~ Human Resources ~ Director
        Senior Director, Product Marketing ~ Marketing ~ Director
        Associate Director Business Development ~ Business Development ~ Director
        Director Operations ~ Operations ~ Director
        Director Procurement ~ Purchasing ~ Director
        IT Director ~ Information Technology ~ Director
        Art Director ~ Design ~ Professional
        Creative Director ~ Design ~ Professional
        Head of Marketing ~ Marketing ~ Head
        Head of IT ~ Information Technology ~ Head
        Head of Business Development ~ Business Development ~ Head
        Head of Customer Success ~ Customer Support ~ Head
        Head of HR & Recruiting ~ Human Resources ~ Head
        Head of Purchasing ~ Purchasing ~ Head
        Head of Sales DACH | SaaS | Speaker ~ Sales ~ Head
        Global Head of Legal ~ Legal ~ Head
        Sales Manager ~ Sales ~ Manager
        Area Sales Manager ~ Sales ~ Manager
        Regional Sales Manager North ~ Sales ~ Manager
        Account Manager ~ Sales ~ Professional
        Key Account Manager ~ Sales ~ Professional
        Account Executive ~ Sales ~ Professional
        Enterprise Account Executive ~ Sales ~ Professional
        Sales Development Representative ~ Sales ~ Professional
        SDR ~ Sales ~ Professional
        Inside Sales Representative ~ Sales ~ Professional
        Sales Engineer ~ Sales ~ Professional
        Sales Consultant ~ Sales ~ Professional
        Senior Sales Executive ~ Sales ~ Senior
        Sales Operations Analyst ~ Sales ~ Professional
        Junior Sales Manager ~ Sales ~ Junior
        Sr Mgr Mktg Ops ~ Marketing ~ Manager
        Marketing Manager ~ Marketing ~ Manager
        Digital Marketing Manager ~ Marketing ~ Manager
        Product Marketing Manager ~ Marketing ~ Manager
        Marketing Coordinator ~ Marketing ~ Professional
        Social Media Manager ~ Marketing ~ Professional
        Content Creator ~ Marketing ~ Professional
        SEO Specialist ~ Marketing ~ Professional
        PR Consultant ~ Marketing ~ Professional
        Event Manager ~ Marketing ~ Professional
        Communications Officer ~ Marketing ~ Professional
        Lead Generation Specialist ~ Marketing ~ Professional
        Marketing Intern ~ Marketing ~ Junior
        Working Student Marketing ~ Marketing ~ Junior
        Growth Lead ~ Marketing ~ Lead
        BDM ~ Business Development ~ Professional
        Business Development Manager ~ Business Development ~ Professional
        Senior Business Development Manager ~ Business Development ~ Senior
        Business Developer ~ Business Development ~ Professional
        Partnerships Manager ~ Business Development ~ Professional
        Corporate Development Analyst ~ Business Development ~ Professional
        Strategy Manager ~ Business Development ~ Manager
        Consultant ~ Consulting ~ Professional
        Senior Consultant ~ Consulting ~ Senior
        Management Consultant ~ Consulting ~ Professional
        Managing Consultant ~ Consulting ~ Senior
        Principal Consultant ~ Consulting ~ Lead
        SAP Consultant ~ Consulting ~ Professional
        IT Consultant ~ Consulting ~ Professional
        Freelance Consultant ~ Consulting ~ Professional
        HR Consultant ~ Human Resources ~ Professional
        Consulting Manager ~ Consulting ~ Manager
        Project Manager ~ Project Management ~ Professional
        IT Project Manager ~ Project Management ~ Professional
        Senior Project Manager ~ Project Management ~ Senior
        Program Manager ~ Project Management ~ Professional
        PMO Lead ~ Project Management ~ Lead
        Scrum Master ~ Project Management ~ Professional
        Project Coordinator ~ Project Management ~ Professional
        Project Engineer ~ Engineering ~ Professional
        Product Manager ~ Product ~ Professional
        Product Owner ~ Product ~ Professional
        Senior Product Manager ~ Product ~ Senior
        Software Engineer ~ Information Technology ~ Professional
        Senior Software Engineer ~ Information Technology ~ Senior
        Sr. Java Developer ~ Information Technology ~ Senior
        Full Stack Developer ~ Information Technology ~ Professional
        Staff Engineer ~ Engineering ~ Senior
        Lead Developer ~ Information Technology ~ Lead
        Team Lead Software Development ~ Information Technology ~ Lead
        Engineering Manager ~ Engineering ~ Manager
        DevOps Engineer ~ Information Technology ~ Professional
        Cloud Architect ~ Information Technology ~ Professional
        Solution Architect ~ Information Technology ~ Professional
        Data Scientist ~ Information Technology ~ Professional
        Data Analyst ~ Information Technology ~ Professional
        System Administrator ~ Information Technology ~ Professional
        IT Manager ~ Information Technology ~ Manager
        IT Support Specialist ~ Information Technology ~ Professional
        Business Analyst ~ Consulting ~ Professional
        QA Tester ~ Information Technology ~ Professional
        UX Designer ~ Design ~ Professional
        Graphic Designer ~ Design ~ Professional
        Photographer ~ Design ~ Professional
        Mechanical Engineer ~ Engineering ~ Professional
        Design Engineer ~ Engineering ~ Professional
        R&D Engineer ~ Engineering ~ Professional
        Quality Engineer ~ Engineering ~ Professional
        Customer Success Manager ~ Customer Support ~ Professional
        Customer Service Representative ~ Customer Support ~ Professional
        Technical Support Engineer ~ Customer Support ~ Professional
        Support Agent ~ Customer Support ~ Professional
        Call Center Agent ~ Customer Support ~ Professional
        Customer Care Team Leader ~ Customer Support ~ Lead
        Service Desk Manager ~ Information Technology ~ Manager
        HR Manager ~ Human Resources ~ Manager
        HR Business Partner ~ Human Resources ~ Professional
        Senior Recruiter ~ Human Resources ~ Senior
        Talent Acquisition Specialist ~ Human Resources ~ Professional
        People & Culture Manager ~ Human Resources ~ Manager
        Payroll Specialist ~ Human Resources ~ Professional
        Junior Recruiter ~ Human Resources ~ Junior
        Purchasing Manager ~ Purchasing ~ Manager
        Buyer ~ Purchasing ~ Professional
        Procurement Specialist ~ Purchasing ~ Professional
        Strategic Buyer ~ Purchasing ~ Professional
        Category Manager ~ Purchasing ~ Professional
        Supply Chain Manager ~ Operations ~ Manager
        Logistics Coordinator ~ Operations ~ Professional
        Operations Manager ~ Operations ~ Manager
        Plant Manager ~ Operations ~ Manager
        Production Supervisor ~ Operations ~ Lead
        Warehouse Associate ~ Operations ~ Professional
        Finance Manager ~ Finance ~ Manager
        Accountant ~ Finance ~ Professional
        Senior Accountant ~ Finance ~ Senior
        Financial Analyst ~ Finance ~ Professional
        Investment Manager ~ Finance ~ Professional
        Head of Finance ~ Finance ~ Head
        General Counsel ~ Legal ~ C-level
        Legal Counsel ~ Legal ~ Professional
        Compliance Officer ~ Legal ~ Professional
        Attorney at Law ~ Legal ~ Professional
        Paralegal ~ Legal ~ Professional
        Research Assistant ~ Research ~ Professional
        Research Scientist ~ Research ~ Professional
        PhD Student ~ Research ~ Junior
        Postdoctoral Researcher ~ Research ~ Professional
        Associate Professor ~ Education ~ Professional
        English Teacher ~ Education ~ Professional
        Physician ~ Medical ~ Professional
        Registered Nurse ~ Medical ~ Professional
        Pharmacist ~ Medical ~ Professional
        Truck Driver ~ Operations ~ Professional
        Chef ~ Other ~ Professional
        Actor ~ Other ~ Professional
        Student ~ - ~ Junior
        Retired ~ - ~ -
        Looking for new opportunities ~ - ~ -
        Team Leader ~ - ~ Lead
        Manager ~ - ~ Manager
        Director ~ - ~ Director
        Partner ~ General Management ~ Owner

        """

    private static let others = """
        Directeur commercial ~ Sales ~ Director
        Directrice marketing ~ Marketing ~ Director
        Directeur général ~ General Management ~ C-level
        PDG ~ General Management ~ C-level
        Responsable des ressources humaines ~ Human Resources ~ Manager
        Responsable achats ~ Purchasing ~ Manager
        Chef de projet ~ Project Management ~ Professional
        Chargée de communication ~ Marketing ~ Professional
        Ingénieur commercial ~ Sales ~ Professional
        Développeur web ~ Information Technology ~ Professional
        Assistante de direction ~ Administrative ~ Professional
        Stagiaire marketing ~ Marketing ~ Junior
        Director Comercial ~ Sales ~ Director
        Directora de Recursos Humanos ~ Human Resources ~ Director
        Director General ~ General Management ~ C-level
        Jefe de ventas ~ Sales ~ Manager
        Responsable de compras ~ Purchasing ~ Manager
        Ingeniero de software ~ Information Technology ~ Professional
        Socio fundador ~ General Management ~ Owner
        Gerente de Marketing ~ Marketing ~ Manager
        Asistente administrativa ~ Administrative ~ Professional
        Abogada ~ Legal ~ Professional
        Amministratore Delegato ~ General Management ~ C-level
        Direttore Commerciale ~ Sales ~ Director
        Responsabile Acquisti ~ Purchasing ~ Manager
        Responsabile Risorse Umane ~ Human Resources ~ Manager
        Titolare ~ General Management ~ Owner
        Impiegata amministrativa ~ Administrative ~ Professional
        Sviluppatore software ~ Information Technology ~ Professional
        Algemeen directeur ~ General Management ~ C-level
        Verkoopmanager ~ Sales ~ Manager
        Accountmanager ~ Sales ~ Professional
        Hoofd inkoop ~ Purchasing ~ Head
        Eigenaar ~ General Management ~ Owner
        Medewerker klantenservice ~ Customer Support ~ Professional
        Adviseur ~ Consulting ~ Professional
        Diretor Comercial ~ Sales ~ Director
        Gerente de Vendas ~ Sales ~ Manager
        Analista de Sistemas ~ Information Technology ~ Professional
        Coordenadora de Marketing ~ Marketing ~ Lead
        Sócio-gerente ~ General Management ~ Owner
        Engenheiro Civil ~ Engineering ~ Professional
        """
}

extension Substring {
    func trimmingSpaces() -> String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}

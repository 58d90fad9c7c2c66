extension DepartmentWords {
    static let people = """
        Human Resources 9: human resources, human resource, hr, hrm, hrbp, *personalwes*, personalreferent*, personalleit*, \
        *personalentwickl*, personalberat*, personalsach*, personalmanag*, personaldienst*, personaldispon*, personaladmin*, personalchef*, \
        personalmarketing*, personaldirekt*, personalfach*, personalabteilung*, personalabrechn*, personalvorstand, personalvermittl*, \
        personalkauf*, personalverantwort*, personal und*, personaler, personalerin, *recruit*, recruiter, recruiting, recruitment, talent, \
        talent acquisition, talent management, talent*, people culture, people and culture, people operations, people partner, \
        people officer, people manager, payroll, *lohnbuchhalt*, *gehaltsbuchhalt*, entgelt*, lohn*, ressources humaines, rh, drh, \
        recursos humanos, rrhh, risorse umane, personeel*, personeelszaken, selection, selectie, headhunt*, executive search, \
        ausbildungsleit*, ausbilder*, *ausbildungsreferent*, learning development, learning and development, l d, training manager, \
        training specialist, training coordinator, workforce, compensation, benefits, employer branding, employer brand*, \
        hr consultant, hr business partner, hr manager, chro, organizational development, talent partner, hr projekt*, \
        people development, weiterbildung*, *weiterbildung, labor relations, employee relations, diversity, staffing, betriebsrat*, \
        arbeitnehmer*, reclutador*, seleccion, selezione, recrutement, recrutador*, formazione, formacion
        Human Resources 7: people, personal, *personal, personal*, hr*, training, human capital
        Other 9: personal trainer*, people pleaser, fitness*, personal coach
        Administrative 9: *assistenz*, executive assistant, exec assistant, administrative assistant, admin assistant, personal assistant, office assistant, \
        virtual assistant, team assistant, *teamassist*, management assistant, *sekretär*, *sekretariat*, secretary, secretaire, \
        secretaria*, segretari*, secretaresse, *bürokauf*, *büromanag*, *bürokraft*, büroleit*, büroassist*, büroangestell*, \
        office manager*, office management, office coordinator, officemanag*, office administrator, backoffice*, back office, \
        reception, receptionist*, *empfang*, rezeption*, recepcion*, receptioniste, verwaltung*, *verwaltung*, administrativ*, \
        administrator, amministrativ*, administratif, administratief*, \
        assistante de direction, assistant de direction, direktionsassist*, vorstandsassist*, chefsekret*, geschäftsführungsassist*, \
        geschäftsleitungsassist*, directiesecretar*, directie assistent*, management assistent*, managementassist*, office clerk, \
        data entry*, bürosachbearbeit*, bürofach*, chief of staff, typist, schreibkraft, front desk, front office, \
        managementassistent*, kaufmann für büro*, kauffrau für büro*, sachbearbeiter verwaltung, assistant to, assistent der, assistentin der, \
        assistent des, assistentin des, referent der geschäftsführ*, referentin der geschäftsführ*, ea, asistente administrativ*, ea to
        Administrative 9: kaufmännische angestellte*, kaufmännischer angestellte*, kaufmännische sachbearbeit*, kaufmännischer sachbearbeit*, kaufmännische mitarbeit*, kaufmännischer mitarbeit*, kaufmännische assisten*
        Administrative 7: administration, administracion, amministrazione, administracao
        Administrative 6: clerk, assistant, assistent, assistent*, assistante, asistente, assistente, *assistent, office, büro*, \
        sachbearbeiter*, sachbearbeitung, admin, facility, facilities, gebäudemanag*, hausmeister, registrar, impiegat*, empleado administrativo
        Other 8: hausmeister*
        """

    static let money = """
        Finance 8: finance, financial, finances, financier*, finanz*, *finanz*, finanzen, finanzas, financas, finanza, financieel*, \
        accounting, accountant*, accountancy, accounts payable, accounts receivable, *buchhalt*, buchhalt*, *rechnungswesen*, *controlling*, *controller*, \
        controller, controlling, controleur de gestion, controleuse de gestion, controladoria, treasury, treasurer, tax, *steuer*, steuer*, audit*, \
        auditor*, revision*, revisor*, wirtschaftsprüf*, expert comptable, comptab*, comptable*, contab*, contador*, contabil*, commercialista, \
        boekhoud*, accountmanager finance, cfo, chief financial officer, raf, daf, bookkeeper*, bookkeeping, bilanz*, fp a, actuar*, aktuar*, \
        bank*, *bank, banker*, banking, banque, banca, banco, banc*, *versicherung*, insurance, assurance*, seguros, assicurazion*, verzekering*, \
        investment*, investor relations, invest*, private equity, equity, venture capital, capital markets, *kapital*, wealth, \
        asset management, asset manager, *vermögens*, portfolio manager, fund manager, fonds*, fund, trader, trading, wertpapier*, \
        underwriter, underwriting, credit*, kredit*, kredit, loan*, mortgage, *kredit*, risk*, risiko*, *schaden*, claims, claim adjuster, \
        accounts, billing, fakturierung, *kalkulat*, kostenrechn*, teller, collections, inkasso*, debitoren*, kreditoren*, economic*, \
        kaufmännische leit*, kaufmännischer leit*, kaufmännische geschäftsf*, kaufmännischer geschäftsf*, bursar, budget*, hedge fund, \
        stock broker*, stockbroker*, financial advisor, finanzdienstleist*, steuerfach*, appraiser*
        Finance 10: financial analyst, finanzberat*, steuerberat*, investment banking, investment bank*, private banking, tax consultant, \
        tax manager, tax advisor, wealth management, business controller, financial consultant, financial advisor, \
        vermögensberat*, vermögensverwalt*, finance business partner, internal audit*, interne revision, chief accountant, it audit*, \
        versicherungsmakler*, versicherungsberat*, finanzbuchhalt*, personal banker, risk manager, financial controller, finance it, \
        corporate finance, debt advisory, tax accountant, bankkauf*, sparkassen*, investment manager, investmentmanag*
        Finance 10: anlageberat*, bankberat*, kreditberat*, vorsorgeberat*, baufinanz*, *bilanz*, commercial banking, corporate banking, versicherungskauf*, finanzwirt*, bank berater*
        Finance 7: goldman sachs, jp morgan, jpmorgan*, morgan stanley, deutsche bank, commerzbank, credit suisse, ubs, barclays*, hsbc, citibank, blackrock
        Finance 6: kaufmännisch*, betriebswirt*, commercial controller, value*, m a
        Legal 9: legal, legal*, lawyer*, *anwalt*, *anwält*, rechtsanw*, *recht, recht, rechts*, rechtsabteilung*, *jurist*, jurist*, juridique, \
        juridisch*, juridico, avocat*, abogad*, avvocat*, advogad*, advocaat, attorney*, counsel, *counsel, general counsel, law, notar*, notaire, paralegal*, \
        compliance*, datenschutz*, *datenschutz*, data protection*, dpo, privacy*, data privacy, patent*, judge, richter*, staatsanw*, prosecutor, \
        solicitor, barrister, contract manager, contract management, vertragsmanag*, syndikus*, litigation, regulatory affairs, regulatory, \
        legale, legislat*, justiz*, trademark*, intellectual property, governance, magistrate, syndic, rechtsanwaltsfach*, conveyanc*, law clerk
        None 9: school counsel*, guidance counsel*, career counsel*, mental health counsel*, steuerung*, *steuerung*, creditos formativos, berechtigt*, \
        sales controlling, vertriebscontroll*, law enforcement
        """

    static let operations = """
        Operations 8: operations, operation, operational, ops, coo, *produktion*, production*, produccion, produzione, producao, productie*, manufacturing, \
        *fertigung*, betriebsleit*, *werkleit*, werksleit*, *werksleit*, plant, factory, *logisti*, logisti*, supply chain, supplychain*, lean*, \
        *lager*, warehouse*, *spedition*, speditions*, *transport*, fleet, fuhrpark*, shipping, versand*, *disponent*, dispatcher*, dispo, \
        disposition, scheduler, *qualität*, quality, qualidad*, calidad, qualita, qualite, kwaliteit*, qm, qmb, hse, ehs, arbeitssicherheit*, \
        health safety, sicherheitsfach*, continuous improvement, operational excellence, process management, *prozessmanag*, process manager, \
        process improvement, machine operator, maschinenführ*, maschinenbedien*, anlagenführ*, anlagenbedien*, *instandhalt*, wartung*, maintenance*, \
        *monteur*, monteur*, assembler*, driver*, fahrer*, *fahrer, lkw*, chauffeur*, conductor*, packer*, forklift, staplerfahr*, kommissionier*, \
        foreman, schichtleit*, schichtführ*, werkstatt*, workshop manager, facility manager, facility management, facility*, business operations, inventory, \
        service delivery, service delivery manager, produktionsl*, operaciones, operazioni, operacoes, industriemeister*, meister*, demand planner, supply planner, \
        production planner, arbeitsvorbereit*, zoll*, customs, pilot*,  machinist*, zerspan*, schlosser*, *schlosser, welder*, \
        installer*, mechanic, mechanic*, repairer*, cnc*, fabricator*, plumber*, carpenter*, roofer*, painter*, mason*, miner*, bus driver, \
        postal*, mail carrier, courier, kurier*, janitor*, cleaner*, reinig*, gebäudereinig*, produktionsmitarbeit*, supply chain manager
        Operations 10: produktionsleit*, production manager, production supervisor, supply chain management, quality manager, quality assurance, logistics manager, \
        operations manager, operations analyst, director of operations, qualitätsmanag*, qualitätssicher*, qualitätsbeauf*, fachkraft für lager*, operations director
        Operations 6: operator*, helper*, laborer*, labourer*, setter*
        Operations 5: standortleit*, *werk, kapazität*, process*, prozess*, *prozess*, safety
        Purchasing 9: purchasing, procurement, buyer*, *buyer, *einkauf*, *einkäuf*, einkauf*, *beschaffung*, sourcing, strategic sourcing, achats, achat, acheteur*, acheteuse*, \
        compras, comprador*, acquisti, inkoop*, inkoper, purchaser, *materialwirtschaft*, category manager, categorymanager*, category management, category buyer, \
        vendor management, vendor manager, supplier*, *lieferant*, lieferanten*, purchase, cpo procurement, commodity manager, supplier quality, buyer sales, \
        aprovisionamiento, approvvigionament*, approvisionn*, ufficio acquisti, warengruppen*, materialdispo*, technischer einkauf, technical buyer, purchas*, \
        material management, disponent einkauf, contracting officer, chief procurement officer, contracts buyer
        None 9: media buyer, media buying, talent sourcing, einkaufszentr*, einkaufscent*, sourcing recruiter, candidate sourcing, personaldispon*, operations research, \
        sales operations, marketing operations, people operations, security operations, safety culture, customer operations
        General Management 5: ceo, *geschäftsführ*, geschäftsleit*, *geschäftsleitung*, geschäftsleiter, gf, vorstand*, *vorstand, vorstandsvorsitz*, managing director, \
        general manager, gm, president, präsident*, inhaber*, *inhaber, owner, founder, cofounder, founder*, *gründer*, gründer*, gesellschafter*, partner, partnerin, \
        managing partner, board, aufsichtsrat*, beirat*, verwaltungsrat*, prokurist*, prokura, directeur general, directrice generale, pdg, dg, business unit, business unit manager, director general, directora general, \
        consejero delegado, amministratore*, amministratore delegato, amministratore unico, direttore generale, diretor geral, diretor executivo, algemeen directeur, dga, \
        eigenaar*, oprichter, titolare, fondat*, cofondat*, fundador*, cofundador*, socio*, socia, dueño, propietari*, proprietari*, gerant*, gerente general, gerente geral, \
        niederlassungsleit*, landesleit*, country manager, country head, country director, *regionaldirekt*, chief executive*, chief executive officer, selbständig*, selbstständig*, \
        entrepreneur*, unternehmer*, self employed, selfemployed, business owner, proprietor, eigentümer*, generalbevollmächtig*, generaldirekt*, executive director, \
        chairman, chairwoman, chairperson, chair, vorsitzende*, bestuurder, zaakvoerder, mitinhaber*, general management, head of country, branch manager, mayor, bürgermeister*, executive board
        None 6: business partner, sales partner, vertriebspartner, product owner, process owner, service owner, hr partner, board game, vorstandsassist*, aufsicht, \
        geschäftsführungsassist*, vice president, vicepresident, vizepräsid*, assistant vice president, senior vice president, geschäftsleitungsassist*, owner operator, franchise partner
        """
}

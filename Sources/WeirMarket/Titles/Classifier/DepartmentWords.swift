/// The words and phrases that place a title in a department, written from linguistic knowledge of seven languages.
///
/// A line names a department and the weight of what follows. A star stands for any rest of the word: `vertrieb*` is
/// found in "Vertriebsleiter", `*vertrieb*` in "Außenvertriebler" too. Umlauts also stand for their spelling with e.
/// Weights: 3 to 5 a field that others serve too, 6 and 7 a word usual there, 8 the function's own name, 9 and 10 an
/// occupation or phrase that leaves no doubt. `None` uses words up and says nothing.
enum DepartmentWords {
    static let lines = [
        sales, marketing, business, people, technology, engineering, money, operations, learned, contacts, shorthand,
    ]
    .joined(separator: "\n")

    static let sales = """
        Sales 8: sales, sales*, *sales, *vertrieb*, *verkauf*, *verkäuf*, ventas, venta, vendas, vendite, vendita, verkoop*, \
        commercial, commerciale, commercieel, comercial, vente, ventes, vendeur, vendeuse, vendedor*, venditore, \
        venditrice, verkoper, aussendienst*, *aussendienst*, *innendienst*, revenue, selling, agente commerciale, \
        buitendienst*, binnendienst*, vrp, salesmanager, salesman, saleswoman, salesperson, handelsvertret*, \
        handelsreisend*, handelsagent*, representante, rappresentante, sdr, pre sales, presales, vertriebler
        Sales 9: account manager, account executive, account director, account management, key account*, accountmanager, \
        keyaccount*, keyaccountmanager, accountmanagement, kam, gam, large account, global account, \
        strategic account*, territory manager, territory sales, account development, inside sales, field sales, \
        sales development, sales engineer*, sales consultant, sales support, sales operations, sales operations manager, sales operations analyst, sales operations specialist, sales admin*, \
        sales assistant, sales coordinator, sales representative, sales rep, sales analyst, account representative, \
        account exec, named account*, client executive, verkaufsberater*, kundenberater*, kundenberatung, \
        vertriebsingenieur*, vertriebsassisten*, vertriebscontroll*, charge de clientele, chargee de clientele, \
        charge d affaires, chargee d affaires, ingenieur commercial*, ingenieur d affaires, ingenieure commercial*, \
        ingenieur technico commercial, technico commercial*, attache commercial, conseiller commercial, \
        jefe de ventas, gerente de cuentas, ejecutivo de cuentas, ejecutiva de cuentas, kundenmanager, \
        großkundenbetreu*, vertriebscoach, verkaufstrainer*, vertriebstrainer*, sales trainer, sales enablement
        Sales 7: gebietsleiter*, gebietsleitung, gebietsmanager*, bezirksleiter*, bezirksleitung, filialleiter*, \
        filialleitung, marktleiter*, area manager, area sales, store manager, shop manager, district manager, \
        channel manager, channel, export manager, *exportleit*, export*, storeleiter*, filialmanager, relationship manager, \
        real estate agent, realtor, *makler*, estate agent, makelaar, immobilienberater*, insurance agent, \
        account, new business, kassier*, cashier, telemarketer, telesales, telefonverk*, merchandiser, handelsmanager, \
        fachberater*, fachverkäufer*, kfz verkäufer*, automobilverkäufer*, autoverkäufer*, agent commercial, \
        directeur de magasin, responsable de magasin, client partner, kundenentwickl*, solution sales
        Sales 10: pharmareferent*, pharmaberat*, medizinprodukteberat*, medical sales*, *kundenberat*, chief revenue officer, chief commercial officer, chief sales officer, vertriebsberat*, modeberat*
        Sales 6: cro, cco, cso
        Sales 5: *einzelhand*, *großhand*, retail, retailer, *händler*, distribution, distributor, store, shop, außenhandel*, *handel, \
        regionalleiter*, regionalleitung, regional manager, regionalmanager*, broker, client director, detailhandel*, \
        großkunden*, firmenkunden*, privatkunden*, gewerbekunden*, wholesale, business manager, showroom, \
        filial*, boutique, fundraiser, fundraising, boekhandel, dealer*, market manager, customer manager
        None 9: salesforce*, handelsfachwirt, handelsrecht, wholesale banking, export control
        """

    static let marketing = """
        Marketing 8: marketing, *marketing*, mktg, mkt, mktng, *kommunikation*, communications, communication, comunicacion, \
        comunicazione, comunicacao, communicatie*, brand, branding, *marke*, advertising, publicity, pr, public relations, press officer, press office, \
        öffentlichkeitsarbeit, *öffentlichkeitsarbeit*, presse*, *presse, social media, socialmedia*, seo, sea, sem, \
        *werbung*, *werbe*, publicite, publicidad, pubblicita, marketeer, campaign, campaigns, *kampagne*, demand generation, \
        demand gen, growth, lead generation, lead gen, crm, content, contentmanager, *redakteur*, *redaktion*, \
        redakt*, editor*, redacteur*, redattore, redattrice, copywriter, texter*, *journalist*, periodista, giornalista, \
        public affairs, newsletter, influencer, market research*, marktforsch*, market intelligence, \
        digital marketing, product marketing, produktmarketing*, event*, *event, events, veranstaltung*, \
        messe, messen, trade marketing, trade show*, media planner, mediaplan*, media buyer, media manager, \
        mediaberater*, brand manager, *brandmanag*, go to market, customer insights, cmo, community manager, \
        chefredakteur*, verlags*, publisher, publishing, pressesprecher*, storytell*, blogger*, podcaster, youtuber
        Marketing 10: sales marketing manager, product marketing, marketing ops, marketing operations, marketing operations manager, marketing operations specialist, marketing consultant, \
        marketing analyst, marketing automation, marketing project manager, pr consultant, pr berater*, pr manager, \
        communications consultant, content creator, content manager, content marketing, seo*, sea manager, \
        performance marketing, social media consultant, social media berater*, community management, onlineredakt*, \
        online redakt*, *marketingberat*, kommunikationsberat*, marketingassisten*, community manager*, \
        event manager*, eventmanager*, veranstaltungskauf*, charge de communication, chargee de communication, chef de produit, \
        charge de marketing, chargee de marketing, sales promotion*, brand ambassador, brand consultant
        Marketing 5: e commerce, ecommerce, *ecommerce*, online shop, digital strategist, community, media, medien*, \
        *medien, kreativ*, online manager, onlinemanager, ads, adwords, google ads, customer experience, category marketing
        Product 8: product, products, *produkt*, producto*, prodotto, produit*, produto*, product owner, po, \
        product manager, product management, produktmanag*, *produktmanag*, product lead, cpo, product analyst, portfolio manager, \
        product designer, productmanager, product development, product strategist, product specialist, \
        produktentwickl*, chef de produits, jefe de producto, product expert
        None 9: production, production*, *produktion*, productie*, productivity, produccion, produzione, producao, product design
        Design 8: design, designer*, *designer*, *gestalter*, ux, ui, ux ui, graphic*, grafik*, *grafiker*, graphiste, \
        graphist*, art director, *artdirect*, creative director, creative, kreativdirekt*, illustrator*, animator, \
        photograph*, *fotograf*, fotograf*, videograph*, video*, *kamera*, cutter, filmmaker, filmemacher*, film editor, video editor, \
        *mediengestalt*, diseno, disenador*, vormgever, ontwerper, grafico, dessinateur, motion designer, 3d artist, \
        interior design*, innenarchitekt*, web design*, webdesign*, game design*, fashion design*, modedesign*, industrial design*, \
        industriedesign*, product designer, produktdesign*, art, artist, künstler*, artista, concept designer, artiste
        Design 10: ux designer, ui designer, ux research*, design lead, graphic design*, grafikdesign*, design director, \
        service design*, art direction, kommunikationsdesign*
        """

    static let business = """
        Business Development 10: business development, biz dev, bizdev, business developer, business developper, bdm, \
        businessdevelopment, *geschäftsentwicklung*, *geschäftsfeldentwicklung*, *unternehmensentwicklung*, \
        business development manager, sales business development, corporate development, desarrollo de negocio*, \
        sviluppo business, desenvolvimento de negocio*, developpement commercial, developpement des affaires, \
        new business development, market development, marktentwicklung, konzernentwicklung
        Business Development 8: partnership, partnerships, alliance*, strategic partner*, partner manager, \
        partner management, partnermanag*, *partnermanag*, channel partner*, strategy, *strategie*, strategic, strategist, \
        strategic planning, estrategia, strategia, mergers, m a, expansion*, venture, ventures, venturing, corporate venture*, \
        go to market strateg*, new markets, ecosystem, startup*, kooperation*, innovation, innovation*, *innovationsmanag*
        Consulting 8: consultant, consultant*, *consultant, *berater*, berater*, beratung, *beratung*, consulting, consultor*, \
        consulente, consulenza, conseil, conseiller, conseillere, adviseur, advies*, adviser, advisor, advisory, \
        *consulting*, consultoria, consultancy, asesor*, unternehmensberat*, management analyst, coach, *coach, coaching
        Consulting 10: management consultant, management consulting, strategy consultant, sap consultant, it consultant, \
        it berater*, sap berater*, erp consultant, erp berater*, it consulting, it beratung*, strategieberat*, \
        strategy consulting, business consultant, business consulting, technology consultant, technical consultant, \
        software consultant, salesforce consultant, crm consultant, digital consultant, innovation consultant, \
        security consultant, data consultant, cloud consultant, functional consultant, implementation consultant, \
        change consultant, supply chain consultant, transaction advisory, principal consultant, managing consultant, \
        organisationsberat*, prozessberat*, change management, organisationsentwickl*, project management consultant, \
        anwendungsberat*, technologieberat*, digitalberat*, digitalisierungsberat*, managementberat*, sustainability consultant
        Consulting 6: business analyst, transformation, change manager, agile coach, freelance, freelancer, interim manager*, \
        interim management, interimsmanag*, process analyst, business transformation, strategieberater
        Project Management 10: project manager, project management, *projektmanag*, *projektleit*, *projekt manag*, \
        projekt leit*, program manager, programme manager, program management, programmmanag*, programm manag*, \
        programmleit*, pmo, scrum master, scrummaster, project coordinator, *projektkoordin*, project lead, \
        project leader, project director, project officer, project office, *projectmanag*, projectleider*, \
        chef de projet*, cheffe de projet*, chargee de projet*, charge de projet*, jefe de proyecto*, jefa de proyecto*, \
        gestor de projet*, gestora de projet*, gerente de projet*, gerente de proyecto*, project controller, project assistant, \
        *projektassist*, responsabile progett*, capo progetto, project planner, delivery manager, agile delivery, program director, \
        programme director, portfolio management, pmp, construction project manager, it project manager, it projektleit*, \
        sales project manager, senior project manager, release train engineer, *projektsteuer*, projektbüro, technical project manager
        Project Management 6: project, projects, *projekt*, projet, projets, proyecto*, progetto, progetti, projeto*, scrum, \
        program, programme, programm*, deployment manager, rollout manager, release manager
        Customer Support 9: customer support, customer success, customer service, customer care, *kundenservice*, \
        *kundendienst*, *kundenbetreu*, klantenservice*, service client, service clients, servicio al cliente, \
        atencion al cliente, atendimento ao cliente, servizio clienti, assistenza clienti, atendimento, technical support, \
        support engineer, support specialist, support agent, support manager, support*, *support, client services, \
        client service, client success, client support, customer relations, *callcenter*, call center, call centre, \
        contact center, contact centre, *kundencenter*, hotline, technischer support, kundensupport*, after sales, \
        aftersales, after sales service, *servicetechnik*, service technician, *serviceberater*, service advisor, \
        customer experience manager, customer advisor, customer advocate, csm, csr, *servicecenter*, help desk agent, \
        beschwerdemanag*, reklamation*, *servicemitarbeit*, customer representative, serviceleiter*, serviceleitung, \
        service manager, servicemanager*, field service*, service engineer, tech support, onboarding specialist
        Customer Support 5: customer, client, *kunden*, cliente*, klant*, clientele, service, services, servicio, servizio, servico*
        None 9: support to, service delivery, it service, kundenmanagement, shared services, financial services, managed services
        """
}

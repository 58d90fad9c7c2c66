extension DepartmentWords {
    /// What lists of contacts at companies hold besides: longer phrases whose words alone mean something else, and
    /// titles of the Romance languages and Dutch.
    static let contacts = """
        Engineering 9: computer aided design*, cad designer*, cad technician*, cad operator*, cadd*, design drafter*, drafting*, draughtsman, draftsman, draftsperson, technical designer*, \
        mechanical designer*, structural designer*, electrical designer*, electronic designer*, electronics designer*, tool designer*, tool design*, machine designer*, machine design*, \
        piping designer*, hvac designer*, instrumentation designer*, automotive design*, auto design*, body design*, circuit design*, ic layout*, integrated circuit*, mask designer*, \
        civil designer*, highway designer*, building design*, plant designer*, hardware designer*, design technician*, design technologist*, design checker*, design detailer*, \
        engineering designer*, drainage design*, distribution designer*, fiber optics*, quality engineering*, conducteur de travaux, conductrice de travaux, chef de chantier, \
        jefe de obra*, jefa de obra*, capo cantiere, direttore lavori, geometra, uitvoerder*, werkvoorbereider*, bureau d etudes, ingenieur d etudes*, ufficio tecnico, oficina tecnica, \
        cartograph*, geodetic*, industrial automation*, automaticien*, electromecanic*, electrotechnic*, oficial de mantenimiento electrico
        Sales 9: medical representative*, pharmaceutical representative*, detail representative*, pharmaceutical detailer*, leasing agent*, leasing consultant*, insurance broker*, insurance sales*, \
        property consultant*, customer assistant*, bid manager*, proposal manager*, tender manager*, revops, rev ops, revenue operations, revenue operations manager, rental clerk*, rental agent*, \
        ticket seller*, counter clerk*, canvasser*, dependient*, commessa, commesso, commessi, promotor de ventas, promotora de ventas, responsable de cuentas, ejecutivo comercial*, ejecutiva comercial*, \
        responsable grands comptes, directeur grands comptes, chef des ventes, chef de secteur, cheffe de secteur, delegue commercial*, deleguee commercial*, delegue medical*, deleguee medical*, \
        delegado comercial*, delegada comercial*, delegado de vendas, funzionario commerciale, agente di vendita, account commerciale, chef de rayon*, directeur d agence, directrice d agence, \
        vertegenwoordig*, rayonmanager*, verkoopleider*, country sales*, grosskundenbetreuer*
        Finance 9: revenue agent*, revenue officer*, internal revenue*, revenue accountant*, revenue audit*, revenue recognition*, revenue inspector*, revenue assurance*, revenue investigator*, \
        commercial lender*, commercial credit*, commercial loan*, commercial banker*, commercial underwriter*, commercial lines*, commercial appraiser*, commercial mortgage*, loan officer*, \
        credit manager*, credit analyst*, directeur administratif et financier*, directrice administrative et financiere*, directrice administratif et financier*, responsable administratif et financier*, \
        responsable administrative et financiere*, responsable administratif et comptable*, direttore amministrativo e finanziario, director administrativo y financiero, directora administrativa y financiera, \
        director administrativo financiero, diretor administrativo e financeiro, diretor administrativo financeiro, administrativo contable*, administrativa contable*, amministrazione e finanza, \
        administracion y finanzas, administracao e financas, financeir*, contabil*, contador*, contable*, comptab*, ragionier*, tesorer*, tresor*, boekhoud*, controle de gestion, controllo di gestione, \
        control de gestion, gestionnaire de patrimoine, conseiller clientele particulier*, private banker*, wealth manager*, fund manager*, actuar*, aktuar*, gestor de patrimonios
        Legal 9: jurist*, juridi*, giurist*, ufficio legale, asesor juridico, asesora juridica, data protection officer*, datenschutzbeauftragt*, notaire*, notaris*, notario*, notaio, conformite, cumplimiento
        Information Technology 9: dsi, directeur des systemes d information, directrice des systemes d information, systemes d information, responsable si, sistemas de informacion*, sistemi informativi, \
        tecnologia da informacao, tecnologias da informacao, tecnologia de la informacion, tecnologias de la informacion, informatietechnologie, information systems*, soc analyst*, soc manager*, \
        intrusion detection*, security operations*, penetration test*, pentest*, ethical hack*, noc engineer*, network operations*, network manager*, network technician*, network analyst*, \
        network specialist*, networking engineer*, network architect*, computer operator*, computer specialist*, computer technician*, computer operations*, computer systems*, computer scientist*, \
        computer programmer*, computer network*, software quality*, software qa*, system analyst*, systems analyst*, systems analysis*, system specialist*, storage engineer*, desktop support*, computer support*, \
        pc support*, computer user support*, administrateur systeme*, administrateur reseau*, administratrice systeme*, administrador de redes, geographic information*, analyste programmeur*, \
        analista programador*, analista programmatore, ingenieur systeme*, ingenieur reseau*, ingenieur etudes et developpement, ingenieur d etudes et developpement, ingenieur logiciel*, dev ops*
        Information Technology 7: ti, internet specialist*, computer, computers, computing
        Marketing 8: e commerce manager*, ecommerce manager*, e commerce specialist*, ecommerce specialist*, head of ecommerce, head of e commerce, e commerce director*, head of digital, digital director*, digital lead, \
        directeur digital*, directrice digital*, marcom*, mkting*, traffic manager*, growth hack*, acquisition manager*, user acquisition*, web editor*, relations publiques, relaciones publicas, relazioni pubbliche, \
        attache de presse, attachee de presse, ufficio stampa, prensa, imprensa, evenementiel*, evenement*, mercadotecnia*, mercadeo*, responsable de marca, chef de publicite, cheffe de publicite, digital strateg*, \
        redes sociales, redes sociais, reseaux sociaux
        Human Resources 8: personnel, personnel manager*, staff development*, leadership development*, management development*, career development*, manpower*, industrial relations*, paie, gestionnaire de paie, nominas, \
        gestion del talento, gestao de pessoas, desarrollo organizacional, administration du personnel, amministrazione del personale, administracion de personal, paghe e contributi, werving*, dipendenti e paghe
        Administrative 8: medewerker administratie, administratief medewerk*, administratie, administratie*, segreteria*, addetto amministrativo, addetta amministrativa, auxiliar de oficina, auxiliar administrativ*, secretariat*, \
        secretariado*, administration manager*, assistante de gestion, assistant de gestion, accueil, hotesse d accueil, telefonist*, directeur administratif, directrice administrative
        Purchasing 8: achats, acheteur*, acheteuse*, compras, comprador*, acquisti, inkoop*, inkoper*, aprovisionamiento*, approvisionn*, approvvigionament*, sourcing manager*, category manager procurement, buyer planner*
        Operations 8: usine*, directeur d usine, directrice d usine, jefe de taller, jefa de taller, chef d atelier, cheffe d atelier, responsable d atelier, capo officina, capo reparto, bedrijfsleider*, exploitation*, \
        responsable d exploitation, directeur d exploitation, responsable de site, directeur de site, almacen*, magazzin*, magazijn*, entrepot*, armazem*, magasinier*, mantenimiento, manutenzione, manutencao, onderhoud*, \
        qualite, qualita, calidad, qualidade, kwaliteit*, qhse*, hse*, ehs*, kpi manager, fabrieksdirecteur*, plant director*, jefe de planta, director de planta, gerente de planta, responsable de planta, \
        capo fabbrica, direttore di stabilimento, stabilimento, fabrica, fabbrica, obrero*, ouvrier*, operaio, operaia, operario, operaria, prevencion de riesgos*, prevention des risques, planificat*
        Other 7: rse, responsabilite societale, sustainability*, nachhaltigkeit*, developpement durable, sostenibilidad, sostenibilita, sustentabilidade, duurzaamheid*
        General Management 6: dirigeant*, dirigente, delegue general, deleguee generale, directeur general adjoint, directrice generale adjointe, country manager*, general director, propriet*, titulaire, titular, \
        vice gerente, bedrijfseigenaar*, mede eigenaar*, medeeigenaar*, chef d entreprise, cheffe d entreprise, dueno de empresa, empresario, empresaria, imprenditore, imprenditrice, empresario individual
        Medical 9: medico, medica, medecin*, dentista*, odontolog*, farmaceutic*, fisioterap*, fysiotherap*, kinesi*, infermier*, enfermeir*, care assistant*, carer*, aide soignant*, psicolog*, huisarts*, tandarts*, verpleegkundig*
        Education 9: maestro de primaria, maestra de primaria, maestra, schoolleider*, enseignante*, insegnante*, professora*, profesora*, docent*, alumno*, etudiant*, studente*, estudiante*, estudante*
        Project Management 9: directeur de projet*, directrice de projet*, director de proyecto*, directora de proyecto*, direttore di progetto, diretor de projeto*, coordinador de proyecto*, coordinadora de proyecto*, \
        coordenador de projeto*, coordenadora de projeto*, coordinateur de projet*, coordinatrice de projet*, coordinatore di progetto, projectcoordinat*, projectbeheer*
        Customer Support 9: user support*, soporte al cliente, soporte tecnico, suporte tecnico, suporte ao cliente, supporto clienti, support client*, charge de clientele support, relation client*, relacion con clientes, \
        experiencia del cliente, experiencia do cliente, klantbeheer*, klantondersteun*, customer happiness*
        """
}

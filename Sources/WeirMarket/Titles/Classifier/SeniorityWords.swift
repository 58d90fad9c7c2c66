/// The words and phrases that tell how high a job stands; written as in `DepartmentWords`.
///
/// Besides the levels there are four kinds that change what stands near: `None` uses words up ("lead generation",
/// "product owner"); `Deputy` lowers a head to a lead; `Bank` tells that a vice president is one of a bank's many;
/// `Junior` and `Senior` lower and raise as `TitleClassifier` says.
enum SeniorityWords {
    static let lines = [executives, heads, managers, staff, learners, contacts, shorthand].joined(separator: "\n")

    private static let executives = """
        C-level 9: chief, ceo, cfo, cto, cio, cmo, coo, cro, chro, cso, cpo, cdo, cco, cao, cbo, cgo, ciso, cxo, clo, cpto, cino, c level, \
        *geschäftsführ*, geschäftsführ*, *geschäftsleitung*, geschäftsleiter*, gf, ggf, vorstand*, *vorstand, vorständin, prokurist*, *prokurist*, prokura, \
        managing director, general manager, gm, president, presidente, präsident*, board, board member, board of directors, member of the board, managing board, \
        aufsichtsrat*, aufsichtsrät*, beirat*, verwaltungsrat*, non executive director, directeur general, directrice generale, \
        directeur executif, pdg, dg, president directeur general, director general, directora general, director ejecutivo, directora ejecutiva, director gerente, \
        gerente general, gerente geral, consejero delegado, consejera delegada, amministratore delegato, amministratrice delegata, amministratore unico, amministratore, \
        direttore generale, direttrice generale, diretor geral, diretora geral, diretor executivo, algemeen directeur, directeur eigenaar, bestuurder, zaakvoerder, dga, \
        administrador, administrateur, chairman, chairwoman, chairperson, generalbevollmächtig*, generaldirektor*, hauptgeschäftsführ*, general counsel, \
        chief executive, executive board, management board, company secretary, bürgermeister*, mayor, kanzler, intendant*, general secretary, generalsekretär*, \
        secretary general, vorsitzende*, geschäftsstellenleit*, unternehmensleitung, firmenleitung, corporate officer, executive chairman
        Owner 9: owner, inhaber*, *inhaber, founder, founder*, cofounder*, co founder, gründer*, *gründer, *gründerin, gesellschafter*, partner, partnerin, managing partner, \
        equity partner, founding partner, senior partner, selbständig, selbstständig, selbständige, selbstständige, selbständigkeit, selbstständigkeit, self employed, selfemployed, entrepreneur*, unternehmer, unternehmerin, \
        business owner, proprietor, eigentümer*, eigenaar*, eigenares, oprichter, mede oprichter, fondateur*, fondatrice*, cofondat*, gerant, gerante, associe, associee, \
        dueño, dueña, propietari*, fundador*, cofundador*, socio, socia, socio gerente, titolare, fondatore, cofondatore, proprietari*, zelfstandig*, ondernemer, autonomo, \
        mitinhaber*, mitgründer*, mitgesellschafter*, shareholder, franchisee, general partner, investor, co owner, imprenditore, imprenditrice, empresari*, empreendedor*, chef d entreprise
        Top VP 9: svp, evp, gvp, senior vice president, executive vice president, group vice president, sr vice president, senior vp, executive vp
        VP 9: vp, avp, rvp, vice president, vicepresident, vizepräsid*, vice presidente, vicepresidente, vice presidente, vice presidentin, v p
        Director 9: director, director*, *director, *direktor*, direktor*, directeur, directrice, directora, direttore, direttrice, diretor, diretora, dir, \
        directeur adjoint, direction, direktion, direccion, direzione, direcao
        None 9: vice, co president, business owner relations, product owner*, process owner*, service owner, data owner, system owner, feature owner, technical product owner, \
        business partner, channel partner, hr partner, people partner, vertriebspartner*, partner manager*, partner management, partner success, partner sales, partner development, \
        partner account, partner marketing, partner program*, partner relations, partner business, talent partner, finance partner, client partner, partner enablement, \
        sales partner, partner network, partner solution*, premium partner, board game*, board operator, key account director, dashboard, onboard*, clipboard, surfboard, \
        investor relations, partnermanag*, *partnermanag*, geschäftspartner, handelspartner, technology partner, partner engineer, partner consultant, partner specialist, partner channel
        """

    private static let heads = """
        Head 8: ltr, ltg, head, head of, global head, leiter, leiter*, *leiter, *leiter*, leitung, *leitung, leitung*, hoofd, chefarzt*, chefärzt*, chief engineer, chief accountant, chief editor, editor in chief, \
        chefredakteur*, chefredaktion, chief architect, chief scientist, dekan, dean, rektor*, prorektor*, responsable de service, chef de service, chef de departement, chief physician, \
        chief economist, chief analyst, chief designer, abteilungsleit*, bereichsleit*, ressortleit*, hauptabteilungsleit*, amtsleit*, fachbereichsleit*, provost, chief pilot, \
        bereichsverantwort*, küchenchef*, küchenleit*, executive chef, vertriebschef*, verkaufschef*, personalchef*, finanzchef*, marketingchef*, entwicklungschef*, gastgeber, \
        obmann, stationsleit*, department head, section head, sales head, head coach, jefe de departamento, jefe de area, kaufmännischer leiter
        None 8: *begleiter*, *begleitung*, begleiter*, *halbleiter*, halbleiter*, leiterplatte*, *leitungs*, leitungsbau*, rohrleitung*, leitstelle*, leitend*, anleit*, *anleitung*, *umleitung, *leitsystem*, \
        leiterbahn*, einleit*, head hunter, head office, head chef de rang, headhunter, fähnleiter, head nurse
        Lead 8: lead, leader, leaders, *leader, team lead, teamlead*, team leader, *teamleader*, tech lead, technical lead, team captain, group lead, group leader, gruppenleit*, *gruppenleit*, \
        *teamleit*, team leit*, projektleit*, *projektleit*, projekt leit*, project lead, project leader, projectleider*, bauleit*, *bauleit*, schichtleit*, *schichtleit*, \
        schichtführer*, vorarbeiter*, supervisor*, *supervisor, foreman, forewoman, foreperson, polier, poliere, industriemeister*, kfz meister*, elektromeister*, handwerksmeister*, werkmeister*, meister, meisterin, \
        teamleider*, ploegleider, afdelingsleider, principal, principal consultant, principal engineer, coordenador*, chef d equipe, chef d equipe, cheffe d equipe, jefe de equipo, capo squadra, capoturno, \
        teamverantwort*, leitender ingenieur, leitende ingenieurin, leitender, leitende, leading, teamchef*, superintendent, squad lead, chapter lead, crew lead, crew leader, lead hand, lead consultant, \
        lead developer, lead engineer, teilprojektleit*, programmleit*, head nurse, stationsleiter, gruppenführer, encarregad*, encargad*, referatsleit*, caporeparto, line manager, team manager, teammanager*, \
        sachgebietsleit*, fachgruppenleit*, arbeitsgruppenleit*, koordinierend*, leadership, in charge, supervision, responsable d equipe, chief of party, lead architect, fachbauleit*, oberbauleit*, produktgruppenleit*
        None 9: lead generation, lead gen, lead generator, lead management, lead manager crm, thought leader, lead qualification, lead nurturing, market leader, leads, world leader, leading companies, worship leader
        Deputy 8: deputy, stv, stellv, stellvertr*, stellvertretend*, vize, adjunct, adjoint, adjointe, stv leiter
        """

    private static let managers = """
        Manager 7: manager, manager*, *manager, *managerin, mgr, mngr, mgmt, gerente, gerente*, jefe, jefa, responsable, responsabile, responsavel, verantwortlich*, *verantwortlich*, capo, gestor, gestora, \
        cheffe, chefe, management, country manager, niederlassungsmanager, senior manager, supply chain manager, store manager, area manager, quality manager, risk manager, teamleiter manager, *managerin
        None 7: change management, risk management, product management, project management, asset management, wealth management, quality management, facility management, talent management, \
        management consultant, management consulting, management trainee, management assistant*, management accountant, management support, management information, management analyst, \
        supply chain management, account management, program management, data management, waste management, hotel management, event management, case management, category management, \
        process management, it management, business management, top management, management system*, management information, social media management, *management, managementberat*, managementassist*, managementsystem*
        """

    private static let staff = """
        Professional 8: account manager, account managerin, key account manager, key account managerin, key account management, key accounter, global account manager, accountmanager*, keyaccountmanager*, *accountmanager*, \
        project manager, projektmanager*, *projektmanager*, projekt manager*, projectmanager*, program manager, programme manager, programmmanager*, technical project manager, \
        product manager, produktmanager*, *produktmanager*, produkt manager*, productmanager*, community manager*, social media manager*, content manager*, contentmanager*, category manager*, categorymanager*, \
        customer success manager*, success manager, event manager*, eventmanager*, *eventmanager*, brand manager*, brandmanager*, campaign manager*, case manager*, casemanager*, office manager*, officemanager*, \
        business development manager*, partnership manager, partnerships manager, partner manager, partnermanager*, business developer, investment manager*, investmentmanager*, portfolio manager, \
        relationship manager, test manager*, testmanager*, release manager, change manager, contract manager, vertragsmanager*, seo manager*, sea manager*, online marketing manager, performance marketing manager, \
        crm manager, pr manager, client manager, kundenmanager*, qualitätsmanager*, prozessmanager*, process manager, innovation manager, innovationsmanager*, property manager, \
        territory manager, gebietsmanager*, channel manager, vendor manager, compliance manager, data manager, digital manager, onlinemanager*, customer manager, talent manager, \
        recruiting manager, talent acquisition manager, bdm, kam, csm, delivery manager, art director, creative director, director of photography, casting director, film director, music director, funeral director, \
        chief of staff, chef de projet*, cheffe de projet*, chef de produit*, jefe de proyecto*, jefa de proyecto*, jefe de producto, charge de*, chargee de*, charge d affaires, chargee d affaires, \
        consultant*, *consultant, *berater*, berater*, engineer*, *engineer, *ingenieur*, specialist*, *specialist, spezialist*, *spezialist*, expert*, *expert*, analyst*, *analyst*, coordinator*, koordinator*, *koordinator*, \
        developer*, *developer, *entwickler*, *mitarbeiter*, mitarbeiter*, medewerker, *angestellte*, sachbearbeit*, *sachbearbeit*, referent*, *referent*, assistant*, *assistent*, *assistenz*, vorstandsassist*, geschäftsführungsassist*, geschäftsleitungsassist*, assistent*, assistante, \
        administrator*, *administrator*, executive assistant, account executive*, sales executive*, marketing executive, business executive, client executive, customer service executive, recruitment executive, hr executive, \
        support executive, service executive, operations executive, development executive, representative*, rep, associate*, officer, agent, agent*, *agent, advisor*, adviser*, adviseur, architect*, *architekt*, designer*, *designer*, \
        kaufmann, kauffrau, kaufleute, *kaufmann, *kauffrau, *verkäufer*, *buchhalter*, accountant*, controller*, *controller*, buyer*, einkäufer*, *einkäufer*, recruiter*, *recruiter*, *anwalt*, *anwält*, lawyer*, attorney*, counsel, \
        teacher*, *lehrer*, professor*, dozent*, lecturer*, trainer*, *trainer, coach, coach*, *arzt*, nurse*, *pfleger*, scientist*, *wissenschaftler*, researcher*, doktorand*, postdoc*, technician*, *techniker*, *mechaniker*, *elektroniker*, \
        *monteur*, *schlosser*, *fahrer*, driver*, operator*, clerk*, secretary, *sekretär*, *fachkraft*, *fachfrau*, *fachmann*, *händler*, *makler*, *betreuer*, *beauftragt*, disponent*, *disponent*, editor*, redakteur*, *redakteur*, \
        journalist*, *konstrukteur*, *planer*, planner*, programmer*, programmier*, strategist*, tester*, writer*, freelance*, freiberuf*, freie mitarbeit*, free lance*, partner manager, business partner, hr business partner, scrum master*, \
        product owner*, ingeniero*, ingeniera*, ingegnere, engenheir*, abogad*, avocat*, analista*, consultor*, consulente*, conseiller*, technicien*, tecnico*, tecnica*, asistente*, impiegat*, empleado*, employee, *informatiker*, informatiker*, \
        vendedor*, vendeur*, vendeuse*, comercial, sviluppat*, desarrollador*, desenvolvedor*, developpeur*, developpeuse*, ontwikkelaar*, hauptamtlich*, sekretariat, hausmeister*, platzmeister, lead generation specialist, \
        *pädagog*, therapeut*, *therapeut*, psycholog*, geselle, *gestalter*, fotograf*, photographer*, künstler*, artist*, producer*, *spezialist, staff, team member, teammitglied, worker*, *arbeiter*, *arbeiter, sales engineer, merchandiser*, auditor*, *prüfer*, bearbeiter*, \
        chief cook, chef de partie, sous chef, chef de rang, executive, art direction, chef, koch, *koch, project coordinator, projektkoordinat*, personal assistant, sales manager innendienst, studienrat*, vertreter*, *vertreter*, *vermittler*, pilot*, student advis*, student affairs, student service*, student success
        """

    private static let learners = """
        Senior 8: senior, senior*, sr, snr, sen, oberarzt*, oberärzt*, *oberarzt, *oberärzt*, staff engineer, staff software engineer, staff software, staff scientist, managing consultant, executive consultant, distinguished, fellow, erfahren*, chefberater*, experienced, seniorberater*, \
        studiendirektor*, oberstudienrat*, advanced, chief consultant
        Junior 9: junior, junior*, jr, jnr, intern, internship, trainee*, *trainee, *traineeship, *praktikant*, praktikant*, praktikum, praktikum*, werkstudent*, working student, student, studentin, duale student*, dualer student*, studierend*, \
        *studierend*, azubi*, auszubild*, ausbildung zum, ausbildung zur, in ausbildung, lehrling*, apprentice*, volontär*, volontariat, referendar*, rechtsreferendar*, stagiaire*, alternant*, apprenti, apprentie, en alternance, becari*, \
        practicante*, practicas, tirocin*, stagist*, estagi*, aprendiz*, leerling*, stagiair*, entry level, graduate, duales studium, student assistant, studentische*, bachelorand*, masterand*, diplomand*, phd student, hilfskraft, \
        schüler*, umschüler*, graduate engineer, lernend*, absolvent*, jungingenieur*, co op student, student worker, placement student, nachwuchs*, medical student, studente, studentessa, estudiante*, etudiant*, estudante*, aspirant*
        None 9: international*, internal*, internet*, interne*, interner*, undergraduate advis*, student advis*, student recruit*, student service*, student affairs, student success, student support*, graduate recruit*, graduate school, trainee program*, \
        intern*, ausbildung*, graduate program*, intern recruit*, junior high, seniorenresidenz*, seniorenheim*, senioren*, senior living, senior citizen*
        Bank 5: bank, bank*, banking, goldman, goldman sachs, morgan, jpmorgan*, citi, citibank, citigroup, barclays, hsbc, credit suisse, ubs, deutsche bank, commerzbank, bnp, bnp paribas, societe generale, merrill, merrill lynch, wells fargo, nomura, \
        santander, unicredit, rbs, capital markets, investment banking, wealth management, equity research, trading, fixed income, private banking, equities, structured finance, leveraged finance, branch, corporate banking, global markets, mufg, lazard, rothschild, blackrock, state street, pnc
        """

    /// What lists of contacts of the Romance languages and Dutch hold besides.
    private static let contacts = """
        C-level 9: dirigeant*, delegue general, deleguee generale, directeur general adjoint, directrice generale adjointe, dg adjoint, general director
        Director 9: daf, dsi, drh
        Manager 8: raf
        Owner 9: proprietaire*, titulaire*, directeur associe, directrice associee, socio director, socia directora, associe gerant, mede eigenaar*, medeeigenaar*, createur d entreprise, auto entrepreneur*, \
        micro entrepreneur*
        Head 8: bedrijfsleider*, verkoopleider*, vestigingsleider*, schoolleider*, responsable de departamento, direttore di reparto
        Lead 8: *leider, conducteur de travaux, conductrice de travaux, chef de chantier, jefe de obra*, jefa de obra*, capo cantiere, coordinador*, coordinadora*, coordinatore, coordinatrice, chef d atelier, \
        cheffe d atelier, capo officina, capo reparto, agent de maitrise, uitvoerder*
        Professional 9: administrateur systeme*, administrateur reseau*, administratrice systeme*, administrateur de base*, administrador de sistemas, administrador de redes, administrador de base*, coordinateur*, \
        charge de mission, chargee de mission, gestionnaire*, gestionnaire de paie, community manager, juriste*, comptable*, contable*, contabile*, boekhouder*, acheteur*, acheteuse*, inkoper*, addetto*, addetta*, operaio, operaia, \
        operario, operaria, ouvrier*, vendeur*, dependient*, commessa, commesso, auxiliar*, administrativo, administrativa, administratif, administrative, ingenieur*, ingenieure*, tecnicien*, agente comercial*, pleno, \
        chef de rang, chef de secteur, cheffe de secteur, chef de publicite, delegue commercial*, deleguee commerciale*, delegue medical*, deleguee medicale*, representante*, rappresentante*, vertegenwoordig*
        """

    /// What people write short, misspell, or put otherwise than the lists above.
    private static let shorthand = """
        C-level 9: geschäftsf, legale rappresentante, consejera delegada, directora gerente, geschäftsfüher*, gechäftsführ*, geschäfsführ*, geschäftführ*, geschäftsfürer*, cheif, cheif executive*, bestuursvoorzitter, administrateur delegue, administratrice deleguee
        Director 9: vicedirettore, vicedirettrice, subdirector, subdirectora, subdiretor, subdiretora, vice director, sous directeur, sous directrice, assistant director, directer
        Owner 9: libero professionista, libera professionista
        Head 8: *hoofd, chef comptable
        Manager 8: rssi, manger, mananger, maneger, managr, mangager
        Professional 9: *medewerker, *medewerkster, ae, swe, dev, sdr, bdr, acct exec*, acct mgr, account mgr, acount manager, accout manager, acct manager, proj mgr, project mgr, product mgr, prod mgr, \
        gestor de proyecto*, gestora de proyecto*, gestor de projeto*, gestora de projeto*, gerente de projeto*, gerente de proyecto*, gerente de contas, gerente de cuentas, gestor de contas, gestora de contas, \
        responsabile di progetto, capo progetto, sistemista, sistemisti, progettist*, projetista*, proyectista*, dessinateur*, projeteur*, ragionier*, commercialista, salarisadministrateur, escriturari*
        None 9: acquisition partner, success partner, delivery partner, implementation partner, solution partner, solutions partner, account partner, marketing partner, kooperationspartner*, recruiting partner, \
        learning partner, development partner, innovation partner, engagement partner, service partner, data partner, it partner, controlling partner, change partner, sourcing partner, procurement partner, growth partner, \
        strategic partner, culture partner, p o partner, recruitment partner, transformation partner, communication partner, communications partner, managment, mangement, managemnt
        """
}

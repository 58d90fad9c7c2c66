extension DepartmentWords {
    static let technology = """
        Information Technology 7: it, software, *software*, *entwickler*, entwickler*
        Information Technology 8: ict, edv, edv*, information technology, informationstechn*, informatik*, *informatik*, informatique, \
        informatica, informatico, informatics, tech, technology, developer, developer*, *developer, \
        devops, sre, programmer, programmier*, programador*, programmatore, programmeur, ontwikkelaar, developpeur, \
        developpeuse, desarrollador*, sviluppat*, desenvolvedor*, webmaster, frontend, front end, backend, back end, full stack, fullstack, \
        fullstack*, java, javascript, python, php, sap, *abap*, salesforce*, sharepoint, microsoft, azure, aws, cloud*, cyber*, \
        infosec, information security, it security, *itsicherheit*, informationssicherheit*, security engineer, security analyst, \
        network engineer, network administrator, netzwerk*, system engineer, systems engineer, systemengineer, system administrator, \
        systems administrator, sysadmin, *systemadmin*, *administrator, netzwerkadmin*, systemintegrat*, systemelektron*, database*, \
        datenbank*, data, data engineer, data scientist, data analyst, data science, data*, business intelligence, bi, analytics, \
        machine learning, ml, ai, ki, kuenstliche intelligenz, artificial intelligence, big data, web, webentwick*, mobile, android, ios, \
        app, apps, application developer, application manager, *anwendungsentw*, applikation*, enterprise architect*, solution architect*, \
        solutions architect*, software architect*, it architect*, cloud architect*, data architect*, technical architect*, *itarchitekt*, \
        *softwarearchitekt*, *systemarchitekt*, lösungsarchitekt*, tester, qa, quality assurance engineer, test automation, testmanag*, \
        test manager, softwaretest*, test engineer, service desk, servicedesk, help desk, helpdesk, it support, *it support*, \
        it administrator, it manager, it leiter, it leitung, itleiter*, it specialist, it system*, it infrastructure, infrastruktur, \
        infrastructure, digitalization, digitalisierung, digitalisation, digital transformation, cto, cio, ciso, cdo, chief technology officer, \
        chief information officer, chief information security officer, chief digital officer, technical lead, tech lead, blockchain, \
        *webmaster*, systeembeheer*, applicatiebeheer*, beheerder, sistemas, sistemi, systemes, integration engineer, platform engineer, \
        firmware, embedded, robotics software, iot, erp, it operations, itil, game dev*, spieleentwickl*, wirtschaftsinformatik*
        Information Technology 10: software engineer*, software develop*, *softwareentwickl*, software entwickl*, software ingenieur*, \
        ingeniero de software, ingenieur logiciel, engenheiro de software, analista de sistemas, data engineer*, devops engineer, \
        cloud engineer*, cloud architect, solution architect, web develop*, web designer developer, it support*, it support specialist, it support engineer, it support technician, it support manager, it support analyst, qa engineer, \
        qa tester, fachinformatik*, data product*, it system engineer, database administrator, embedded software*, system architect*, \
        software project*, technical product owner, it koordinat*, it servicemanag*, it service manag*, frontend engineer, backend engineer, \
        front end engineer, back end engineer, full stack engineer, mobile engineer, site reliability*, machine learning engineer, \
        ai engineer, security engineer, salesforce admin*, salesforce develop*, architecte logiciel, it business analyst
        Information Technology 5: digital, digital*, system, systems, *systeme, technik, *lösungen, security, telekommunikation*, \
        telecom*, business systems, online
        None 9: cloud kitchen, net revenue, data entry, data protection*, business data, digital marketing, digital media, \
        product data, data privacy, vitamin c, application engineer*, mobile nurse
        """

    static let engineering = """
        Engineering 6: engineer*, *engineer, engineering, *engineering, *ingenieur*, ingenieur*, ingeniero*, ingeniera*, ingenier*, \
        ingegner*, engenheir*, engenharia, *technik*, techniker*, *techniker*, technical, technisch*, technique, tecnico*, tecnica, technologist, \
        technician*, technicus, *elektro*, *mechani*, *mechaniker*, architect, *architekt*, architecte, arquitect*, architetto, \
        *elektroniker*, electrical, electronics, mechanical, civil, automation*, automatisierung*, robotik*, robotics, \
        *konstruk*, konstruk*, construction, bau*, bauwesen, *bau, hochbau, tiefbau, maschinenbau*, anlagenbau*, fahrzeug*, \
        entwicklung, development, desarrollo, sviluppo, developpement, werkstoff*, material*, welding, schweiß*, cad*, \
        surveyor, vermess*, planer*, *planer, statiker, energy, energie*, umwelt*, environmental, chemi*, verfahrens*, labor*, \
        chief engineer, drafter*, technischer zeichner*, technische zeichner*, zeichner*, bim, hardware
        Engineering 9: *elektroniker, elektroniker*, mechanical engineer, design engineer, project engineer, *projektingenieur*, r d engineer, quality engineer, \
        process engineer, entwicklungsingenieur*, *konstrukteur*, konstruktion*, *konstruktionsl*, application engineer*, applications engineer*, \
        *applikationsingenieur*, test ingenieur, *bauleit*, bauingenieur*, engineering manager, leiter entwicklung, \
        technischer leiter, technische leitung, technischer geschäftsführer, *entwicklungsleit*, hardware engineer, hardwareentwickl*, \
        development engineer, industrial engineer, manufacturing engineer, production engineer, systems engineering, \
        mechanical design*, industriemechanik*, mechatronik*, elektrotechnik*, elektriker*, electrician, elektromeister*, \
        electrical design*, kfz mechatronik*, engineer in training, landschaftsarchitekt*, landscape architect*, civil engineer, \
        versuchsingenieur*, berechnungsingenieur*, head of development, technical director, directeur technique, director tecnico, \
        direttore tecnico, diretor tecnico, technisch directeur, technical manager, fertigungsplan*, hardware develop*
        Engineering 8: projektier*, medizintechnik*, verfahrenstechnik*, versorgungstechnik*, nachrichtentechnik*, gebäudetechnik*
        Engineering 5: leiter entwicklung, produktentwickl*, inspector, *prüfer
        Research 8: research*, *forsch*, forsch*, scientist*, *wissenschaft*, onderzoek*, recherche, chercheur*, chercheuse, \
        investigador*, ricercator*, ricerca, pesquisador*, pesquisa, doktorand*, phd*, postdoc*, post doc*, r d, rd, f e, fue, promovend*, \
        *biolog*, *physiker*, physicist*, chemiker*, chemist, laborant*, laboratory, labor, lab, scientific, principal investigator, \
        *geolog*, mathematik*, mathematician, statistician, statistik*, economist*, soziolog*, histor*, cto r d, clinical research*
        Research 10: research assistant, research scientist, *wissenschaftlich*, research associate, forschung und entwicklung, \
        research development, research and development, head of r d, leiter f e, *doktorand*, research fellow, research engineer, \
        research manager, phd student, phd candidate, user researcher, postdoctoral*, wiss mitarbeit*, recherche et developpement
        Sales 10: technischer vertrieb*, technical sales*, vertrieb technik, technischer verkauf*
        None 9: market research, executive search, ux research, recruiting research*, geschichte*, laborrecht, material management, baumarkt, \
        technischer support, technische einkäuf*, technischer einkäuf*, technical writer
        """

    static let learned = """
        Education 9: teacher*, *lehrer*, lehrer*, *lehrkraft*, lehrkraft, lehramt*, professor*, *professor, dozent*, lecturer*, instructor*, tutor*, *erzieher*, erzieher*, *pädagog*, \
        paedagog*, educat*, educad*, school, schule*, *schule, schulleit*, university, universität*, hochschul*, enseign*, professeur*, profesor*, docent*, docente, insegnant*, leraar, \
        leerkracht, formateur*, formatric*, formador*, formatore, faculty, academic, akademi*, dean, dekan*, kindergart*, kita*, educator*, librarian*, bibliothek*, studienrat*, \
        studienleit*, rektor*, prorektor*, trainer und coach, sprachlehr*, provost, curriculum, instructional, preschool, student advis*
        Education 9: studienberat*, berufsberat*, bildung*, *bildung, bildungsreferent*
        Education 7: trainer, trainer*, *trainer, seminar*, speaker, keynote*, coach und trainer
        Medical 7: medic*, *medizin*, medizin*, pharma*, *pharmaz*, dental*, clinical*, clinic*, klinik*, *klinik, hospital, krankenhaus*, health, healthcare, gesundheit*, sante, salud, patient*, surgical
        Medical 9: physician*, doctor, *arzt*, *ärzt*, arzt*, pharmacist*, pharmazeut*, ernährungsberat*, medical doctor, medical director, medical assistant*, medizinisch*, medical technolog*, health care assistant*, nurse*, nursing, *pflege*, pflege*, *krankenschwester*, infirmier*, enfermer*, infermier*, \
        verpleeg*, *therap*, *therapeut*, *apothek*, apothek*, farmac*, dentist*, *zahn*, zahn*, surgeon*, psycholog*, psychiatr*, *psycholog*, optometr*, optiker*, veterinar*, tierarzt*, tierärzt*, paramedic*, rettungs*, hebamme*, midwife, \
        radiolog*, mfa, caregiver, phlebotom*, cardio*, anesthe*, oncolog*, orthop*, pathologist, sonograph*, hygienist
        Other 6: hotel*, restaurant*, gastronom*, gastro*, kosmetik*, beauty*, farm*, *sozial*, tourism*, touris*, reise*, travel*, musik*, music*, film*, theater*, sport*, politik*, agrar*
        Other 8: actor, actress, schauspiel*, musiker*, musician*, sänger*, singer, dancer, tänzer*, koch, *koch, köchin, chef de cuisine, sous chef, cook, cooks, küchenchef*, kellner*, *kellner, waiter, waitress, \
        barista, barkeeper, bartender, server, chef, baker, bäcker*, metzger*, friseur*, frisör*, hair*, polizei*, police*, soldat*, soldier, \
        officer of the army, military, army, navy, bundeswehr, feuerwehr*, firefighter*, fire fighter, farmer*, landwirt*, *landwirt, gärtner*, gardener, sozialarbeit*, sozialpädagog*, social worker, social work*, \
        pfarrer*, priest, pastor*, clergy, seelsorg*, athlete, athlet*, sportler*, referee, flugbegleit*, flight attendant*, steward*, security guard, security officer, guard*, wachmann, sicherheitsmitarbeit*, \
        politician, stadtrat, abgeordnet*, autor, autorin, author, writer, schriftsteller*, übersetzer*, translator*, interpreter*, dolmetsch*, interpres, housekeep*, hausfrau, homemaker, nanny, \
        reiseverkehr*, counselor*, social services, composer*, producer, regisseur*, babysitter, forest*, logger*, fisher*, hunter*, \
        funeral*, florist*, tailor*, restaura*, mitarbeiter gastronomie, chef koch
        """
}

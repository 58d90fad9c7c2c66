/// What people write short, misspell, or put otherwise than the other lists have it.
extension DepartmentWords {
    static let shorthand = """
        Sales 9: agente di commercio, agenti di commercio, responsable adv, adv, administration des ventes, contas, gerente de contas, executivo de contas, executiva de contas, gestor de contas, gestora de contas, ae, aes, \
        consultor de vendas, consultora de vendas, consultor comercial, consultora comercial, consulente commerciale, consulente vendite, consulente alle vendite, asesor comercial, asesora comercial, asesor de ventas, \
        asesora de ventas, conseillere commerciale, conseiller de vente, conseillere de vente, conseiller des ventes, verkoopadviseur*, commercieel adviseur, acct exec*, acct mgr, acct manager, account mgr, acount*, accout*, \
        commerical, vertireb*, vetrieb*, kundenmanager*, animateur reseau, animatrice reseau, capo area, bezirksdirekt*
        Business Development 9: bus dev*, biz dev*, busdev*, bdr, bdrs, business dev, business developement, buisness development, bussiness development
        Marketing 9: addetto stampa, addetta stampa, comms, midias sociais, medios sociales, markting*, marekting*, marketting*
        Information Technology 9: rssi, sistemista, sistemisti, dados, datos, engenheiro de dados, engenheira de dados, dev, devs, swe, sofware*, softwar, web dev, sysops, ingenieur data, edp, netwerkbeheer*, infraestrutura, infraestructura
        Human Resources 9: p o adviseur, p o manager, p en o*, p o partner, hris, salarisadmin*, responsable formation, charge de formation, chargee de formation, personas y cultura, pessoas e cultura, recrutamento, selecao, departamento pessoal, ufficio personale
        Consulting 8: *adviseur, *adviseuse
        Finance 10: firmenkundenberat*, privatkundenberat*, gewerbekundenberat*, amministrazione e controllo, amministrazione finanza, financiele administratie, chef comptable
        Finance 8: financiele*
        Finance 5: investor, business angel
        Customer Support 9: sav, service apres vente, apres vente, customer experience, cx, cust svc, cust service, customer svc, analista de suporte, assistenza tecnica, posventa, pos venda, post vendita, servicio tecnico, servizio tecnico, conseiller clientele, conseillere clientele
        Customer Support 6: suporte, soporte
        Engineering 9: progettist*, proyectista*, projetista*, projeteur*, dessinateur*, disegnat*, desenhista*, tekenaar*, werktuigbouw*, enginer*, enineer*, engeneer*
        Operations 8: industriel, industrielle
        Design 9: directeur artistique*, directrice artistique*, directora de arte, director de arte, direttore artistico, diretor de arte
        Administrative 8: escritorio, industriekauf*, asst to, assitant to, pa to, exec asst, admin asst, assitant*, assisstent*
        General Management 5: presidente, presidenta, administrador unico, administradora unica, socio administrador, consejera delegada, director gerente, directora gerente, legale rappresentante, representant legal, representante legal, geschäftsf, zelfstandig*, ondernemer*, bestuursvoorzitter, cheif executive*
        Project Management 9: agile coach, agile coaches, proj mgr, project mgr
        None 9: ausbildung zum, ausbildung zur, in ausbildung, cadre, cadres, chef de, cheffe de, chef d, cheffe d, chef du, cheffe du, chef des
        """
}

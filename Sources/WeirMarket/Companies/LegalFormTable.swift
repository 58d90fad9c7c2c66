/// Legal forms by country, folded and without dots: `S.A. de C.V.` is `sa de cv`.
///
/// Letters of other scripts stand as they are and as they are transliterated.
enum LegalFormTable {
    /// Country: forms that end a name.
    static let atEnd = """
        US: inc; incorporated; incorp; corp; corporation; corpn; co; company; cos; llc; lllp; llp; lp; ltd; limited
        US: limited liability company; limited partnership; pc; pllc; professional corporation; na; national association
        US: ltd liability co; general partnership; public benefit corporation; pbc
        GB: plc; public limited company; ltd; limited; llp; cic; cio; lbg; unltd; unlimited; lp
        IE: dac; designated activity company; clg; uc; teoranta; teo; cpt; icav; plc
        CA: inc; ltd; ltee; limitee; inc ltee; ulc; corp; incorporee; senc; sencrl; societe en commandite
        AU: pty ltd; pty limited; pty; proprietary limited; ltd; limited; no liability; co pty ltd
        NZ: ltd; limited; limited partnership
        ZA: pty ltd; ltd; limited; soc ltd; npc; cc; incorporated; rf ltd
        IN: pvt ltd; private limited; pvt; ltd; limited; llp; opc; p ltd; opc pvt ltd; pvt limited; private ltd
        SG: pte ltd; pte; pte limited; private limited; ltd; llp; private ltd
        MY: sdn bhd; sendirian berhad; bhd; berhad; plt; sdn
        HK: ltd; limited; co ltd; company limited
        PH: inc; corp; opc
        ID: tbk; pt; persero; persero tbk; terbatas
        TH: pcl; public company limited; co ltd; public co ltd; plc; company limited
        VN: jsc; joint stock company; co ltd; cong ty; tnhh; mtv
        PK: pvt ltd; private limited; ltd; limited; smc
        BD: pvt ltd; ltd; limited
        LK: plc; pvt ltd; private limited
        NG: plc; ltd; limited; ltd gte
        KE: plc; ltd; limited
        GH: plc; ltd; limited
        DE: ag; aktiengesellschaft; gmbh; gesellschaft mit beschrankter haftung; mbh; gmbh co kg; gmbh co ohg; kg; kgaa
        DE: ohg; gbr; ug; ug haftungsbeschrankt; haftungsbeschrankt; ev; eingetragener verein; eg; ek; ekfm; ekfr; ggmbh
        DE: ag co kg; se co kg; se co kgaa; gmbh co kgaa; ag co kgaa; kommanditgesellschaft; partg; partg mbb; vvag
        DE: offene handelsgesellschaft; eingetragene genossenschaft; gag; gug; invag; reit ag; stiftung; ewiv
        AT: gesmbh; ges mbh; gmbh; ag; og; kg; keg; oeg; gmbh co kg; gesellschaft mbh; genmbh; flexco
        CH: ag; gmbh; sa; sarl; sagl; klg; kmg; genossenschaft
        LI: ag; anstalt; aktiengesellschaft; reg
        FR: sa; sas; sasu; sarl; eurl; snc; scs; sca; sci; scop; societe anonyme; gie; selarl; selas; scp; sem; spl
        FR: societe par actions simplifiee; societe a responsabilite limitee; sa a directoire; sa sarl; eirl; scic
        BE: nv; sa; bv; bvba; srl; sprl; sa nv; nv sa; cvba; scrl; vof; commv; comm v; vzw; asbl; sc; cv; sca; scs; gcv
        NL: nv; bv; besloten vennootschap; naamloze vennootschap; vof; cv; cooperatie; ua; cooperatief ua
        NL: holding bv; stichting
        LU: sa; sarl; sca; scsp; secs; sarl s; scs; sicav; sicaf; soparfi; se
        MC: sam; sarl
        ES: sa; sl; slu; sau; sll; sociedad limitada; sociedad anonima; scoop; s coop; slne; slp; sad; aie; sa u; sl u
        ES: scl; sociedad anonima unipersonal; sociedad limitada unipersonal; cb; sociedad cooperativa; s en c; saa
        PT: sa; lda; limitada; unipessoal lda; sgps; sgps sa; unip lda; sociedade anonima; sad; crl
        BR: sa; ltda; limitada; epp; eireli; mei; ltda me; ltda epp; s a; sociedade anonima; cia; companhia; cia ltda
        MX: sa de cv; s de rl de cv; s de rl; sab de cv; sapi de cv; sa; sc; sofom; sab; sapi; sociedad anonima
        MX: sa de cv sofom enr; sa de cv sofom er; sociedad anonima de capital variable; de cv; sofom enr; spr de rl
        AR: sa; srl; sas; sca; saic; saci; saicf; saci y f; sacif; sacifia; sau
        CL: sa; spa; ltda; limitada; eirl; sociedad anonima
        CO: sa; sas; ltda; sca; sa esp; sas esp; sas bic
        PE: sa; sac; saa; srl; eirl; srltda
        EC: sa; cia ltda; cltda; sas
        UY: sa; srl; sas
        VE: sa; c a; compania anonima; srl
        CR: sa; srl; ltda; sociedad anonima; limitada
        IT: spa; srl; srls; sapa; sas; snc; scarl; scrl; soc coop; societa per azioni; sc a rl; spa unipersonale; onlus
        IT: societa a responsabilita limitata; srl unipersonale; scpa; soc cons a rl; societa cooperativa; sb
        MT: plc; ltd; limited
        CY: plc; ltd; limited
        GR: ae; epe; ike; abee; aee; anonymi etaireia; sa; αε; επε; οε; εε; ικε; αβεε; αεβε; aebe; mike; single member sa
        TR: as; anonim sirketi; ltd sti; limited sirketi; sti; tas; ao; ltd; koll sti; san tic as; ve tic as; tic as
        DK: as; aps; ivs; ks; amba; fmba; smba; aktieselskab; anpartsselskab; fonden; ab
        NO: as; asa; ans; enk; sa; ks; nuf; aksjeselskap; allmennaksjeselskap; hf; iks; sf
        SE: ab; aktiebolag; ab publ; publ; hb; kb; ek for; aktiebolaget; handelsbolag; kommanditbolag; ideell forening
        FI: oy; oyj; osakeyhtio; julkinen osakeyhtio; ky; oy ab; oyj abp; abp; osk; ab oy; ry; tmi
        IS: hf; ehf; ohf; slf; sf; svf; ses
        FO: sp f; spf
        EE: as; ou; osauhing; mtu; aktsiaselts; fie
        LV: sia; as; aktsiju sabiedriba
        LT: uab; ab; vsi; zub; akcine bendrove; uzdaroji akcine bendrove
        PL: sp z oo; spzoo; sp zoo; sp z o o; sa; sp k; spk; sp j; spj; sp p; psa; spolka akcyjna; ska; sp z oo sp k
        PL: spolka z ograniczona odpowiedzialnoscia; sp z oo ska; spolka komandytowa; spolka jawna; sp z oo spk; sc
        CZ: sro; as; spol s ro; spol s r o; vos; ks; akciova spolecnost; s r o; zs; spolecnost s rucenim omezenym; druzstvo
        SK: sro; as; spol s ro; akciova spolocnost; ks; vos; spolocnost s rucenim obmedzenym; jsa
        HU: kft; zrt; nyrt; rt; bt; kkt; korlatolt felelossegu tarsasag; zartkoruen mukodo reszvenytarsasag; kht; nonprofit kft
        RO: srl; sa; snc; scs; srl d; pfa
        BG: ead; ad; eood; ood; ad sofia; еад; ад; еоод; оод
        HR: doo; dd; jdoo; jtd; d o o; d d
        SI: doo; dd; dno; sp
        RS: doo; ad; ortacko drustvo; д о о; доо; ад
        BA: doo; dd
        MK: doo; ad; dooel; доо; дооел
        ME: doo; ad
        AL: shpk; sha
        RU: ooo; oao; zao; pao; ao; nao; ооо; оао; зао; пао; ао; jsc; pjsc; ojsc; cjsc; llc; gup; fgup; нао
        UA: tov; prat; pat; тов; ат; прат; пат; tdv; fop; pjsc; jsc; llc
        BY: ooo; oao; zao; odo; chup; ооо; оао; odoo; уп; chtup
        KZ: too; ao; jsc; llp; тоо; ао
        GE: llc; jsc; shps
        AM: llc; cjsc; ojsc; spy
        AZ: llc; mmc; asc; qsc; ojsc; cjsc
        UZ: mchj; aj; llc; jsc; ooo; xk
        IL: ltd; בעמ; limited
        AE: llc; fze; fzc; fzco; fz llc; pjsc; psc; dmcc; l l c; prjsc; wll; fz co; difc
        SA: co; llc; jsc; sjsc; closed joint stock company; saudi joint stock company
        QA: qpsc; qsc; wll; qscc; qfc; w l l
        KW: ksc; kscp; kscc; wll; k s c p
        BH: bsc; wll; spc; bsc c
        OM: saog; saoc; llc; spc
        JO: plc; psc; ltd; pllc
        LB: sal; sarl; sal holding
        EG: sae; llc; s a e
        MA: sa; sarl; sarl au; snc
        TN: sa; sarl; suarl
        DZ: spa; sarl; eurl
        CI: sa; sarl; sas
        JP: kk; kabushiki kaisha; kabushikigaisha; kabushiki gaisha; godo kaisha; gk; yk; yugen kaisha; gomei kaisha
        JP: co ltd; co; ltd; 株式会社; 合同会社; 有限会社; k k; goshi kaisha
        KR: co ltd; inc; corp; jusik hoesa; yuhan hoesa; 주식회사; 유한회사; yuhanhoesa; chusik hoesa
        CN: co ltd; company limited; 有限公司; 股份有限公司; 有限责任公司; 集团有限公司; 集团股份有限公司; joint stock co ltd
        CN: co limited; company ltd; stock co ltd; corp ltd; corporation ltd; corporation limited; group co ltd
        TW: co ltd; inc; corp; 股份有限公司; 有限公司
        EU: se; sce; eeig; societas europaea
        XX: sa rl; pjsc; jsc; ojsc; cjsc; public joint stock company; joint stock company; open joint stock company
        XX: public joint stock co; s a r l; company inc; spc; stock corporation; stock company
        """

    /// Country: forms that begin a name.
    static let atStart = """
        RU: ooo; oao; zao; pao; ao; nao; gup; fgup; ооо; оао; зао; пао; нао; ojsc; pjsc; cjsc; jsc; llc
        RU: общество с ограниченной ответственностью; публичное акционерное общество; акционерное общество
        RU: obshchestvo s ogranichennoy otvetstvennostyu; publichnoe aktsionernoe obshchestvo; aktsionernoe obshchestvo
        UA: tov; prat; pat; тов; прат; пат; pjsc; tdv
        BY: ooo; oao; zao; ооо; оао; зао
        KZ: too; тоо; jsc
        ID: pt; pt persero
        VN: cong ty co phan; cong ty tnhh; cong ty tnhh mtv; ctcp; cong ty
        JP: kk; kabushiki kaisha; 株式会社; 合同会社; 有限会社
        KR: 주식회사; 유한회사
        SE: aktiebolaget
        FI: oy ab
        FR: sarl; societe anonyme
        BE: nv; bvba; sprl
        DK: aktieselskabet
        EE: ou
        LV: sia
        LT: uab
        """
}

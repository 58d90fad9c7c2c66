/// Words of company names that are written in several ways, each with the way they compare.
enum Abbreviations {
    /// The word spelt out; itself when it has no other way.
    static func spelt(_ word: String) -> String { table[word] ?? word }

    private static let table: [String: String] = {
        var table: [String: String] = [:]
        for line in lines.split(separator: "\n") {
            guard let colon = line.firstIndex(of: ":") else { continue }
            let word = String(line[..<colon])
            for way in line[line.index(after: colon)...].split(separator: " ") { table[String(way)] = word }
        }
        return table
    }()

    /// The word: its other ways.
    private static let lines = """
        acquisition:acquisitions acq
        administration:admin administrations
        advertising:advert
        agricultural:agri
        airline:airlines
        airway:airways
        aluminium:aluminum
        american:amer
        apartment:apartments
        associates:assoc associated associate assocs
        association:assn asso
        automation:automations
        automotive:autom automotives
        bancorp:bancorporation bancorps
        bancshares:bankshares bancshs
        bank:banks bk banking
        biosciences:bioscience
        biotechnology:biotech biotechnologies
        brand:brands
        brothers:bros brother hermanos gebruder gebrueder
        building:bldg buildings
        center:centre ctr centers centres cntr zentrum
        chemical:chemicals chem chems
        college:coll
        commercial:comml
        communication:communications comm comms communicatns
        community:cmnty comty
        company:companies
        component:components
        computer:computers
        construction:constr constructions
        consultant:consultants consulting consultancy
        container:containers
        department:dept
        development:dev developments devel dvlpmt
        device:devices
        distribution:distr distributors distributor distributing distrib dist
        division:div
        education:educ edu
        electric:elec electrical elect
        electronics:electronic electr elektronik
        energy:energies
        engineering:engrg eng engr engineers engineered
        enterprise:enterprises entpr entps entrprs
        entertainment:entmt
        environmental:envir environ enviro
        equipment:equip eqpt
        equity:equities
        exchange:exch
        exploration:expl explorations
        federal:fed
        finance:fin finances
        financial:finl financials
        first:1st
        second:2nd
        third:3rd
        fourth:4th
        fifth:5th
        food:foods
        foundation:fdn
        furniture:furn
        general:genl
        government:govt
        group:grp gp groupe gruppe gruppo grupo groep groups gruppen
        hardware:hdwe
        health:hlth
        healthcare:hlthcare
        holding:holdings hldg hldgs hlds holdco beteiligungen beteiligungs hld
        home:homes
        hospital:hosp hospitals
        hotel:hotels
        industry:industries ind inds industrial industrie industrias industria industriale indus industrials
        information:info
        institute:inst
        instrument:instruments instr
        insurance:ins insur assurance versicherung versicherungen seguros assurances insce
        international:intl internationale internacional internazionale int internatl
        internet:inet
        investment:investments inv invt invts invest
        laboratory:laboratories lab labs
        leisure:leis
        limited:ltd
        logistics:logistic logistik logistica
        machine:machines mach
        machinery:mchy
        management:mgmt mgt mgmnt managements
        manufacturing:mfg mfrs manufacturers mfr manuf manufacturer
        market:markets mkt mkts
        marketing:mktg
        material:materials matls
        medical:med medicals
        memorial:meml
        metal:metals
        mortgage:mtg mtge
        motor:motors mtrs
        mountain:mtn
        municipal:muni munic
        mutual:mut
        national:natl nat nacional nationale nazionale
        network:networks netwk ntwk
        office:off
        organization:organisation orgn
        partner:partners ptnrs ptnr prtnrs
        payment:payments
        petroleum:petrol petro petroleo petroleos
        pharmaceutical:pharmaceuticals pharma pharm pharmaceutica pharmaceutics pharms farmaceutica
        platform:platforms
        power:pwr
        product:products prods prod productos produkte
        production:productions prodns
        professional:prof
        property:properties prop props ppty
        publishing:publ publishers publication publications pub
        railroad:railrd rr
        railway:railways rwy ry
        resource:resources resour resrcs
        resort:resorts
        restaurant:restaurants
        research:rsch
        royalty:royalties rty
        saint:st sankt santa sainte
        savings:svgs sav
        school:schools sch
        science:sciences sci
        securities:secs secur
        semiconductor:semiconductors semi semicon
        service:services svc svcs serv servs servicios servizi svs dienstleistungen dienste
        society:soc societe societa
        software:softw
        solution:solutions soln solns
        standard:std
        store:stores
        supply:supplies
        system:systems sys systeme sistemi sistemas syst
        technology:technologies tech techs technol technologie tecnologia tecnologie technical technologia
        telecommunication:telecommunications telecom telecomm telecoms telekom telco
        therapeutics:therapeutic
        transport:transportation transp transports transporte
        travel:travels
        trucking:trkg
        trust:trusts
        united:utd
        university:univ
        utility:utilities util utils
        venture:ventures
        water:waters
        wholesale:whsl
        works:wks
        worldwide:wwide
        one:1
        two:2
        three:3
        four:4
        five:5
        six:6
        seven:7
        eight:8
        nine:9
        ten:10
        """
}

/// What words do in company names: those that any company may add, the trades, the places, the funds.
///
/// Words are spelt out as `Abbreviations` does. A word that is in no list is a company's own.
enum WordKinds {
    static func kind(_ word: String) -> NameWord.Kind {
        if let kind = kinds[word] { return kind }
        if word.utf8.count > 4, word.utf8.last == 0x73, let kind = kinds[String(word.dropLast())] { return kind }
        if !word.isEmpty, word.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return .number }
        return .name
    }

    private static let kinds: [String: NameWord.Kind] = {
        var kinds: [String: NameWord.Kind] = [:]
        for (text, kind) in [
            (vehicles, NameWord.Kind.vehicle), (numbers, .number), (places, .place), (trades, .trade),
            (descriptors, .descriptor), (stops, .stop),
        ] {
            for word in text.split(whereSeparator: \.isWhitespace) { kinds[Abbreviations.spelt(String(word))] = kind }
        }
        return kinds
    }()

    private static let stops = """
        a an and und et og och en y the of for de du des del della di da do dos das der die la le les el los los las van
        von zu to in on at by und & e i ve
        """

    private static let descriptors = """
        group holding holdings international global worldwide world company corporation corp inc incorporated co ltd
        limited llc lp plc sa ag se nv ab as asa spa gmbh enterprise enterprises technology technologies system systems
        solution solutions service services industries industry communications brands products associates laboratories
        platforms com net org online firm incorp corporate operations business companies konzern
        unternehmen compagnie compania companhia societe societa gesellschaft vereinigte aktiengesellschaft
        international internationale cie organization worldwide class shares adr ads sponsored
        publ sab pty pte pvt bhd tbk oyj kk
        """

    private static let trades = """
        aerospace agriculture air airline airlines airways apparel automation automotive auto aviation bancorp
        bancshares bank banc beauty beverage beverages biosciences biotechnology biopharma bio broadcasting builders
        cable capital care cement chemical chemicals clothing coffee commerce computer computing construction consulting
        consumer cosmetics credit cruise data defense dental design development devices digital display distribution
        education electric electronics energy engineering entertainment environmental equipment equity estate express
        fashion finance financial foods food footwear freight furniture gaming gas glass grocery health healthcare home
        homes hospital hospitality hotel hotels household housing industrial information infrastructure instruments
        insurance interactive internet investment investments jewelry land leasing leisure life lifesciences lines
        logistics machine machinery management manufacturing marine marketing markets materials media medical medicine
        microelectronics mobile mobility motor motors music mutual national natural network networks nutrition oil
        outdoor packaging paint paper parts payments petroleum pharmaceutical pharmaceuticals pharmacy photonics pizza
        plastics platform power print printing processing property properties publishing radio rail railway railroad
        realty real reinsurance renewables rental rentals research resorts resources restaurants retail robotics rubber
        savings sciences scientific securities semiconductor semiconductors shipping shoes software solar space
        specialties specialty sports steel storage stores supply surgical technical telecommunication telephone textile
        textiles therapeutics tire tobacco tools toys trading training transport travel trucking trust utilities vehicle
        vehicles video waste water wellness wholesale wind wireless works
        """

    private static let vehicles = """
        fund funds etf etn acquisition spac bond bonds notes note income municipal mortgage bdc reit
        royalty opportunity opportunities portfolio index securities series preferred strategy yield dividend
        allocation warrant warrants staking bitcoin ethereum ether physical gold silver copper lithium uranium metals
        mining minerals exploration foundation pension venture ventures university school college church club
        freight partners partner subsidiary branch
        """

    private static let numbers =
        "one two three four five six seven eight nine ten ii iii iv vi vii viii ix xi xii xiv xv"

    private static let places = """
        africa african alabama alaska america american argentina arizona arkansas asia asian atlanta atlantic australia
        australian austria bahamas baltimore barcelona bavaria beijing belgium bermuda berlin bombay boston brasil brazil
        britain british brussels bulgaria california canada canadian caribbean carolina chicago chile china chinese
        cleveland colombia colorado connecticut croatia cyprus czech dakota dallas delaware delhi denmark denver detroit
        deutsche deutschland dubai dutch egypt england espana europe european finland florida france french frankfurt
        geneva georgia german germany greece hamburg hawaii holland hongkong houston hungary iberia iceland idaho illinois
        india indian indiana indonesia iowa ireland irish israel istanbul italia italian italy japan japanese jersey
        kansas kazakhstan kentucky kenya korea korean kuwait latin lisbon london louisiana luxembourg madrid maine
        malaysia malta maryland massachusetts melbourne mexican mexico miami michigan milan milano minnesota mississippi
        missouri montana montreal morocco moscow mumbai munich nebraska netherlands nevada newyork nigeria nippon norway
        oesterreich ohio oklahoma oregon osaka paris pennsylvania peru philadelphia philippines poland polska portugal
        prague puerto qatar quebec rome romania russia russian saudi scotland seattle serbia shanghai shenzhen singapore
        slovakia slovenia spain spanish stockholm suisse sweden swiss switzerland sydney taipei taiwan tennessee texas
        thailand tokyo toronto turkey uae uk ukraine us usa utah vermont vienna vietnam virginia wales warsaw washington
        wien wisconsin wyoming zurich
        """
}

/// Large companies that go by names with no word in common: initials, former names and names of their shares.
///
/// Facts of the companies' own reports. A line is one company; each way is compared like any name.
enum KnownNames {
    /// The other names of a company that is called exactly so, legal form aside.
    static func others(of words: [String]) -> [[String]] {
        guard words.count <= longest, let line = lines[words.joined(separator: " ")] else { return [] }
        return groups[line].filter { $0 != words }
    }

    private static let longest = 5

    private static let groups: [[[String]]] = text.split(separator: "\n").map { line in
        line.split(separator: ";").map { NameReader.texts(NameParts(String($0)).name) }
    }

    private static let lines: [String: Int] = {
        var lines: [String: Int] = [:]
        for (place, group) in groups.enumerated() {
            for name in group { lines[name.joined(separator: " ")] = place }
        }
        return lines
    }()

    private static let text = """
        IBM; International Business Machines
        GE; General Electric; GE Aerospace
        GM; General Motors
        HP; Hewlett-Packard
        HPE; Hewlett Packard Enterprise
        P&G; Procter & Gamble
        J&J; Johnson & Johnson
        AT&T; American Telephone & Telegraph
        3M; Minnesota Mining & Manufacturing
        AIG; American International Group
        AMD; Advanced Micro Devices

        ADP; Automatic Data Processing
        ADM; Archer Daniels Midland
        UPS; United Parcel Service
        BNY; Bank of New York Mellon; BNY Mellon
        BofA; Bank of America
        Citi; Citigroup; Citicorp
        JPMorgan; JPMorgan Chase; JP Morgan Chase & Co; J.P. Morgan
        SLB; Schlumberger
        RTX; Raytheon Technologies; Raytheon; United Technologies
        Meta; Meta Platforms; Facebook
        Alphabet; Google
        Altria; Philip Morris Companies
        PMI; Philip Morris International
        KFC; Kentucky Fried Chicken
        Yum; Yum Brands
        LVMH; Moet Hennessy Louis Vuitton; LVMH Moet Hennessy Louis Vuitton
        BMW; Bayerische Motoren Werke; BMW Group
        VW; Volkswagen; Volkswagen Group
        Mercedes-Benz; Mercedes-Benz Group; Daimler
        BASF; Badische Anilin und Soda Fabrik

        DHL; Deutsche Post; DHL Group; Deutsche Post DHL
        RWE; Rheinisch-Westfälisches Elektrizitätswerk
        ZF; ZF Friedrichshafen
        EDF; Électricité de France
        SNCF; Société nationale des chemins de fer français
        STM; STMicroelectronics; ST Microelectronics
        Orange; France Telecom
        Engie; GDF Suez
        TotalEnergies; Total
        BT; British Telecom; BT Group; British Telecommunications
        BP; British Petroleum
        HSBC; Hongkong and Shanghai Banking Corporation
        BAT; British American Tobacco
        GSK; GlaxoSmithKline
        PwC; PricewaterhouseCoopers
        EY; Ernst & Young
        BCG; Boston Consulting Group
        NTT; Nippon Telegraph and Telephone
        NEC; Nippon Electric Company
        MUFG; Mitsubishi UFJ Financial Group
        SMFG; Sumitomo Mitsui Financial Group
        TSMC; Taiwan Semiconductor Manufacturing
        ASE; Advanced Semiconductor Engineering
        ICBC; Industrial and Commercial Bank of China
        CCB; China Construction Bank
        CNOOC; China National Offshore Oil Corporation
        Sinopec; China Petroleum & Chemical
        TCS; Tata Consultancy Services
        HUL; Hindustan Unilever
        SBI; State Bank of India
        ONGC; Oil and Natural Gas Corporation
        RBC; Royal Bank of Canada
        TD; Toronto-Dominion Bank; TD Bank
        BMO; Bank of Montreal
        CIBC; Canadian Imperial Bank of Commerce
        CBA; Commonwealth Bank of Australia
        ANZ; Australia and New Zealand Banking Group
        NAB; National Australia Bank
        BBVA; Banco Bilbao Vizcaya Argentaria
        Petrobras; Petróleo Brasileiro
        Pemex; Petróleos Mexicanos
        PDVSA; Petróleos de Venezuela
        Eni; Ente Nazionale Idrocarburi
        ABB; Asea Brown Boveri
        UBS; Union Bank of Switzerland
        SKF; Svenska Kullagerfabriken
        SEB; Skandinaviska Enskilda Banken
        H&M; Hennes & Mauritz
        Maersk; A.P. Moller Maersk; AP Moeller Maersk
        KPN; Koninklijke KPN
        Philips; Koninklijke Philips; Royal Philips
        DSM; Koninklijke DSM
        KLM; Koninklijke Luchtvaart Maatschappij
        AB InBev; Anheuser-Busch InBev
        Saudi Aramco; Saudi Arabian Oil; Aramco
        SABIC; Saudi Basic Industries
        MTN; Mobile Telephone Networks
        Elevance; Elevance Health; Anthem
        Labcorp; Laboratory Corporation of America
        PNC; PNC Financial Services
        Truist; BB&T
        MetLife; Metropolitan Life Insurance
        TIAA; Teachers Insurance and Annuity Association
        USAA; United Services Automobile Association
        ITW; Illinois Tool Works
        PPG; Pittsburgh Plate Glass
        """
}

// Written by scripts/make-company-words.py; not to be edited.

/// How telling words of company names are: of 9991 names, words that three or more have.
///
/// Source: the SEC's list of registrants (public domain) and the names of the Forbes Global 2000 of 2022 (facts).
enum CommonWordTable {
    /// A weight from 10 to 99, then the words that have it; a word that is not here weighs 100.
    static let lines = """
        10 inc
        20 corp
        26 ltd
        29 group holdings
        35 co
        38 adr fund
        39 acquisition trust
        41 energy financial
        42 bank income international technologies therapeutics
        44 holding
        45 global technology
        46 plc resources
        47 bancorp capital gold
        49 de
        50 china pharmaceuticals
        51 industries of
        52 health
        53 solutions
        54 first ii services
        55 american medical metals municipal power systems
        56 investment national new partners
        57 brands digital etf
        58 ai mining properties realty
        59 ag limited real silver
        60 bancshares bio biosciences blackrock
        61 asset electric equity estate healthcare high insurance management minerals nuveen opportunities united
        62 entertainment foods iii invesco life lp pharma sa tech
        63 america com credit development infrastructure sciences securities
        64 biopharma communications companies corporation gas grayscale oil pacific steel western
        65 company copper enterprises finance industrial llc media natural one
        66 commercial eaton green products property public royalty
        67 ab abrdn air cayman education materials motor nv quality strategic vance
        68 biotech bitcoin general growth pharmaceutical star water
        69 bankshares blue chemical community dividend electronics franklin investors labs lithium md opportunity pt
        69 reit west world
        70 advanced food liberty logistics petroleum quantum service southern tbk ventures
        71 airlines alpha banco biotherapeutics california construction diversified dynamic eagle enterprise home
        71 homes laboratories markets mortgage networks pimco point preferred se semiconductor shanghai software term
        71 universal us usa value
        72 automotive biotechnology brookfield central engineering grupo railway resorts robotics strategies total
        72 uranium
        73 bioscience canadian care cohen express for horizon india japan john marine mines mitsubishi mountain
        73 network research space states strategy sumitomo tax the valley worldwide yield york
        74 bond core ethereum hospitality industry investments iv land mobile morgan nippon oncology rate security
        75 aerospace auto beverage century clean compass data duration exploration federal floating gaming hancock in
        75 innovations intelligent iron managed mitsui north on plus red return rivernorth scientific senior series
        75 shipping solar specialty stanley steers telecom texas virtus
        76 alliance asa bdc bitwise black blackstone business canada cap citizens commerce convertible db deutsche
        76 emerging fi galaxy hotels house interactive merchants mfs micro motors northern old premium republic sm
        76 smart solana sports standard storage street tokyo
        77 beijing cantor critical crown defense devices diagnostics dollar enhanced environmental exchange fidelity
        77 free gabelli great impact innovation innovative korea lending lg line living maritime midstream oak oh pa
        77 park petrochemical physical precision rare residential resource samsung science sky south sun titan union
        77 voya
        79 21shares all applied ares aviation bancorporation banking biologics biomedical calamos can cannabis city
        79 cloud communities creative dynamics east eastern entergy european factory future hyundai indonesia
        79 information intelligence ishares live ma market merger multi nevada origin orion packaging phoenix re river
        79 saudi smith sprott square stock tower tx vision wellness
        81 allocation asia cell chain chemicals coca coffee cola consolidated constellation consumer currencyshares
        81 dominion edison fuels garden golden goldman grade index islands johnson jones lake lease manufacturing
        81 mellon metal music net nuclear peoples plains planet platforms platinum precious restaurant retail rock
        81 royal rural sachs santander select shenzhen short staking state stores strats super taiwan target top
        81 utilities waste williams works
        83 adani advantaged alternative americas amt analytics argentina associates atlantic atlas banca battery
        83 beyond blockchain boston bridge british buy capstone chesapeake churchill circle cn coal columbia commodity
        83 consulting corporate crumrine crypto debt empire energia evolution farmers flaherty focus fortune fuel
        83 generation gladstone granite hamilton heavy hill hotel imaging imperial integrated intermediate james
        83 jiangsu joint kgaa kkr lifesciences lincoln lines long madison martin medicine meridian mexico
        83 microelectronics mid muniyield neuberger nu online oriental osprey outdoor parts perfect pioneer premier
        83 prime processing quest restaurants sk spring suisse summit sunshine supply system tankers templeton toyota
        83 trade tree uk va vaneck venture verde vi
        85 acquisitions advantage allspring alto aluminum angel apex apollo apple arrow arts automobile avalanche banc
        85 barings beauty bnb bny bright brown builders carolina catalyst cbre centers charter chile chongqing
        85 continental cooper corning crescent culture cv cyber defi design dhabi direct dogecoin doubleline douglas
        85 drilling duke earth earths eco electronic encore fashion fg fifth flex flexible freight frontier fs
        85 genetics good grand greenland grid hennessy heritage hong ingredients insight li light lion magna marathon
        85 medicines metro midland money municipals nano nasdaq nexpoint next noble northwest nova ny ocean offshore
        85 paper payments pgim pinnacle polska post principal private pro prudential putnam qatar range reliance
        85 renewable renewables rio rocket rocky royalties royce sab shore silicon sino snap source southwest spa spac
        85 spdr special studios sui sunrise surgical swiss terra trading transport travel trinity two ultra urban
        85 utility voyager wave wealth white wholesale xiamen xrp yum zhejiang
        88 abu acadia aeon agricultural agriculture airport airways allen alliancebernstein allied allstate alpine amc
        88 ameren and aon apartment apogee archer armada artificial asahi assets associated association athena aura
        88 aurora australia avalon baker banque barclays bath bausch best biopharmaceutical biopharmaceuticals
        88 biotechnologies bjs block bluerock brasil brokers bros building byd cable cadence canyon car cardinal
        88 carlyle carnival cartesian castle cement cf charles chase check cheniere chicago choice ci citic clough cme
        88 coastal collective columbus commodities computer computing comstock concepts connection connectivity
        88 controls cooperative country county cpi crane cross daiwa delta denko depot developments di discount
        88 discovery display dow dr eastman element elite emerson end energi eqt equipment era everbright fast fedex
        88 fields fire fitness five ford formosa fortress four fox frequency fresenius furniture fuse fusion gamble
        88 gerdau giant glass goods grupa guangzhou guardian guggenheim harbor hartford harvard hdfc healthy henry
        88 hermes hf hi hills hilton honeywell hospital housing hughes huntington hydro hyperliquid icon illinois
        88 independence indian industrials inflection inner institute instruments internet intl intuitive islamic
        88 jackson janus jd jersey kb king kodiak kogyo kong lab lane latin legend leisure lifestyle lng louisiana
        88 lucid m3 machines made mahindra marriott mart match mega merck mercury meta metropolitan mexican midea
        88 mills mo mobility molecular momentum mongolia monte mosaic ms muniholdings murphy mustang myers nation
        88 neurosciences nongfu oaktree odyssey omega open orange overseas owl oxford oyj pan paramount parent parker
        88 partnership patriot payment pbc pennymac performance permian phillips photonics pineapple pipeline place
        88 port portfolio procter quanta rad rand redwood reinsurance rentals reserve rf ridge risk rithm rockwell
        88 rogers safe safety sartorius sector shin shipbuilding sichuan siemens sierra sinclair sonoma sony sound
        88 spruce ss starwood stellar sterling stone strata sustainable synnex targa tata taxable td telefonica
        88 telephone thai therapies third times tinto tobacco token tool tpg transportation truck twin ubs ufj unity
        88 ve vehicle vertex vietnam view viking village virginia visionary vizsla warner westlake westrock workshop
        88 write wuxi xcel yunnan zealand
        """
}

/// The countries' names and codes, one a line: ISO 3166-1 alpha-2 and alpha-3, the usual English name, then other
/// names that customer files carry.
///
/// The codes and the names in English are those of ISO 3166-1; the names in other languages are the countries' own
/// and those of their large neighbours.
enum CountryTable {
    static let lines = """
        AD;AND;Andorra;Principality of Andorra
        AE;ARE;United Arab Emirates;UAE;U.A.E.;Emirates
        AF;AFG;Afghanistan;Islamic Republic of Afghanistan
        AG;ATG;Antigua and Barbuda
        AI;AIA;Anguilla
        AL;ALB;Albania;Republic of Albania
        AM;ARM;Armenia;Republic of Armenia
        AO;AGO;Angola;Republic of Angola
        AQ;ATA;Antarctica
        AR;ARG;Argentina;Argentine Republic
        AS;ASM;American Samoa
        AT;AUT;Austria;Republic of Austria;Österreich;Autriche;Oostenrijk
        AU;AUS;Australia;Australien
        AW;ABW;Aruba
        AX;ALA;Åland;Åland Islands
        AZ;AZE;Azerbaijan;Republic of Azerbaijan
        BA;BIH;Bosnia and Herzegovina;Republic of Bosnia and Herzegovina;Bosnia
        BB;BRB;Barbados
        BD;BGD;Bangladesh;People's Republic of Bangladesh
        BE;BEL;Belgium;Kingdom of Belgium;België;Belgique;Belgien;Bélgica
        BF;BFA;Burkina Faso
        BG;BGR;Bulgaria;Republic of Bulgaria
        BH;BHR;Bahrain;Kingdom of Bahrain
        BI;BDI;Burundi;Republic of Burundi
        BJ;BEN;Benin;Republic of Benin
        BL;BLM;Saint Barthélemy
        BM;BMU;Bermuda
        BN;BRN;Brunei;Brunei Darussalam
        BO;BOL;Bolivia;Plurinational State of Bolivia;Bolivia, Plurinational State of
        BQ;BES;Caribbean Netherlands;Bonaire, Sint Eustatius and Saba
        BR;BRA;Brazil;Federative Republic of Brazil;Brasil;Brasilien
        BS;BHS;Bahamas;Commonwealth of the Bahamas;The Bahamas
        BT;BTN;Bhutan;Kingdom of Bhutan
        BV;BVT;Bouvet Island
        BW;BWA;Botswana;Republic of Botswana
        BY;BLR;Belarus;Republic of Belarus
        BZ;BLZ;Belize
        CA;CAN;Canada;Kanada
        CC;CCK;Cocos Islands;Cocos (Keeling) Islands
        CD;COD;Democratic Republic of the Congo;DR Congo;DRC;Congo, The Democratic Republic of the;Congo-Kinshasa
        CF;CAF;Central African Republic
        CG;COG;Republic of the Congo;Congo;Congo-Brazzaville
        CH;CHE;Switzerland;Swiss Confederation;Schweiz;Suisse;Svizzera;Suiza
        CI;CIV;Ivory Coast;Republic of Côte d'Ivoire;Côte d'Ivoire;Cote dIvoire
        CK;COK;Cook Islands
        CL;CHL;Chile;Republic of Chile
        CM;CMR;Cameroon;Republic of Cameroon
        CN;CHN;China;People's Republic of China;PRC;P.R. China;Mainland China;China (PRC);中国
        CO;COL;Colombia;Republic of Colombia
        CR;CRI;Costa Rica;Republic of Costa Rica
        CU;CUB;Cuba;Republic of Cuba
        CV;CPV;Cape Verde;Republic of Cabo Verde;Cabo Verde
        CW;CUW;Curaçao
        CX;CXR;Christmas Island
        CY;CYP;Cyprus;Republic of Cyprus
        CZ;CZE;Czech Republic;Czechia;Česko;Česká republika;Tschechien
        DE;DEU;Germany;Federal Republic of Germany;Deutschland;Allemagne;Alemania;Germania;Duitsland;Alemanha;GER;\
        Tyskland
        DJ;DJI;Djibouti;Republic of Djibouti
        DK;DNK;Denmark;Kingdom of Denmark;Danmark;Dänemark
        DM;DMA;Dominica;Commonwealth of Dominica
        DO;DOM;Dominican Republic
        DZ;DZA;Algeria;People's Democratic Republic of Algeria
        EC;ECU;Ecuador;Republic of Ecuador
        EE;EST;Estonia;Republic of Estonia;Eesti
        EG;EGY;Egypt;Arab Republic of Egypt
        EH;ESH;Western Sahara
        ER;ERI;Eritrea
        ES;ESP;Spain;Kingdom of Spain;España;Spanien;Espagne;Spagna;Spanje;Espanha
        ET;ETH;Ethiopia;Federal Democratic Republic of Ethiopia
        FI;FIN;Finland;Republic of Finland;Suomi;Finnland;Finlande
        FJ;FJI;Fiji;Republic of Fiji
        FK;FLK;Falkland Islands;Falkland Islands (Malvinas)
        FM;FSM;Micronesia;Federated States of Micronesia;Micronesia, Federated States of
        FO;FRO;Faroe Islands
        FR;FRA;France;French Republic;Frankreich;Francia;Frankrijk;França
        GA;GAB;Gabon;Gabonese Republic
        GB;GBR;United Kingdom;United Kingdom of Great Britain and Northern Ireland;UK;U.K.;Great Britain;Britain;\
        England;Scotland;Wales;Northern Ireland;United Kingdom (UK);The United Kingdom;Vereinigtes Königreich;\
        Großbritannien;Royaume-Uni;Reino Unido;Regno Unito;Verenigd Koninkrijk
        GD;GRD;Grenada
        GE;GEO;Georgia;Sakartvelo
        GF;GUF;French Guiana
        GG;GGY;Guernsey
        GH;GHA;Ghana;Republic of Ghana
        GI;GIB;Gibraltar
        GL;GRL;Greenland
        GM;GMB;Gambia;Republic of the Gambia;The Gambia
        GN;GIN;Guinea;Republic of Guinea
        GP;GLP;Guadeloupe
        GQ;GNQ;Equatorial Guinea;Republic of Equatorial Guinea
        GR;GRC;Greece;Hellenic Republic;EL;Hellas;Ellada;Griechenland
        GS;SGS;South Georgia and the South Sandwich Islands
        GT;GTM;Guatemala;Republic of Guatemala
        GU;GUM;Guam
        GW;GNB;Guinea-Bissau;Republic of Guinea-Bissau
        GY;GUY;Guyana;Republic of Guyana
        HK;HKG;Hong Kong;Hong Kong Special Administrative Region of China;Hong Kong SAR;Hongkong;Hong Kong SAR China
        HM;HMD;Heard Island and McDonald Islands
        HN;HND;Honduras;Republic of Honduras
        HR;HRV;Croatia;Republic of Croatia;Hrvatska
        HT;HTI;Haiti;Republic of Haiti
        HU;HUN;Hungary;Magyarország;Ungarn
        ID;IDN;Indonesia;Republic of Indonesia
        IE;IRL;Ireland;Republic of Ireland;Éire;Irland;Irlande;Irlanda
        IL;ISR;Israel;State of Israel
        IM;IMN;Isle of Man
        IN;IND;India;Republic of India;Bharat
        IO;IOT;British Indian Ocean Territory
        IQ;IRQ;Iraq;Republic of Iraq
        IR;IRN;Iran;Islamic Republic of Iran;Iran, Islamic Republic of
        IS;ISL;Iceland;Republic of Iceland;Ísland
        IT;ITA;Italy;Italian Republic;Italia;Italien;Italie;Italië
        JE;JEY;Jersey
        JM;JAM;Jamaica
        JO;JOR;Jordan;Hashemite Kingdom of Jordan
        JP;JPN;Japan;Nippon;日本
        KE;KEN;Kenya;Republic of Kenya
        KG;KGZ;Kyrgyzstan;Kyrgyz Republic
        KH;KHM;Cambodia;Kingdom of Cambodia
        KI;KIR;Kiribati;Republic of Kiribati
        KM;COM;Comoros;Union of the Comoros
        KN;KNA;Saint Kitts and Nevis;St Kitts and Nevis;St. Kitts and Nevis
        KP;PRK;North Korea;Democratic People's Republic of Korea;Korea, Democratic People's Republic of;Korea, North
        KR;KOR;South Korea;Korea;Korea, Republic of;Republic of Korea;Korea (South);Korea, South;S. Korea
        KW;KWT;Kuwait;State of Kuwait
        KY;CYM;Cayman Islands
        KZ;KAZ;Kazakhstan;Republic of Kazakhstan
        LA;LAO;Laos;Lao People's Democratic Republic;Lao PDR
        LB;LBN;Lebanon;Lebanese Republic
        LC;LCA;Saint Lucia;St Lucia;St. Lucia
        LI;LIE;Liechtenstein;Principality of Liechtenstein
        LK;LKA;Sri Lanka;Democratic Socialist Republic of Sri Lanka
        LR;LBR;Liberia;Republic of Liberia
        LS;LSO;Lesotho;Kingdom of Lesotho
        LT;LTU;Lithuania;Republic of Lithuania;Lietuva
        LU;LUX;Luxembourg;Grand Duchy of Luxembourg;Luxemburg
        LV;LVA;Latvia;Republic of Latvia;Latvija
        LY;LBY;Libya
        MA;MAR;Morocco;Kingdom of Morocco
        MC;MCO;Monaco;Principality of Monaco
        MD;MDA;Moldova;Republic of Moldova;Moldova, Republic of
        ME;MNE;Montenegro
        MF;MAF;Saint Martin;Saint Martin (French part)
        MG;MDG;Madagascar;Republic of Madagascar
        MH;MHL;Marshall Islands;Republic of the Marshall Islands
        MK;MKD;North Macedonia;Republic of North Macedonia;Macedonia;FYROM
        ML;MLI;Mali;Republic of Mali
        MM;MMR;Myanmar;Republic of Myanmar;Burma
        MN;MNG;Mongolia
        MO;MAC;Macau;Macao Special Administrative Region of China;Macao;Macau SAR
        MP;MNP;Northern Mariana Islands;Commonwealth of the Northern Mariana Islands
        MQ;MTQ;Martinique
        MR;MRT;Mauritania;Islamic Republic of Mauritania
        MS;MSR;Montserrat
        MT;MLT;Malta;Republic of Malta
        MU;MUS;Mauritius;Republic of Mauritius
        MV;MDV;Maldives;Republic of Maldives
        MW;MWI;Malawi;Republic of Malawi
        MX;MEX;Mexico;United Mexican States;México;Mexiko
        MY;MYS;Malaysia
        MZ;MOZ;Mozambique;Republic of Mozambique
        NA;NAM;Namibia;Republic of Namibia
        NC;NCL;New Caledonia
        NE;NER;Niger;Republic of the Niger
        NF;NFK;Norfolk Island
        NG;NGA;Nigeria;Federal Republic of Nigeria
        NI;NIC;Nicaragua;Republic of Nicaragua
        NL;NLD;Netherlands;Kingdom of the Netherlands;Holland;The Netherlands;Nederland;Niederlande;Pays-Bas;\
        Países Bajos;Paesi Bassi
        NO;NOR;Norway;Kingdom of Norway;Norge;Norwegen;Norvège
        NP;NPL;Nepal;Federal Democratic Republic of Nepal
        NR;NRU;Nauru;Republic of Nauru
        NU;NIU;Niue
        NZ;NZL;New Zealand;Aotearoa;Neuseeland
        OM;OMN;Oman;Sultanate of Oman
        PA;PAN;Panama;Republic of Panama
        PE;PER;Peru;Republic of Peru
        PF;PYF;French Polynesia
        PG;PNG;Papua New Guinea;Independent State of Papua New Guinea
        PH;PHL;Philippines;Republic of the Philippines;The Philippines
        PK;PAK;Pakistan;Islamic Republic of Pakistan
        PL;POL;Poland;Republic of Poland;Polska;Polen;Pologne
        PM;SPM;Saint Pierre and Miquelon
        PN;PCN;Pitcairn Islands;Pitcairn
        PR;PRI;Puerto Rico
        PS;PSE;Palestine;Palestine, State of;State of Palestine
        PT;PRT;Portugal;Portuguese Republic
        PW;PLW;Palau;Republic of Palau
        PY;PRY;Paraguay;Republic of Paraguay
        QA;QAT;Qatar;State of Qatar
        RE;REU;Réunion
        RO;ROU;Romania;România
        RS;SRB;Serbia;Republic of Serbia;Srbija
        RU;RUS;Russia;Russian Federation;Rossiya;Россия;Russland
        RW;RWA;Rwanda;Rwandese Republic
        SA;SAU;Saudi Arabia;Kingdom of Saudi Arabia;KSA
        SB;SLB;Solomon Islands
        SC;SYC;Seychelles;Republic of Seychelles
        SD;SDN;Sudan;Republic of the Sudan
        SE;SWE;Sweden;Kingdom of Sweden;Sverige;Schweden;Suède
        SG;SGP;Singapore;Republic of Singapore
        SH;SHN;Saint Helena;Saint Helena, Ascension and Tristan da Cunha
        SI;SVN;Slovenia;Republic of Slovenia
        SJ;SJM;Svalbard and Jan Mayen
        SK;SVK;Slovakia;Slovak Republic;Slovensko
        SL;SLE;Sierra Leone;Republic of Sierra Leone
        SM;SMR;San Marino;Republic of San Marino
        SN;SEN;Senegal;Republic of Senegal
        SO;SOM;Somalia;Federal Republic of Somalia
        SR;SUR;Suriname;Republic of Suriname
        SS;SSD;South Sudan;Republic of South Sudan
        ST;STP;Sao Tome and Principe;Democratic Republic of Sao Tome and Principe;São Tomé and Príncipe
        SV;SLV;El Salvador;Republic of El Salvador
        SX;SXM;Sint Maarten;Sint Maarten (Dutch part)
        SY;SYR;Syria;Syrian Arab Republic
        SZ;SWZ;Eswatini;Kingdom of Eswatini;Swaziland
        TC;TCA;Turks and Caicos Islands
        TD;TCD;Chad;Republic of Chad
        TF;ATF;French Southern Territories
        TG;TGO;Togo;Togolese Republic
        TH;THA;Thailand;Kingdom of Thailand
        TJ;TJK;Tajikistan;Republic of Tajikistan
        TK;TKL;Tokelau
        TL;TLS;Timor-Leste;Democratic Republic of Timor-Leste;East Timor
        TM;TKM;Turkmenistan
        TN;TUN;Tunisia;Republic of Tunisia
        TO;TON;Tonga;Kingdom of Tonga
        TR;TUR;Turkey;Republic of Türkiye;Türkiye;Türkei;Turkiye
        TT;TTO;Trinidad and Tobago;Republic of Trinidad and Tobago;Trinidad
        TV;TUV;Tuvalu
        TW;TWN;Taiwan;Taiwan, Province of China;Chinese Taipei;Republic of China
        TZ;TZA;Tanzania;United Republic of Tanzania;Tanzania, United Republic of
        UA;UKR;Ukraine;Ukraina;Україна
        UG;UGA;Uganda;Republic of Uganda
        UM;UMI;United States Minor Outlying Islands
        US;USA;United States;United States of America;U.S.;U.S.A.;America;The United States;United States (US);\
        Vereinigte Staaten;Vereinigte Staaten von Amerika;États-Unis;Estados Unidos;Stati Uniti;Verenigde Staten;\
        EE.UU.
        UY;URY;Uruguay;Eastern Republic of Uruguay
        UZ;UZB;Uzbekistan;Republic of Uzbekistan
        VA;VAT;Vatican City;Holy See;Holy See (Vatican City State)
        VC;VCT;Saint Vincent and the Grenadines;St Vincent and the Grenadines;St. Vincent and the Grenadines
        VE;VEN;Venezuela;Bolivarian Republic of Venezuela;Venezuela, Bolivarian Republic of
        VG;VGB;British Virgin Islands;Virgin Islands, British
        VI;VIR;US Virgin Islands;Virgin Islands of the United States;Virgin Islands, U.S.
        VN;VNM;Vietnam;Socialist Republic of Viet Nam;Viet Nam
        VU;VUT;Vanuatu;Republic of Vanuatu
        WF;WLF;Wallis and Futuna
        WS;WSM;Samoa;Independent State of Samoa
        YE;YEM;Yemen;Republic of Yemen
        YT;MYT;Mayotte
        ZA;ZAF;South Africa;Republic of South Africa;RSA;Südafrika
        ZM;ZMB;Zambia;Republic of Zambia
        ZW;ZWE;Zimbabwe;Republic of Zimbabwe
        """
}

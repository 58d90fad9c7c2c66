/// Titles as they come, and where they belong in the example agreement's buying group.
enum TitleTable {
    /// title | functions | level | role; `-` for none.
    static let rows = """
        Chief Marketing Officer | marketing | c_level | decision_maker
        CMO | - | c_level | -
        CEO | - | c_level | -
        Chief Revenue Officer | sales | c_level | decision_maker
        President, Sales | sales | c_level | decision_maker
        Vice President | - | vp | -
        Vice President of Marketing | marketing | vp | decision_maker
        Vice-President, Marketing | marketing | vp | decision_maker
        VICE PRESIDENT – SALES | sales | vp | decision_maker
        Assistant Vice President, Sales | sales | vp | decision_maker
        Senior Vice President Finance | finance | vp | influencer
        VP Marketing | marketing | vp | decision_maker
        V.P. Marketing | marketing | vp | decision_maker
        V.P., Marketing & Communications | marketing | vp | decision_maker
        VP of Finance | finance | vp | influencer
        SVP/Marketing | marketing | vp | decision_maker
        EVP - Global Sales | sales | vp | decision_maker
        VP, Director of Brand | marketing | vp | decision_maker
        President & Director of Sales | sales | c_level | decision_maker
        CEO, Head of Marketing | marketing | c_level | decision_maker
        C.E.O. and Marketing Lead | marketing | c_level | decision_maker
        Co-CEO Growth | marketing | c_level | decision_maker
        Director of Marketing | marketing | director | champion
        Marketing Director | marketing | director | champion
        Sr. Director, Demand Generation | marketing | director | champion
        Head of Sales | sales | director | champion
        Head of Growth | marketing | director | champion
        Head, Growth | marketing | staff | user
        Head of IT | it | director | influencer
        head of marketing and sales | marketing+sales | director | champion
        Marketing Manager | marketing | manager | champion
        Marketing-Manager | marketing | manager | champion
        Markëting Mánager | marketing | manager | champion
        Brand Manager (EMEA) | marketing | manager | champion
        Sales/Marketing Manager | marketing+sales | manager | champion
        Sales & Marketing Lead | marketing+sales | manager | champion
        Principal, Business Development | sales | manager | champion
        Business Development Manager | sales | manager | champion
        Business Developer | - | - | -
        Account Executive | sales | staff | user
        Senior Account Executive | sales | staff | user
        Account Manager | - | manager | -
        Revenue Operations Analyst | sales | staff | user
        Sales Representative | sales | staff | user
        Marketing Specialist | marketing | staff | user
        Marketing Intern | marketing | staff | user
        Growth Hacker | marketing | staff | user
        Marketing | marketing | staff | user
        MARKETING   COORDINATOR | marketing | staff | user
        IT Director | it | director | influencer
        IT Manager | it | manager | influencer
        Iterative Designer | - | - | -
        Information Technology Manager | it | manager | influencer
        Director of Information Technology | it | director | influencer
        Data Engineer | it | staff | influencer
        Director, Data & Analytics | it | director | influencer
        Marketing Data Analyst | marketing+it | staff | influencer
        VP Engineering | it | vp | influencer
        Engineering Lead | it | manager | influencer
        CTO | - | c_level | -
        CIO / IT | it | c_level | influencer
        Financial Controller | finance | staff | influencer
        Controller | finance | staff | influencer
        CFO, Finance and Treasury | finance | c_level | influencer
        Accounting Manager | finance | manager | influencer
        Accountant | - | - | -
        Finance Director | finance | director | influencer
        Head of Finance | finance | director | influencer
        VP Finance & Sales | sales+finance | vp | decision_maker
        Project Manager | - | manager | -
        Office Manager | - | manager | -
        Janitor | - | - | -
        Owner | - | - | -
        Salesforce Administrator | - | - | -
        Leader of Men | - | - | -
        Vice, President | - | c_level | -
        Assistant to the CEO | - | - | -
        Assistant to the Vice President of Sales | - | - | -
        Executive Assistant to CMO | - | - | -
        Executive Assistant to the Chief Executive Officer, Marketing | marketing | staff | user
        EA to President & CFO | - | - | -
        PA to CEO/CTO | - | - | -
        Secretary to the President | - | - | -
        Advisor to the CEO | - | - | -
        Marketing Assistant to the CMO | marketing | staff | user
        Office of the CEO | - | - | -
        Sales Manager, Office of the President | sales | manager | champion
        Marketing Manager reporting to the CMO | marketing | manager | champion
        Chief of Staff, Marketing | marketing | staff | user
        Chief of Staff to the CRO | - | - | -
        Former VP of Sales | - | - | -
        ex-CMO, Head of Growth | marketing | director | champion
        CEO Assistant | - | - | -
        CEO's Executive Assistant | - | - | -
        Executive Assistant, CEO | - | - | -
        Executive Assistant - Sales | sales | staff | user
        Assistant Director of Marketing | marketing | director | champion
        Assistant Marketing Manager | marketing | manager | champion
        Go-to-Market Manager, Sales | sales | manager | champion
        Business to Business Marketing Director | marketing | director | champion
        Direct to Consumer Brand Lead | marketing | manager | champion
        Principal Investigator, Data | it | staff | influencer
        营销 Marketing 总监 | marketing | staff | user
        • Marketing • Director • | marketing | director | champion
        """.split(separator: "\n").map(String.init)
}

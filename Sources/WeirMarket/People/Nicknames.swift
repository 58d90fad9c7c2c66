/// Given names that are short or familiar forms of one another, in several languages.
enum Nicknames {
    /// Whether one may be called the other. A name is no nickname of itself.
    static func areSame(_ a: String, _ b: String) -> Bool {
        guard a != b, let left = groups[a], let right = groups[b] else { return false }
        return !left.isDisjoint(with: right)
    }

    private static let groups: [String: Set<Int>] = {
        var groups: [String: Set<Int>] = [:]
        for (number, line) in lines.split(separator: "\n").enumerated() {
            for name in line.split(separator: " ") { groups[String(name), default: []].insert(number) }
        }
        return groups
    }()

    /// A line is one name.
    private static let lines = """
        robert rob bob bobby robbie bert roberto
        william will bill billy willy liam guillermo wilhelm willem guillaume guglielmo
        richard rick dick ricky rich richie ricardo riccardo
        james jim jimmy jamie jaime diego
        john jack johnny jon johann johannes hans jan juan jean giovanni joao ivan hannes
        jonathan jon jonny nathan
        michael mike mick mickey micky michel miguel michele mikhail mischa michal
        charles charlie chuck chas carl karl carlos carlo charly
        edward ed eddie ted ned eduard eduardo edoardo
        theodore ted teddy theo
        thomas tom tommy tomas tommaso thom
        joseph joe joey josef jose giuseppe pepe jozef sepp beppe
        david dave davy davide
        daniel dan danny daniele
        matthew matt matthias mattias mathieu matteo mateo mathias
        christopher chris kit christoph christophe cristobal topher kris
        christian chris kristian cristian
        christine chris christina chrissy tina kristina kristin cristina
        nicholas nick nicky nico nicolas nikolaus klaus niklas nicolo nikolai
        anthony tony antonio anton antoine toni
        alexander alex al sandy sascha alejandro alessandro alexandre xander sasha aleksandr
        alexandra alex sandra sandy alejandra alessandra sasha
        andrew andy drew andreas andrea andre andres andrej andrei
        benjamin ben benny benji beniamino
        samuel sam sammy
        samantha sam sammy
        stephen steven steve stefan stephan stefano esteban etienne stevie
        stephanie steph stefanie stefania
        patrick pat paddy patricio patrizio
        patricia pat patty trish tricia patti
        peter pete pedro pierre pietro piotr petr pieter
        paul paulo pablo paolo pauli pavel
        philip phil phillip philipp felipe filippo philippe
        gregory greg gregor gregorio grzegorz
        gerald gerry jerry gerhard gerd
        jeffrey jeff geoff geoffrey
        kenneth ken kenny
        lawrence larry laurence lorenzo laurent lars lorenz
        leonard len lenny leo leonardo
        ronald ron ronnie
        donald don donny
        douglas doug
        raymond ray raimund ramon
        frederick fred freddy friedrich fritz federico frederic fredrik
        francis frank francisco francesco paco franz francois pancho
        frances fran francesca francisca franziska
        george georg jorge giorgio georges jerzy
        henry harry hank heinrich heinz enrique enrico henri henrik hendrik
        timothy tim timmy timo
        vincent vince vinny vincenzo vicente
        walter walt wally
        zachary zach zack
        joshua josh
        jacob jake jakob jacques giacomo
        nathaniel nate nathan nat
        abraham abe bram
        albert al bert alberto albrecht
        alfred alf fred alfredo
        arthur art artie arturo
        dennis denny denis
        eugene gene eugen eugenio
        harold harry hal harald
        martin marty martijn
        oliver ollie olli
        ludwig louis luis luigi lewis lou
        elizabeth liz beth betty eliza lisa lizzie elisabeth elisa libby bettina isabel else elsa betsy elise
        margaret maggie meg peggy marge margarete greta margarita margherita rita gretchen marguerite
        katherine kate katie kathy cathy catherine katharina kathrin katja katarina catalina caterina kat kathleen kitty
        jennifer jen jenny
        jessica jess jessie
        susan sue susie susanne suzanne susanna suzie
        deborah deb debbie debra
        barbara barb babs barbra
        rebecca becky becca rebekka
        victoria vicky tori vicki viktoria
        theresa terry tess teresa tessa therese
        judith judy jutta
        dorothy dot dottie dorothea dora
        eleanor ellie nell nora leonor eleonora
        helen nell ellen helena elena helene lena
        anne ann anna annie anja ana anita nancy annette hannah
        mary maria marie molly polly may miriam mariam
        martha marty marta
        abigail abby gail
        amanda mandy
        angela angie
        caroline carol carrie carolina carola
        charlotte lottie charlie lotte carlotta
        cynthia cindy
        emily em emma emilia
        jacqueline jackie
        josephine jo josie josefine
        johanna joan jane jean joanna giovanna juana hanna
        pamela pam
        roberta bobbie
        sarah sally sara sadie
        valerie val valeria
        veronica ronnie vera
        wendy gwendolyn
        sebastian seb basti sebastien
        maximilian max massimiliano
        maxwell max
        tobias tobi toby
        ulrich uli ulli
        ulrike uli ulli rike
        wolfgang wolf
        guenter guenther gunter gunther
        juergen jurgen jorg joerg
        manuel manolo manu emanuel emmanuel
        manuela manu
        ignacio nacho
        jesus chuy
        guadalupe lupe
        dolores lola
        consuelo chelo
        rosario charo
        santiago jacobo
        salvatore toto salvador
        dmitri dmitry dima dimitri
        vladimir volodya vova wladimir
        sergei sergey serge sergio
        yevgeny evgeny zhenya eugene
        cornelis cees kees
        adrianus adriaan adrian
        """
}

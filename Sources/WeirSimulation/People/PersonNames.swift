/// First and last names to invent people from, with what becomes of them in an e-mail address.
enum PersonNames {
    static let first = [
        "Ada", "Aisha", "Alan", "Alice", "Amir", "Ana", "Andrea", "Anita", "Anna", "Arjun", "Ben", "Björn", "Bruno",
        "Carla", "Carlos", "Chen", "Chloe", "Claire", "Clara", "Daniel", "David", "Deepa", "Diego", "Elena", "Elif",
        "Emeka", "Emily", "Emma", "Erik", "Eva", "Fatima", "Felix", "Fiona", "Frank", "Freya", "Gabriel", "George",
        "Grace", "Greta", "Hannah", "Hans", "Haruki", "Hassan", "Helen", "Hugo", "Ian", "Ines", "Ingrid", "Irina",
        "Isabel", "Ivan", "Jack", "James", "Jane", "Javier", "Jean-Luc", "Jennifer", "Johan", "John", "Jonas", "José",
        "Julia", "Karen", "Karl", "Kate", "Kenji", "Kofi", "Lars", "Laura", "Leila", "Lena", "Leo", "Linda", "Liu",
        "Lucas", "Lucía", "Luis", "Maria", "Mark", "Marta", "Martin", "Mary", "Max", "Mei", "Mia", "Michael",
        "Mohammed", "Nadia", "Naomi", "Nia", "Nicole", "Nikhil", "Nina", "Noah", "Nora", "Oliver", "Olga", "Omar",
        "Oscar", "Patricia", "Paul", "Paula", "Pedro", "Peter", "Petra", "Philip", "Priya", "Rachel", "Rafael",
        "Raj", "Rebecca", "René", "Richard", "Robert", "Rosa", "Ruth", "Sam", "Sandra", "Sanjay", "Sara", "Simon",
        "Siobhán", "Sofia", "Stefan", "Susan", "Sven", "Tariq", "Thomas", "Tim", "Tom", "Uma", "Valentina", "Vera",
        "Victor", "Wei", "William", "Yara", "Yuki", "Yusuf", "Zara", "Zoë",
    ]
    static let last = [
        "Abbott", "Adeyemi", "Ahmed", "Allen", "Alvarez", "Andersson", "Arnold", "Bailey", "Baker", "Banerjee",
        "Barnes", "Bauer", "Becker", "Bell", "Bennett", "Berg", "Bianchi", "Blanc", "Brown", "Burke", "Campbell",
        "Carter", "Castro", "Chan", "Chen", "Clark", "Cohen", "Collins", "Cook", "Costa", "Cruz", "Da Silva",
        "Davies", "de Vries", "Diaz", "Dubois", "Edwards", "Evans", "Fernández", "Ferrari", "Fischer", "Fletcher",
        "Foster", "Fournier", "Garcia", "Gomez", "Gray", "Green", "Gupta", "Hall", "Hansen", "Harris", "Hoffmann",
        "Hughes", "Hussain", "Ibrahim", "Ivanova", "Jackson", "Jansen", "Jensen", "Johnson", "Jones", "Kaya",
        "Kelly", "Khan", "Kim", "King", "Klein", "Kowalski", "Kumar", "Lambert", "Larsson", "Lee", "Lefèvre",
        "Lewis", "Li", "Lopez", "Ma", "MacDonald", "Martin", "Martínez", "Mason", "Mehta", "Meyer", "Miller",
        "Moore", "Moreau", "Morgan", "Morris", "Müller", "Murphy", "Nakamura", "Nguyen", "Nielsen", "Novak",
        "O'Brien", "O'Connor", "Okafor", "Olsen", "Owusu", "Palmer", "Park", "Patel", "Pereira", "Perez", "Petrov",
        "Phillips", "Popescu", "Price", "Rao", "Reid", "Ricci", "Rivera", "Roberts", "Robinson", "Rodriguez",
        "Romano", "Rossi", "Russo", "Ryan", "Sánchez", "Santos", "Sato", "Schmidt", "Schneider", "Scott", "Shah",
        "Sharma", "Silva", "Singh", "Smith", "St. John", "Suzuki", "Svensson", "Tanaka", "Taylor", "Thomas",
        "Thompson", "Torres", "Tran", "Turner", "van den Berg", "Vogel", "Wagner", "Walker", "Wang", "Ward", "Weber",
        "White", "Williams", "Wilson", "Wolf", "Wong", "Wood", "Wright", "Yılmaz", "Yamamoto", "Young", "Zhang",
        "Zimmermann",
    ]
    static let firstInMail = first.map(inMail)
    static let lastInMail = last.map(inMail)

    static let freeMailHosts = [
        "gmail.com", "yahoo.com", "outlook.com", "hotmail.com", "gmx.de", "web.de", "orange.fr",
    ]

    /// Lower case, plain Latin letters; everything else is left out.
    static func inMail(_ name: String) -> [UInt8] {
        let plain: [Character: String] = [
            "á": "a", "à": "a", "ä": "ae", "ç": "c", "é": "e", "è": "e", "ë": "e", "í": "i", "ı": "i", "ñ": "n",
            "ó": "o", "ö": "oe", "ü": "ue", "ú": "u", "ß": "ss",
        ]
        let letters = name.lowercased().flatMap { plain[$0] ?? String($0) }
        return letters.compactMap(\.asciiValue).filter { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
    }
}

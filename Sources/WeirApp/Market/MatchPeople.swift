import WeirMarket

extension MatchTables {
    /// People, by the columns that the file has.
    public static func people(_ path: String) throws -> [PersonEntry] {
        let table = try read(path)
        func column(_ names: String...) -> Int? { table.column(names) }
        let id = column("id", "rec_id", "person", "contact_id", "lead_id")
        let given = column("given", "given_name", "first_name", "firstname", "first name")
        let family = column("family", "surname", "last_name", "lastname", "last name", "family_name")
        let full = column("name", "full_name", "contact")
        let email = column("email", "e-mail", "email_address", "mail")
        let phone = column("phone", "telephone", "mobile", "phone_number")
        let company = column("company", "account", "organization", "company_name", "account_name")
        let street = [column("street_number"), column("street", "address_1", "address", "address1")].compactMap { $0 }
        let city = column("city", "suburb", "town")
        let postcode = column("postcode", "zip", "postal_code", "zip_code")
        let birth = column("birth_date", "date_of_birth", "dob", "birthday")
        let number = column("number", "soc_sec_id", "customer_number", "member_number")
        guard given != nil || family != nil || full != nil || email != nil else {
            throw AppError(
                .badData,
                "\(path): no column tells who it is; name one given_name, surname, name or email. "
                    + "The file has: \(table.headers.joined(separator: ", "))")
        }
        return table.rows.enumerated().map { place, row in
            func text(_ column: Int?) -> String? { column.map { row[$0] } }
            return PersonEntry(
                id: text(id) ?? String(place + 1), given: text(given ?? full), family: text(family),
                email: text(email), phone: text(phone), company: text(company),
                street: street.isEmpty ? nil : street.map { row[$0] }.joined(separator: " "), city: text(city),
                postcode: text(postcode), birthDate: text(birth), number: text(number))
        }
    }

    /// Pairs of records that a column of the same files says are one: those of one value, such as a true id.
    public static func truth(_ paths: [String], sameIn column: String) throws -> Set<PeopleEvaluation.Pair> {
        var ids: [String: [String]] = [:]
        for path in paths {
            let table = try read(path)
            guard let value = try table.named(column, "true id") else { continue }
            for (row, person) in zip(table.rows, try people(path)) where !row[value].isEmpty {
                ids[row[value], default: []].append(person.id)
            }
        }
        var pairs: Set<PeopleEvaluation.Pair> = []
        for same in ids.values {
            for (place, first) in same.enumerated() {
                for second in same.dropFirst(place + 1) { pairs.insert(PeopleEvaluation.Pair(first, second)) }
            }
        }
        return pairs
    }

    /// Pairs of ids that are the same person: a file of two columns.
    public static func truth(_ path: String) throws -> Set<PeopleEvaluation.Pair> {
        let table = try read(path)
        guard table.headers.count >= 2 else {
            throw AppError(.badData, "\(path): the truth needs two columns, each with a record's id")
        }
        return Set(table.rows.map { PeopleEvaluation.Pair($0[0], $0[1]) })
    }
}

import Testing
import WeirApp
import WeirMarket
import WeirTestSupport

@Suite("Labelled files are read whatever their columns are called")
struct LabelledFileTests {
    private let bench: AppBench

    init() throws { bench = try AppBench() }

    @Test("Titles: usual names in any writing, named columns, and one column of labels of either kind")
    func titles() throws {
        let usual = try bench.bench.file("usual.csv", "Job Title;DEPT;Job Level\nBuyer;Purchasing;Staff\n")
        #expect(
            try LabelledTitles.read(usual).titles == [
                LabelledTitle(title: "Buyer", function: "Purchasing", level: "Staff")
            ])
        let levels = try bench.bench.file("levels.csv", "text,label\nSales Manager,Management\nIntern,Junior\n")
        #expect(try LabelledTitles.read(levels).titles.map(\.level) == ["Management", "Junior"])
        let functions = try bench.bench.file("functions.csv", "text,label\nSales Manager,Sales\nIntern,Other\n")
        #expect(try LabelledTitles.read(functions).titles.map(\.function) == ["Sales", "Other"])
        let odd = try bench.bench.file("odd.csv", "what,bucket\nSales Manager,Sales\n")
        #expect(throws: AppError.self) { try LabelledTitles.read(odd) }
        let named = LabelledTitles.Columns(title: "what", function: "bucket")
        #expect(try LabelledTitles.read(odd, columns: named).titles.map(\.function) == ["Sales"])
    }

    @Test("Pairs: a truth that says neither yes nor no is refused with its row")
    func pairs() throws {
        let good = try bench.bench.file("good.csv", "Company A,company_b,Match\nAcme Inc,Acme,Yes\nFoo,Bar,n\n")
        #expect(throws: AppError.self) { try MatchTables.pairs(good, columns: ("Company A", "missing", nil)) }
        #expect(try MatchTables.pairs(good).map(\.isMatch) == [true, false])
        let bad = try bench.bench.file("bad.csv", "name_a,name_b,is_match\nAcme Inc,Acme,1\nFoo,Bar,perhaps\n")
        let error = #expect(throws: AppError.self) { try MatchTables.pairs(bad) }
        #expect(error?.description.contains("row 2: “perhaps”") == true)
    }

    @Test("People: a column of true ids tells who is the same")
    func trueIDs() throws {
        let file = try bench.bench.file(
            "people.csv", "id,name,true_id\n1,Ann Lee,x\n2,A. Lee,x\n3,Bo Ray,y\n4,Cy Day,\n5,C Day,\n")
        #expect(try MatchTables.truth([file], sameIn: "true_id") == [PeopleEvaluation.Pair("1", "2")])
    }
}

import Testing
import WeirWeb

@Suite("What a request is about")
struct TargetTests {
    @Test func stepsAreDecodedOneByOne() {
        #expect(Target("/api/v1/accounts/acc%2F7?x=1").steps == ["api", "v1", "accounts", "acc/7"])
        #expect(Target("/").steps == [""])
        #expect(Target("/a//b/").steps == ["a", "", "b", ""])
    }

    @Test func whatCannotBeDecodedIsNowhere() {
        for path in ["/%", "/%4", "/%zz", "/%ff", "/%C3%28", "/a/%E2%82"] {
            #expect(Target(path).steps == nil, "\(path)")
        }
    }

    @Test func aWholeAddressIsItsPath() {
        #expect(Target("http://example.com/healthz?a=b").steps == ["healthz"])
        #expect(Target("http://example.com").steps == [""])
    }

    @Test func queriesAreForms() {
        let target = Target("/i?e=pv&url=https%3A%2F%2Fa.example%2F%3Fq%3D1&page=a+b&empty=&flag&bad=%zz")
        #expect(target.query.map(\.name) == ["e", "url", "page", "empty", "flag", "bad"])
        #expect(target.query.map(\.value) == ["pv", "https://a.example/?q=1", "a b", "", "", "%zz"])
        #expect(target.path == "/i")
    }
}

import WeirPages

/// A page before anybody is signed in.
protocol DoorForm {
    var title: String { get }
    @MarkupBuilder var body: Markup { get }
}

struct SignInForm: DoorForm {
    let provider: ProviderDoor?
    var next: String?
    var email = ""
    var mistake: String?
    var title: String { "Sign in" }

    var body: Markup {
        Markup {
            PageHead("Sign in").element
            mistake.map { FormMistake($0).element }
            form(.action("/sign-in"), .method(.post), .class("stack")) {
                next.map { input(.type(.hidden), .name("next"), .value($0)) }
                Field("E-mail", "email").input(
                    [
                        .type(.text), .inputMode("email"), .value(email), .autocomplete("username"), .isRequired,
                        .isFocusedFirst,
                    ])
                Field("Password", "password").input(
                    [.type(.password), .autocomplete("current-password"), .isRequired])
                Field("Six-digit code", "code", hint: "Only if you set up an authenticator.").input(
                    [.type(.text), .inputMode("numeric"), .autocomplete("one-time-code"), .maxLength(8)])
                button(.type(.submit), .class("primary")) { "Sign in" }
            }
            if provider != nil {
                p(.class("actions")) {
                    a(.class("button plain"), .to("/sign-in/provider", next.map { [("next", $0)] } ?? [])) {
                        "Sign in with your company account"
                    }
                }
            }
            p(.class("fine")) {
                "Invited? "
                a(.to("/welcome")) { "Choose a password" }
                ". Forgotten it? An administrator can invite you again."
            }
        }
    }
}

struct SetUpForm: DoorForm {
    var code = ""
    var name = ""
    var email = ""
    var mistake: String?
    var title: String { "Set Weir up" }

    var body: Markup {
        Markup {
            PageHead("Set Weir up").element
            p(.class("text")) {
                "Nobody can sign in yet. You become the administrator and invite the others. The set-up code was printed where "
                code { "weir serve" }
                " was started; it works once."
            }
            mistake.map { FormMistake($0).element }
            form(.action("/setup"), .method(.post), .class("stack")) {
                Field("Set-up code", "code").input(
                    [
                        .type(.text), .value(code), .autocomplete("off"), .isRequired, .isNotSpellChecked,
                        .isFocusedFirst,
                    ])
                Field("Your name", "name").input([.type(.text), .value(name), .autocomplete("name"), .isRequired])
                Field("E-mail", "email").input(
                    [.type(.email), .value(email), .autocomplete("email"), .isRequired])
                NewPassword().element
                input(.type(.hidden), .name("zone"), .value("UTC"), .data("zone", ""))
                button(.type(.submit), .class("primary")) { "Set up and sign in" }
            }
        }
    }

    private func code(@MarkupBuilder content: () -> Markup) -> HTMLElement { WeirPages.code { content() } }
}

struct WelcomeForm: DoorForm {
    var code = ""
    var mistake: String?
    var title: String { "Choose a password" }

    var body: Markup {
        Markup {
            PageHead("Choose a password").element
            p(.class("text")) { "An administrator gave you an invitation code. It works once, for seven days." }
            mistake.map { FormMistake($0).element }
            form(.action("/welcome"), .method(.post), .class("stack")) {
                Field("Invitation code", "code").input(
                    [
                        .type(.text), .value(code), .autocomplete("off"), .isRequired, .isNotSpellChecked,
                        .isFocusedFirst,
                    ])
                NewPassword().element
                button(.type(.submit), .class("primary")) { "Choose and sign in" }
            }
            p(.class("fine")) {
                "You have one already? "
                a(.to("/sign-in")) { "Sign in instead" }
                "."
            }
        }
    }
}

/// A label, a field, and a word of help.
struct Field {
    let title: String
    let name: String
    var hint: String?

    init(_ title: String, _ name: String, hint: String? = nil) {
        self.title = title
        self.name = name
        self.hint = hint
    }

    private var hintID: String { "\(name)-hint" }

    private var common: [HTMLAttribute] {
        [.id("f-\(name)"), .name(name)] + (hint == nil ? [] : [.describedBy(hintID)])
    }

    func input(_ attributes: [HTMLAttribute]) -> HTMLElement {
        framed(HTMLTag.input(common + attributes))
    }

    func select(_ options: [(value: String, words: String)], chosen: String, _ attributes: [HTMLAttribute] = [])
        -> HTMLElement
    {
        framed(
            HTMLTag.select(common + attributes) {
                for choice in options {
                    option([.value(choice.value)] + (choice.value == chosen ? [.isSelected] : [])) { choice.words }
                }
            })
    }

    private func framed(_ control: HTMLElement) -> HTMLElement {
        div(.class("field")) {
            label(.for("f-\(name)")) { title }
            control
            if let hint { span(.class("fine"), .id(hintID)) { hint } }
        }
    }
}

/// A field for a password that is chosen now.
struct NewPassword {
    var name = "password"
    var title = "Password"

    var element: HTMLElement {
        Field(title, name, hint: "At least 10 characters. Several words make a good one; paste it if you like.").input(
            [.type(.password), .autocomplete("new-password"), .minLength(10), .maxLength(200), .isRequired])
    }
}

/// Why a form was not taken.
struct FormMistake {
    let words: String
    init(_ words: String) { self.words = words }

    var element: HTMLElement {
        let sentence = Problem(422, "", words).sentence
        return Notice(.breached) { p { sentence } }.element
    }
}

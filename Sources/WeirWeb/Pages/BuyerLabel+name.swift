import WeirApp
import WeirPages

extension BuyerLabel {
    /// What a reader sees of somebody: the name, or for who does not see people, the title.
    func words(seesPeople: Bool) -> String { (seesPeople ? name : nil) ?? title ?? id }

    /// The account as a link, by its name.
    var accountLink: Markup {
        account.isEmpty
            ? Markup(text: "no company known")
            : Markup(a(.class("subtle"), .to("/accounts/", step: account)) { accountName ?? account })
    }
}

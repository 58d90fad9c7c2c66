/// What an event says of a mail: that it was sent, or that a link of it was followed.
enum MailLink: Hashable {
    case sent(mail: String)
    case followed(mail: String, link: String)

    /// `nil` for everything else.
    init?(_ event: TrackedEvent) {
        switch event.kind {
        case .track:
            let mail = ["email_id", "message_id", "campaign_id", "campaign_name"].lazy.compactMap(
                event.properties.words
            )
            .first
            guard let mail else { return nil }
            switch EventName.compact(event.name) {
            case "emailsent", "emaildelivered": self = .sent(mail: mail)
            case "emaillinkclicked", "emailclicked", "emailclick", "clickemail":
                let link = ["link_id", "link_url", "url", "link"].lazy.compactMap(event.properties.words).first
                self = .followed(mail: mail, link: link ?? event.page.url ?? "")
            default: return nil
            }
        case .page:
            // A page that a mail's link led to, by its utm_ parameters.
            guard let campaign = event.campaign, campaign.medium?.lowercased() == "email", let mail = campaign.name,
                let url = event.page.url
            else { return nil }
            self = .followed(mail: mail, link: url)
        default: return nil
        }
    }
}

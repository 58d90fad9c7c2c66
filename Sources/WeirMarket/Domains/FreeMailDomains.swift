/// Whether a host name is a provider of free or throw-away mail: the lists that are shipped, and a few of our own.
enum FreeMailDomains {
    static func isFree(_ host: String) -> Bool { listed.contains(host.utf8) || ours.contains(host.utf8) }

    static func isDisposable(_ host: String) -> Bool { disposable.contains(host.utf8) }

    private static let listed = WordTable(FreeMailTable.domains)
    private static let disposable = WordTable(DisposableMailTable.domains)

    /// Large providers that the list lacks.
    private static let ours = WordTable(
        """
        21cn.com aol.de atlas.cz azet.sk bbox.fr bredband.net btopenworld.com globo.com globomail.com gmx.us hey.com
        hinet.net hispeed.ch hotmail.com.ar hotmail.dk hotmail.gr in.com mailbox.org meta.ua mweb.co.za neuf.fr
        online.no outlook.co.uk outlook.com.ar passport.com pchome.com.tw prodigy.net.mx sfr.fr sify.com
        sympatico.ca talktalk.net telia.com telkomsa.net telus.net tin.it tuta.com tuta.io tutanota.com tutanota.de
        vodamail.co.za zohomail.eu zoznam.sk
        """)
}

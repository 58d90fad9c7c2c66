import WeirInsight

/// A small drawing of 16 by 16 that stands beside a word, never instead of it.
public enum Icon: String, Sendable, CaseIterable {
    case inbox, accounts, market, agreement, lab, flow, waterfall, events, settings
    case search, person, sealed, open, warning, kept, arrow, download, clock, more

    /// The drawing, taken from the page's one set of symbols.
    public var element: HTMLElement {
        HTMLElement(.svg, .class("icon"), .viewBox(width: 16, height: 16), .isHiddenFromReaders) {
            HTMLElement(.use, .href(.place("i-\(rawValue)")))
        }
    }

    /// Every symbol, once a page.
    static let symbols = Markup(
        literal: """
            <svg class="symbols" aria-hidden="true" width="0" height="0"><defs>
            <symbol id="i-inbox" viewBox="0 0 16 16"><path d="M2 9l2-6h8l2 6v4H2zM2 9h3.5l1 2h3l1-2H14"/></symbol>
            <symbol id="i-accounts" viewBox="0 0 16 16"><path d="M3 14V3h6v11M9 6h4v8M1.5 14h13M5 5.5h2M5 8h2M5 10.5h2"/></symbol>
            <symbol id="i-market" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6"/><circle cx="8" cy="8" r="3.2"/><circle cx="8" cy="8" r=".6"/></symbol>
            <symbol id="i-agreement" viewBox="0 0 16 16"><path d="M4 2h6l2.5 2.5V14H4zM6 6h4M6 8.5h4M6 11h2"/></symbol>
            <symbol id="i-lab" viewBox="0 0 16 16"><path d="M2 4h6M11 4h3M2 8h2M7 8h7M2 12h7M12 12h2"/><circle cx="9.5" cy="4" r="1.5"/><circle cx="5.5" cy="8" r="1.5"/><circle cx="10.5" cy="12" r="1.5"/></symbol>
            <symbol id="i-flow" viewBox="0 0 16 16"><path d="M1.5 4H7v5h7.5M1.5 7H5M9 12h5.5M1.5 13H7"/></symbol>
            <symbol id="i-waterfall" viewBox="0 0 16 16"><path d="M2.5 3v10M6.200 5v8M9.800 8v5M13.5 10.5V13M1 13.5h14"/></symbol>
            <symbol id="i-events" viewBox="0 0 16 16"><path d="M1.5 8.5H4l2-5 3.5 9 2-4h3"/></symbol>
            <symbol id="i-settings" viewBox="0 0 16 16"><circle cx="8" cy="8" r="2.200"/><path d="M8 1.5v2.300M8 12.200v2.300M1.5 8h2.300M12.200 8h2.300M3.400 3.400L5 5M11 11l1.600 1.600M12.600 3.400L11 5M5 11l-1.600 1.600"/></symbol>
            <symbol id="i-search" viewBox="0 0 16 16"><circle cx="7" cy="7" r="4.5"/><path d="M10.5 10.5L14 14"/></symbol>
            <symbol id="i-person" viewBox="0 0 16 16"><circle cx="8" cy="5" r="2.800"/><path d="M2.5 14c.5-3.5 2.800-4.800 5.5-4.800s5 1.300 5.5 4.800"/></symbol>
            <symbol id="i-sealed" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6"/><path d="M5 8.200l2.200 2.200L11 6"/></symbol>
            <symbol id="i-open" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6" stroke-dasharray="2.5 2"/></symbol>
            <symbol id="i-warning" viewBox="0 0 16 16"><path d="M8 2l6.5 11.5h-13zM8 6.5v3.5M8 11.600v.4"/></symbol>
            <symbol id="i-kept" viewBox="0 0 16 16"><path d="M3 8.5l3.5 3.5L13 4.5"/></symbol>
            <symbol id="i-arrow" viewBox="0 0 16 16"><path d="M3 8h10M9 4l4 4-4 4"/></symbol>
            <symbol id="i-download" viewBox="0 0 16 16"><path d="M8 2v8M4.5 7L8 10.5 11.5 7M2.5 13.5h11"/></symbol>
            <symbol id="i-clock" viewBox="0 0 16 16"><circle cx="8" cy="8" r="6"/><path d="M8 4.5V8l2.5 1.5"/></symbol>
            <symbol id="i-more" viewBox="0 0 16 16"><path d="M6 3.5L10.5 8 6 12.5"/></symbol>
            </defs></svg>

            """)
}

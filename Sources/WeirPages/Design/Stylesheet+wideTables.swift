import WeirInsight

extension StyleSheet {
    /// Tables wider than a small screen: the first column stays while the others move under it, and a shadow at an edge
    /// says that there is more behind it.
    ///
    /// The shadow at the right lies still, and what covers it moves with the table's end: no shadow is left where the
    /// table ends, or fits. The one at the left needs a timeline of scrolling; a browser without has the column alone.
    /// Not on larger screens, where tables fit and axe shall see the text on its plain ground.
    static let wideTables = StyleSheet(
        """
        @media screen and (max-width: 1080px) {
          .scroll { --edge: light-dark(#0000002e, #ffffff38); background:
            linear-gradient(to left, var(--paper) 20px, transparent) right / 40px 100% no-repeat local,
            linear-gradient(to left, var(--edge), transparent) right / 14px 100% no-repeat; }
          .scroll tr > :first-child { position: sticky; left: 0; z-index: 1; background: var(--paper); }
          .scroll tr > :first-child:is(:hover, :focus-within) { z-index: 4; }
          .scroll tbody tr:hover > :first-child { background: var(--tint); }
          .scroll tr > :first-child::after { content: ""; position: absolute; inset: 0 -12px 0 auto; width: 12px;
            background: linear-gradient(to right, var(--edge), transparent); opacity: 0; pointer-events: none; }
          @supports (animation-timeline: scroll(inline)) {
            .scroll tr > :first-child::after { animation: under linear both; animation-timeline: scroll(nearest inline);
              animation-range: 0 12px; } } }
        @keyframes under { to { opacity: 1; } }
        """)
}

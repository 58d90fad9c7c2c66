extension StyleSheet {
    /// Colours, type and spaces that every page shares, light and dark. Each colour has one meaning:
    /// qualified (water blue), at risk (amber), breached (red), kept (green), conversation (violet). All texts reach 4.5:1.
    public static let tokens = StyleSheet(
        """
        :root { color-scheme: light dark;
          --paper: light-dark(#fbfbfa, #14161a); --ink: light-dark(#1c1e21, #e8e6e3);
          --soft: light-dark(#5a6068, #a3a9b1); --line: light-dark(#deded9, #2e3239);
          --tint: light-dark(#f1f1ee, #1c1f25); --qualified: light-dark(#1a63d6, #6aabff);
          --qualified-tint: light-dark(#c9dcf8, #1d3a63); --rest: light-dark(#7b828b, #8a919b);
          --risk: light-dark(#8f5b00, #e0a63b); --risk-fill: light-dark(#b8770f, #d9911a);
          --breached: light-dark(#b3261e, #ff8a80); --kept: light-dark(#1a7233, #56c271);
          --echo: light-dark(#7440cf, #b794f6);
          --sans: Inter, ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
        :root[data-theme="light"] { color-scheme: light; }
        :root[data-theme="dark"] { color-scheme: dark; }
        @media print { :root { color-scheme: light;
          --paper: #fff; --ink: #000; --soft: #444; --line: #bbb; --tint: #f4f4f2;
          --qualified: #1a63d6; --qualified-tint: #c9dcf8; --rest: #7b828b; --risk: #8f5b00; --risk-fill: #b8770f; } }
        * { box-sizing: border-box; }
        html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
        body { margin: 0; background: var(--paper); color: var(--ink); font: 400 14px/20px var(--sans); }
        h1, h2, h3, p, ul, ol, dl, dd, figure { margin: 0; padding: 0; }
        h1, h2, h3, strong, th, caption { font-weight: 600; }
        a { color: var(--qualified); }
        :focus-visible { outline: 2px solid var(--qualified); outline-offset: 2px; border-radius: 2px; }
        .skip { position: absolute; left: -999px; top: 0; padding: 8px 12px; background: var(--paper); z-index: 2; }
        .skip:focus { left: 8px; }
        """)
}

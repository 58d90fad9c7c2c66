import WeirInsight

/// The one stylesheet of the application.
public enum Stylesheet {
    /// The text to serve.
    public static let text: String = [
        StyleSheet.tokens, .frame, .type, .tables, .forms, .parts, .charts, .wideTables, .small,
    ].map(\.css).joined(separator: "\n")
}

extension StyleSheet {
    /// The rail, the bar and what is between them.
    static let frame = StyleSheet(
        """
        :root { --water: var(--qualified); --water-tint: var(--qualified-tint); --rail: 168px;
          --risk-tint: light-dark(#faefd9, #33270f); --breached-tint: light-dark(#fbe6e4, #3a1b19);
          --kept-tint: light-dark(#e0f1e4, #16301d); --echo-tint: light-dark(#eee6fb, #2a2140);
          --raised: light-dark(#ffffff, #1c1f25); }
        html { scroll-padding-top: 60px; }
        body.framed { display: grid; grid-template: "bar bar" 48px "rail main" 1fr / var(--rail) minmax(0, 1fr);
          min-height: 100vh; }
        .bar { grid-area: bar; position: sticky; top: 0; z-index: 3; display: flex; align-items: center; gap: 20px;
          padding: 0 20px 0 16px; background: var(--paper); border-bottom: 1px solid var(--line); }
        .home { display: flex; align-items: center; gap: 8px; width: calc(var(--rail) - 28px); color: var(--ink);
          font: 600 15px/20px var(--sans); text-decoration: none; letter-spacing: -0.01em; }
        .mark { width: 22px; height: 16px; fill: none; stroke: var(--water); stroke-width: 1.8; }
        .icon { width: 16px; height: 16px; flex: none; fill: none; stroke: currentColor; stroke-width: 1.4;
          stroke-linejoin: round; stroke-linecap: round; vertical-align: -3px; }
        .find { display: flex; align-items: center; gap: 8px; flex: 0 1 320px; padding: 0 8px; height: 32px;
          border: 1px solid var(--line); border-radius: 6px; color: var(--soft); background: var(--raised); }
        .find input { flex: 1; min-width: 0; border: 0; padding: 0; height: 28px; background: none; outline: 0; }
        .find:focus-within { outline: 2px solid var(--water); outline-offset: 1px; }
        .seals { display: inline-flex; align-items: center; gap: 6px; margin-left: auto; color: var(--ink);
          text-decoration: none; white-space: nowrap; min-height: 24px; }
        .seals:hover strong { text-decoration: underline; }
        .seal { color: var(--soft); } .seal.is-set { color: var(--kept); }
        .as-of { display: flex; align-items: center; gap: 6px; color: var(--soft); white-space: nowrap; }
        .as-of input { width: 132px; }
        .person { position: relative; }
        .person summary { display: flex; align-items: center; gap: 6px; width: auto; color: var(--ink); font-size: 14px;
          list-style: none; cursor: pointer; min-height: 28px; }
        .person summary::-webkit-details-marker { display: none; }
        .menu { position: absolute; right: 0; top: 34px; width: 228px; padding: 12px; background: var(--raised);
          border: 1px solid var(--line); border-radius: 6px; box-shadow: 0 8px 24px #0003; display: grid; gap: 12px; }
        .themes { display: flex; gap: 4px; }
        .themes button[aria-pressed="true"] { background: var(--water-tint); }
        .rail { grid-area: rail; border-right: 1px solid var(--line); padding: 12px 8px; }
        .rail ul { position: sticky; top: 60px; list-style: none; display: grid; gap: 2px; }
        .rail a { display: flex; align-items: center; gap: 10px; padding: 6px 10px; border-radius: 6px; color: var(--soft);
          text-decoration: none; }
        .rail a:hover { background: var(--tint); color: var(--ink); }
        .rail a[aria-current] { background: var(--tint); color: var(--ink); font-weight: 600; }
        .rail a[aria-current] .icon { color: var(--water); }
        main { grid-area: main; padding: 20px 28px 64px; min-width: 0; outline: 0; }
        .alone main { max-width: 440px; margin: 8vh auto 0; padding: 0 20px 40px; }
        .alone main.wide { max-width: 720px; }
        .band { display: flex; align-items: center; gap: 8px; margin: -20px -28px 20px; padding: 8px 28px;
          background: var(--risk-tint); color: var(--risk); }
        .quiet { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
        .seals .quiet, .person .quiet { position: absolute; }
        .scripted .no-script { display: none; } .symbols { position: absolute; }
        dialog { border: 1px solid var(--line); border-radius: 6px; padding: 20px; background: var(--raised);
          color: var(--ink); box-shadow: 0 8px 24px #0003; min-width: 300px; max-width: min(560px, calc(100vw - 32px)); }
        dialog::backdrop { background: #0006; }
        .keys { margin: 12px 0 16px; display: grid; gap: 6px; }
        .keys div { display: grid; grid-template-columns: 96px 1fr; gap: 12px; }
        kbd { display: inline-block; padding: 0 5px; border: 1px solid var(--line); border-radius: 4px;
          font: 400 12px/16px var(--sans); color: var(--soft); background: var(--paper); }
        @media (hover: none) and (pointer: coarse) { kbd { display: none; } }
        """)

    /// Headings, words, links.
    static let type = StyleSheet(
        """
        h1 { font-size: 20px; line-height: 28px; letter-spacing: -0.01em; overflow-wrap: anywhere; }
        h2 { font-size: 15px; line-height: 20px; }
        h3 { font-size: 14px; line-height: 20px; }
        .head { display: flex; flex-wrap: wrap; align-items: baseline; gap: 4px 16px; margin-bottom: 4px; }
        .head + .filters, .head + .columns, .head + section { margin-top: 12px; }
        .head .end { margin-left: auto; display: flex; gap: 8px; align-items: center; }
        .under { color: var(--soft); max-width: 80ch; margin-bottom: 16px; }
        .text { max-width: 76ch; }
        .text + .text, .text + ul { margin-top: 8px; }
        .soft { color: var(--soft); } .strong { font-weight: 600; }
        .fine { color: var(--soft); font-size: 12px; line-height: 16px; }
        .is-small { color: var(--soft); }
        .qualified { color: var(--water); } .risk { color: var(--risk); } .breached { color: var(--breached); }
        .kept { color: var(--kept); } .echo { color: var(--echo); }
        a { color: var(--water); text-underline-offset: 2px; }
        a:not(:hover) { text-decoration-color: color-mix(in srgb, currentColor 35%, transparent); }
        .subtle { color: var(--ink); } .subtle:not(:hover) { text-decoration: none; }
        time { white-space: nowrap; }
        main > section, .column > section { margin-top: 32px; }
        main > section:first-child, .column > section:first-child { margin-top: 0; }
        section > h2, .column > h2 { padding-bottom: 6px; margin-bottom: 10px; border-bottom: 1px solid var(--line); }
        section > .titled { display: flex; align-items: baseline; gap: 12px; padding-bottom: 6px; margin-bottom: 10px;
          border-bottom: 1px solid var(--line); }
        .titled .end { margin-left: auto; font-size: 12px; }
        .crumbs { color: var(--soft); font-size: 12px; line-height: 16px; margin-bottom: 4px; }
        .plain-list { list-style: none; display: grid; gap: 4px; }
        .bullets { padding-left: 18px; display: grid; gap: 4px; max-width: 80ch; }
        code, pre, .code { font: 400 13px/20px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; }
        pre { margin: 0; overflow-x: auto; }
        textarea.code { white-space: pre; overflow-x: auto; font-size: 12px; line-height: 18px; }
        """)

    /// Tables: hairlines, figures in columns, headings that stay.
    static let tables = StyleSheet(
        """
        .scroll { overflow-x: auto; max-width: 100%; }
        .scroll + .scroll, .scroll + figure, .scroll + .text, .chart + .scroll, .text + figure, .key + .scroll { margin-top: 16px; }
        nav + .scroll, .scroll + form { margin-top: 12px; }
        table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
        table.fit { width: auto; }
        table.thirds { table-layout: fixed; } .thirds th, .thirds td { overflow-wrap: break-word; }
        .thirds tr > :first-child { width: 46%; }
        caption { text-align: left; padding-bottom: 6px; color: var(--soft); font: 400 12px/16px var(--sans); }
        caption strong { color: var(--ink); font-size: 14px; }
        th, td { padding: 6px 16px 6px 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
        th:last-child, td:last-child { padding-right: 0; }
        thead th, thead td { color: var(--soft); font: 400 12px/16px var(--sans); vertical-align: bottom;
          white-space: nowrap; }
        tbody th { font-weight: 400; }
        tbody tr:hover { background: var(--tint); }
        tfoot th, tfoot td { font-weight: 600; border-bottom: 0; border-top: 1px solid var(--rest); }
        .num { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
        .day { white-space: nowrap; }
        .note { display: block; color: var(--soft); font-size: 12px; line-height: 16px; } .note.kept { color: var(--kept); }
        thead a { color: inherit; }
        .ledger td, .ledger th { border-bottom-style: dotted; }
        .ledger .sum th, .ledger .sum td { font-weight: 600; border-bottom: 1px solid var(--line); }
        .ledger .total th, .ledger .total td { font-weight: 600; border-top: 1px solid var(--ink); border-bottom: 3px double
          var(--ink); }
        .ledger .in th { padding-left: 16px; }
        .paging { display: flex; align-items: center; gap: 12px; margin-top: 12px; color: var(--soft); }
        .empty { padding: 32px 0; max-width: 64ch; color: var(--soft); }
        .empty strong { display: block; color: var(--ink); margin-bottom: 4px; }
        """)

    /// Fields and buttons: at least 24 px to hit, as WCAG 2.2 asks.
    static let forms = StyleSheet(
        """
        input, select, textarea, button { font: inherit; color: inherit; }
        input, select, textarea { border: 1px solid light-dark(#8c929b, #6b727c); border-radius: 6px; padding: 4px 8px;
          min-height: 30px; background: var(--raised); max-width: 100%; }
        .as-of input, .find input { border-color: var(--line); }
        input[type="checkbox"], input[type="radio"] { min-height: 0; width: 16px; height: 16px; vertical-align: -3px;
          accent-color: var(--water); }
        input[type="range"] { padding: 0; border: 0; width: 100%; accent-color: var(--water); background: none; }
        textarea { width: 100%; padding: 8px; line-height: 20px; }
        ::placeholder { color: var(--soft); opacity: 1; }
        button, .button { display: inline-flex; align-items: center; gap: 6px; min-height: 30px; padding: 4px 12px;
          border: 1px solid var(--water); border-radius: 6px; cursor: pointer; text-decoration: none;
          background: light-dark(#1a63d6, #2a6fd6); color: #fff; font-weight: 600; white-space: nowrap; }
        button:hover, .button:hover { filter: brightness(1.08); }
        button.plain, .button.plain { background: var(--raised); border-color: light-dark(#c9c9c3, #454a53);
          color: var(--ink); font-weight: 400; }
        button.plain:hover, .button.plain:hover { background: var(--tint); filter: none; }
        button.danger { background: light-dark(#b3261e, #c4392f); border-color: transparent; color: #fff; }
        button[disabled] { opacity: .5; cursor: default; }
        .fields { display: grid; grid-template-columns: minmax(0, 1fr); gap: 14px; max-width: 460px; }
        input[type="file"] { width: 100%; min-width: 0; }
        .field { display: grid; grid-template-columns: minmax(0, 1fr); gap: 4px; } .field > label, fieldset > legend { font-weight: 600; }
        .field .hint { color: var(--soft); font-size: 12px; line-height: 16px; }
        .field .mistake, .mistake { color: var(--breached); font-size: 12px; line-height: 16px; }
        .field [aria-invalid] { border-color: var(--breached); }
        .actions { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
        fieldset { border: 0; margin: 0; padding: 0; }
        .filters { display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; margin-bottom: 12px; }
        .filters label { display: inline-flex; gap: 6px; align-items: center; color: var(--soft); }
        .chips { display: flex; flex-wrap: wrap; gap: 4px; list-style: none; }
        .chips a { display: inline-block; padding: 3px 10px; border: 1px solid var(--line); border-radius: 6px;
          color: var(--ink); text-decoration: none; line-height: 20px; }
        .chips a:hover { background: var(--tint); }
        .chips a[aria-current] { background: var(--water-tint); border-color: transparent; font-weight: 600; }
        """)
}

extension StyleSheet {
    /// The layout of a report: a column of sections with hairlines, charts two by two, tables that scroll on small screens.
    static let report = StyleSheet(
        """
        .page { max-width: 1168px; margin: 0 auto; padding: 0 24px 64px; }
        .top { display: flex; align-items: center; gap: 8px; padding: 16px 0; font-weight: 600; }
        .mark { width: 22px; height: 16px; fill: none; stroke: var(--qualified); stroke-width: 1.8; }
        .draft { margin-left: auto; padding: 2px 8px; border: 1px solid currentColor; border-radius: 6px;
          color: var(--risk); font: 600 12px/16px var(--sans); white-space: nowrap; }
        h1 { font-size: 28px; line-height: 34px; letter-spacing: -0.015em; overflow-wrap: anywhere; }
        .under { margin-top: 4px; color: var(--soft); }
        .lead { max-width: 74ch; margin-top: 20px; padding-left: 18px; font-size: 15px; line-height: 23px; }
        .lead li + li { margin-top: 4px; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 16px 24px;
          margin-top: 28px; padding: 16px 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); }
        .figures dt { color: var(--soft); font-size: 12px; line-height: 16px; }
        .figures .figure { font: 600 28px/36px var(--sans); font-variant-numeric: tabular-nums; letter-spacing: -0.02em; }
        .figures .base { color: var(--soft); font-size: 12px; line-height: 16px; }
        .figures .is-small .figure { color: var(--soft); }
        section { margin-top: 40px; }
        .head { display: flex; align-items: baseline; gap: 12px; padding-bottom: 8px; border-bottom: 1px solid var(--line); }
        h2 { font-size: 18px; line-height: 24px; letter-spacing: -0.01em; }
        h3 { font-size: 14px; line-height: 20px; }
        .text { max-width: 78ch; margin-top: 12px; }
        .soft { color: var(--soft); }
        .grid { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 24px 40px; margin-top: 16px; }
        .grid > *, figure, .scroll { min-width: 0; }
        .block { margin-top: 20px; }
        .narrow { max-width: 640px; margin-top: 24px; }
        figcaption { font-weight: 600; }
        figcaption span { display: block; color: var(--soft); font-weight: 400; font-size: 12px; line-height: 16px; }
        .chart { display: block; width: 100%; height: auto; margin-top: 8px; overflow: visible; }
        .chart text { fill: var(--soft); font: 400 12px var(--sans); font-variant-numeric: tabular-nums; }
        .chart .ink { fill: var(--ink); }
        .chart .value { fill: var(--ink); font-weight: 600; }
        .chart .end { text-anchor: end; }
        .chart .middle { text-anchor: middle; }
        .chart .rule { stroke: var(--line); stroke-width: 1; }
        .chart .bar { fill: var(--qualified); }
        .chart .bar.rest { fill: var(--rest); }
        .chart .bar.over { fill: var(--risk-fill); }
        .chart .track { fill: var(--tint); }
        .chart .area { fill: var(--qualified-tint); }
        .chart .curve { fill: none; stroke: var(--qualified); stroke-width: 1.8; stroke-linejoin: round; }
        .chart .limit { fill: none; stroke: var(--ink); stroke-width: 1.4; stroke-dasharray: 5 3; }
        .chart .halo { stroke: var(--paper); stroke-width: 4; stroke-linecap: square; }
        .chart .point { fill: var(--qualified); stroke: var(--paper); stroke-width: 1.5; }
        .chart .point.rest { fill: var(--rest); }
        .chart .ring { fill: none; stroke: var(--ink); stroke-width: 1.4; }
        .chart .whisker { stroke: var(--ink); stroke-width: 1.4; }
        .scroll { overflow-x: auto; }
        table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        .grid table { min-width: 100%; }
        caption { padding: 0 0 4px; text-align: left; }
        th, td { padding: 5px 0 5px 28px; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
        th:first-child, td:first-child { padding-left: 0; }
        thead th { color: var(--soft); font-size: 12px; line-height: 16px; font-weight: 400; vertical-align: bottom;
          white-space: nowrap; }
        tbody th { font-weight: 400; }
        .num { text-align: right; white-space: nowrap; }
        .day { white-space: nowrap; }
        td.is-small { color: var(--soft); }
        .note { display: block; color: var(--soft); font-size: 12px; line-height: 16px; }
        details { margin-top: 8px; }
        summary { width: fit-content; color: var(--qualified); cursor: pointer; font-size: 12px; line-height: 20px; }
        details > .scroll { margin-top: 8px; }
        .reasons { margin-top: 12px; padding: 0; list-style: none; columns: 2; column-gap: 40px; max-width: 720px; }
        .reasons strong { display: inline-block; min-width: 32px; font-variant-numeric: tabular-nums; }
        .notes { max-width: 82ch; margin-top: 12px; padding-left: 18px; color: var(--soft); font-size: 13px; }
        .notes li + li { margin-top: 6px; }
        .running { display: none; }
        @media (max-width: 800px) { .grid { grid-template-columns: minmax(0, 1fr); } }
        @media (max-width: 600px) { .page { padding: 0 16px 40px; } h1 { font-size: 22px; line-height: 28px; }
          .figures { grid-template-columns: 1fr 1fr; } .chart text { font-size: 18px; }
          .chart .spare { display: none; } .reasons { columns: 1; } th, td { padding-left: 14px; } }
        @media print { @page { margin: 18mm 14mm; } .skip { display: none; } figure, tr { break-inside: avoid; }
          .grid { grid-template-columns: repeat(2, minmax(0, 1fr)); }
          .grid.tables { grid-template-columns: minmax(0, 1fr); } .scroll { overflow: visible; }
          th, td { padding-left: 14px; } .head { break-after: avoid; } body { font-size: 11px; line-height: 15px; }
          .running { display: block; position: fixed; bottom: 0; right: 0; color: var(--risk); font-weight: 600; }
          details:not([open]) { display: none; } }
        """)
}

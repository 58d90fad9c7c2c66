import WeirInsight

extension StyleSheet {
    /// Figures, notices, badges, the two columns of a page.
    static let parts = StyleSheet(
        """
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(132px, 1fr)); gap: 12px 24px;
          padding: 12px 0; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); margin-bottom: 20px; }
        .figures dt { color: var(--soft); font-size: 12px; line-height: 16px; }
        .figures .value { font: 600 20px/28px var(--sans); font-variant-numeric: tabular-nums; letter-spacing: -0.01em; }
        .figures .is-small .value { color: var(--soft); }
        .figures .base { color: var(--soft); font-size: 12px; line-height: 16px; }
        .defined { position: relative; border: 0; padding: 0; min-height: 0; background: none; color: inherit; font: inherit;
          text-decoration: underline dotted; text-underline-offset: 3px; cursor: help; display: inline; white-space: normal;
          text-align: left; }
        .defined:hover { filter: none; }
        .tip { position: fixed; z-index: 4; display: none; width: max-content; max-width: min(260px, 60vw);
          margin: 22px 0 0 -24px; padding: 8px 10px; border: 1px solid var(--line); border-radius: 6px;
          background: var(--raised); color: var(--ink); font: 400 12px/16px var(--sans); box-shadow: 0 8px 24px #0003;
          text-align: left; text-decoration: none; pointer-events: none; }
        .defined:hover .tip, .defined:focus .tip { display: inline-block; }
        .notice { display: flex; gap: 10px; padding: 10px 12px; border-left: 3px solid var(--water); background: var(--tint);
          margin-bottom: 16px; max-width: 80ch; }
        .notice .icon { margin-top: 2px; color: var(--water); }
        .notice.risk { border-color: var(--risk-fill); color: inherit; background: var(--risk-tint); }
        .notice.risk .icon { color: var(--risk); }
        .notice.breached { border-color: var(--breached); color: inherit; background: var(--breached-tint); }
        .notice.breached .icon { color: var(--breached); }
        .notice.kept { border-color: var(--kept); color: inherit; background: var(--kept-tint); }
        .notice.kept .icon { color: var(--kept); }
        .badge { display: inline-flex; align-items: center; gap: 4px; padding: 1px 7px; border-radius: 4px;
          font: 600 12px/18px var(--sans); white-space: nowrap; background: var(--tint); color: var(--soft); }
        .badge .icon { width: 12px; height: 12px; }
        .badge.qualified { background: var(--water-tint); color: light-dark(#12479b, #a9cdff); }
        .badge.risk { background: var(--risk-tint); color: var(--risk); }
        .badge.breached { background: var(--breached-tint); color: var(--breached); }
        .badge.kept { background: var(--kept-tint); color: var(--kept); }
        .badge.echo { background: var(--echo-tint); color: var(--echo); }
        .columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 32px 40px; margin-top: 32px; }
        .columns.wide-left { grid-template-columns: minmax(0, 5fr) minmax(0, 3fr); }
        .columns.wide-right { grid-template-columns: minmax(220px, 280px) minmax(0, 1fr); }
        .column > section { margin-top: 28px; } .column { min-width: 0; }
        .stack { display: grid; gap: 16px; }
        .pair { display: grid; gap: 24px 32px; grid-template-columns: repeat(auto-fit, minmax(min(360px, 100%), 1fr)); }
        .clauses { list-style: none; display: grid; gap: 0; max-width: 980px; counter-reset: none; }
        .clauses > li { display: grid; grid-template-columns: 40px minmax(0, 1fr) 240px; gap: 4px 16px; padding: 8px 0;
          border-bottom: 1px solid var(--line); }
        .clauses > li:not(:has(.margin)) { grid-template-columns: 40px minmax(0, 1fr); }
        .clauses.changes > li { grid-template-columns: 24px minmax(0, 1fr); } .changes .margin { grid-column: 2; }
        .clauses .number { color: var(--soft); text-align: right; font-variant-numeric: tabular-nums; }
        .clauses .margin { color: var(--soft); font-size: 12px; line-height: 16px; padding-left: 12px;
          border-left: 2px solid var(--line); }
        ins { text-decoration: underline; text-decoration-color: var(--kept); background: var(--kept-tint); }
        del { color: var(--soft); background: var(--breached-tint); }
        .signatures { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 16px 32px; max-width: 720px; }
        .signature { padding-top: 12px; border-top: 1px solid var(--ink); display: grid; gap: 4px; align-content: start; }
        .signature .name { font: 600 20px/28px var(--sans); }
        .timeline { list-style: none; border-left: 2px solid var(--line); margin-left: 5px; }
        .timeline li { position: relative; padding: 3px 0 9px 16px; }
        .timeline li::before { content: ""; position: absolute; left: -6px; top: 9px; width: 8px; height: 8px;
          border-radius: 50%; background: var(--paper); border: 2px solid var(--rest); }
        .timeline .in::before { background: var(--water); border-color: var(--water); }
        .timeline .out::before { border-color: var(--water); }
        .timeline .share::before { background: var(--echo); border-color: var(--echo); }
        .timeline .hand::before { background: var(--risk-fill); border-color: var(--risk-fill); }
        .timeline .deal::before { background: var(--kept); border-color: var(--kept); border-radius: 1px; }
        .timeline .when { color: var(--soft); font-size: 12px; line-height: 16px; }
        .sliders { display: grid; gap: 16px; } .sliders .slider { display: grid; gap: 2px; }
        .slider .top { display: flex; justify-content: space-between; gap: 8px; }
        .slider output, .slider .top .value { font-weight: 600; font-variant-numeric: tabular-nums; }
        .slider .ends { display: flex; justify-content: space-between; }
        .matrix td, .matrix th { padding: 2px 6px 2px 0; border: 0; } .matrix td:last-child { padding: 2px 3px; } .matrix tbody tr:hover { background: none; }
        .matrix tbody th { vertical-align: middle; min-width: 160px; } .matrix caption { white-space: nowrap; color: var(--ink);
          font-weight: 600; }
        form > .columns { margin-top: 0; }
        .matrix input { width: 64px; text-align: right; padding: 2px 6px; font-variant-numeric: tabular-nums; }
        .values { margin-top: 12px; } .values legend { padding-bottom: 6px; font-size: 14px; } .values .grid { display: grid;
          gap: 12px 20px; grid-template-columns: repeat(auto-fill, minmax(min(200px, 100%), 1fr)); align-items: end; }
        .values .field > label { font-weight: 400; color: var(--soft); overflow-wrap: anywhere; }
        main > nav:not(.crumbs):not(.paging) { margin-bottom: 16px; }
        .weirs { display: flex; flex-wrap: wrap; align-items: start; gap: 8px 24px; } .weirs .chart { flex: 380 1 260px; max-width: 470px; }
        .weirs .run { flex: 170 1 150px; max-width: 210px; }
        .drop { border: 1px dashed var(--rest); border-radius: 6px; padding: 16px; display: grid; gap: 8px; max-width: 560px; }
        .drop.is-over { border-color: var(--water); background: var(--water-tint); }
        .sticky { position: sticky; top: 64px; }
        """)

    /// Drawings. A colour means the same thing on every page.
    static let charts = StyleSheet(
        """
        figure { min-width: 0; }
        figcaption { font-weight: 600; }
        figcaption span { display: block; color: var(--soft); font-weight: 400; font-size: 12px; line-height: 16px; }
        .chart { display: block; width: 100%; height: auto; margin-top: 8px; overflow: visible; }
        .chart text { fill: var(--soft); font: 400 12px var(--sans); font-variant-numeric: tabular-nums; }
        .chart .ink { fill: var(--ink); } .chart .value { fill: var(--ink); font-weight: 600; }
        .chart .end { text-anchor: end; } .chart .middle { text-anchor: middle; }
        .chart .rule { stroke: var(--line); stroke-width: 1; }
        .chart .bar { fill: var(--water); } .chart .bar.rest { fill: var(--rest); }
        .chart .bar.over { fill: var(--risk-fill); } .chart .bar.lost { fill: var(--line); }
        .chart .bar.kept { fill: var(--kept); } .chart .bar.breached { fill: var(--breached); }
        .chart .bar.pale { fill: var(--water-tint); }
        .chart .track { fill: var(--tint); } .chart .area { fill: var(--water-tint); }
        .chart .curve { fill: none; stroke: var(--water); stroke-width: 1.8; stroke-linejoin: round; }
        .chart .curve.ink-line { stroke: var(--ink); fill: none; stroke-width: 1.4; }
        .chart .curve.draft { stroke: var(--echo); stroke-dasharray: 6 3; }
        .chart .limit { fill: none; stroke: var(--ink); stroke-width: 1.2; stroke-dasharray: 5 3; }
        .chart .limit.stay { stroke: var(--rest); }
        .chart .halo { stroke: var(--paper); stroke-width: 4; stroke-linecap: square; }
        .chart .point { fill: var(--water); stroke: var(--paper); stroke-width: 1.5; }
        .chart .point.rest { fill: var(--rest); } .chart .point.hand { fill: var(--risk-fill); }
        .chart .point.draft { fill: var(--echo); }
        .chart .point.hollow { fill: var(--paper); stroke: var(--echo); stroke-width: 2; }
        .chart .point.read { fill: var(--echo); }
        .chart .ring { fill: none; stroke: var(--ink); stroke-width: 1.4; }
        .chart .whisker { stroke: var(--ink); stroke-width: 1.4; }
        .chart .arc { fill: none; stroke: var(--echo); stroke-width: 1.6; opacity: .75; }
        .chart .ribbon { fill: var(--water-tint); } .chart .ribbon.out { fill: var(--line); }
        .chart .deal { fill: var(--kept); } .chart a text { fill: var(--water); text-decoration: underline; }
        .seats td, .seats th { padding: 4px 10px 4px 0; }
        .seats .seat { display: inline-flex; gap: 3px; flex-wrap: wrap; }
        .seat svg, .key svg { width: 14px; height: 14px; display: block; flex: none; }
        .seat .filled, .key .filled { fill: var(--rest); } .seat .engaged, .key .engaged { fill: var(--water); }
        .seat .missing, .key .missing { fill: none; stroke: var(--rest); stroke-width: 1.4; stroke-dasharray: 2.5 2; }
        .key { display: flex; flex-wrap: wrap; gap: 4px 16px; color: var(--soft); font-size: 12px; line-height: 16px;
          list-style: none; margin-top: 6px; }
        .key li { display: inline-flex; align-items: center; gap: 6px; }
        .meter { display: block; width: 100%; min-width: 48px; height: 8px; margin-top: 6px; } .meter .track { fill: var(--line); }
        .meter .bar { fill: var(--water); } .meter .bar.over { fill: var(--risk-fill); }
        details { margin-top: 8px; } .person, .person summary { margin-top: 0; }
        summary { width: fit-content; color: var(--water); cursor: pointer; font-size: 12px; line-height: 24px; }
        details > .scroll { margin-top: 4px; } .scroll { position: relative; }
        """)

    /// Small screens, paper, and eyes that want less motion.
    static let small = StyleSheet(
        """
        @media (max-width: 1080px) { .columns, .columns.wide-left { grid-template-columns: minmax(0, 1fr); }
          .long { display: none; } .clauses > li { grid-template-columns: 32px minmax(0, 1fr); }
          .clauses .margin { grid-column: 2; } }
        @media (min-width: 1081px) { .short { display: none; } }
        @media (max-width: 760px) {
          body.framed { display: block; } .bar { flex-wrap: wrap; gap: 8px 12px; padding: 8px 16px; position: static; }
          .home { width: auto; } .seals { margin-left: auto; } .find { order: 5; flex: 1 1 100%; }
          .find kbd { display: none; } .as-of { order: 4; } .as-of label { position: absolute; width: 1px; height: 1px; overflow: hidden;
            clip-path: inset(50%); }
          .as-of input { width: 128px; }
          .rail { border-right: 0; border-bottom: 1px solid var(--line); padding: 4px 8px; overflow-x: auto;
            position: sticky; top: 0; z-index: 2; background: var(--paper); }
          .rail ul { display: flex; gap: 0; position: static; } .rail a { padding: 6px 8px; gap: 6px; white-space: nowrap; }
          main { padding: 16px 16px 48px; } .band { margin: -16px -16px 16px; padding: 8px 16px; flex-wrap: wrap; }
          .columns.wide-right { grid-template-columns: minmax(0, 1fr); } .sticky { position: static; }
          .figures { grid-template-columns: 1fr 1fr; } .head .end { margin-left: 0; }
          .chart text { font-size: 19px; } .weirs text { font-size: 14px; } .chart.wide text { font-size: 34px; } .chart .spare { display: none; }
          .chart.wide .foot { transform: translateY(16px); }
          .signatures { grid-template-columns: minmax(0, 1fr); } th, td { padding-right: 12px; }
          .wide-only { display: none; } }
        @media (max-width: 340px) { .figures { grid-template-columns: 1fr; } }
        @media (prefers-reduced-motion: reduce) { * { transition: none !important; animation: none !important;
          scroll-behavior: auto !important; } }
        @media (forced-colors: active) { .chart .bar, .chart .area, .seat .filled { forced-color-adjust: none; } }
        @media print { :root { color-scheme: light !important; } body.framed { display: block; }
          .rail, header.bar, .filters, .paging, .actions, dialog, .skip, .no-print { display: none !important; } main { padding: 0; } .columns { grid-template-columns: 1fr 1fr; }
          a { color: inherit; text-decoration: none; } tr, figure, .figures { break-inside: avoid; }
          h2, h3 { break-after: avoid; } .scroll { overflow: visible; } @page { margin: 16mm 14mm; }
          body { font-size: 11px; line-height: 15px; } details:not([open]) { display: none; } }
        """)
}

/// How the pages of this room look beyond the design they share.
enum DoorStyle {
    static let text = """
        form.inline { display: inline-flex; flex-wrap: wrap; align-items: center; gap: 6px; }
        td form.inline + form.inline, td span + form.inline { margin-left: 6px; }
        form.stack { max-width: 460px; } form.stack.wide { max-width: none; } form.stack > button { justify-self: start; }
        label.check { display: inline-flex; align-items: center; gap: 6px; min-height: 24px; font-weight: 400; }
        fieldset { border: 0; padding: 0; margin: 0; display: grid; gap: 4px; } fieldset.row, .row { display: flex;
          flex-wrap: wrap; gap: 8px 20px; align-items: end; }
        dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; margin-bottom: 16px; }
        dl.facts dt { color: var(--soft); } code.secret { font-size: 14px; overflow-wrap: anywhere; user-select: all; }
        pre { overflow: auto; max-height: 260px; padding: 10px; background: var(--tint); border-radius: 6px;
          font-size: 12px; line-height: 16px; white-space: pre-wrap; overflow-wrap: anywhere; }
        ol.steps { display: flex; flex-wrap: wrap; list-style: none; gap: 4px 20px; padding: 0; margin: 0 0 20px;
          counter-reset: step; color: var(--soft); }
        ol.steps li { counter-increment: step; } ol.steps li::before { content: counter(step) " "; font-weight: 600; }
        ol.steps .here { color: var(--ink); font-weight: 600; } ol.text, ul.why, ul.talk { padding-left: 20px; }
        ol.text li, .why li, .talk li { margin: 4px 0; } .reject { border-top: 1px solid var(--line); padding-top: 12px; }
        .reject h2 { font-size: 14px; }
        .inbox { display: grid; grid-template: auto 1fr / minmax(320px, 5fr) minmax(0, 6fr); gap: 0 28px; margin-top: 12px; }
        .inbox > .notice, .inbox > .waiting { grid-column: 1; } .inbox > .decision { grid-area: 1 / 2 / span 2; }
        .way-back { display: none; }
        .hands { list-style: none; padding: 0; margin: 0; border-top: 1px solid var(--line); }
        .hands li { border-bottom: 1px solid var(--line); } .hands li[hidden] { display: none; }
        .hands a { display: grid; grid-template-columns: 92px minmax(0, 1fr) auto; gap: 2px 12px; align-items: baseline;
          padding: 7px 8px; color: inherit; text-decoration: none; }
        .hands a:hover { background: var(--tint); }
        @media (min-width: 901px) {
          .hands a[aria-current] { background: var(--water-tint); box-shadow: inset 3px 0 0 var(--water); }
          .hands a[aria-current] .left { color: inherit; font-weight: 600; } }
        .hands .who { min-width: 0; display: grid; } .hands .who span { overflow: hidden; text-overflow: ellipsis;
          white-space: nowrap; font-size: 12px; line-height: 16px; }
        .hands .tags { display: inline-flex; gap: 6px; align-items: center; flex-wrap: wrap; justify-content: end; }
        .left { position: relative; display: inline-flex; align-items: center; gap: 6px; white-space: nowrap;
          font-variant-numeric: tabular-nums; } .left.risk { color: var(--risk); } .left.breached { color: var(--breached); }
        .decision { min-width: 0; } .decision section { margin-top: 20px; } .decision h3 { margin: 0 0 6px; }
        .whom h2 { margin: 0; } .whom p { margin: 2px 0 12px; } button.small { min-height: 24px; padding: 0 8px; } .whom .small { margin-left: 8px; }
        .moves { display: flex; flex-wrap: wrap; gap: 8px; align-items: start; } .moves kbd { margin-left: 6px; }
        .moves, details.move { position: relative; } .moves details.move { position: static; } details.move { margin: 0; } details.move > summary { list-style: none; }
        details.move > summary::-webkit-details-marker { display: none; }
        summary.button { display: inline-flex; align-items: center; font-size: 14px; line-height: 20px; }
        .pop { position: absolute; z-index: 4; left: 0; top: calc(100% + 4px); width: max-content; max-width: 300px;
          padding: 12px; display: grid; gap: 8px; background: var(--raised); border: 1px solid var(--line);
          border-radius: 6px; box-shadow: 0 6px 24px rgb(0 0 0 / .14); }
        .bant, .promises { list-style: none; padding: 0; margin: 0; } .bant li, .promises li { margin: 4px 0; }
        .bant details { margin: 0; } .bant summary { color: var(--ink); font-size: 14px; line-height: 24px; }
        .bant summary .icon { vertical-align: -3px; margin-right: 6px; color: var(--kept); }
        .bant form { margin: 8px 0 12px 22px; } .first { margin-top: 12px; padding: 8px 12px; background: var(--water-tint); border-radius: 6px; }
        .toast { position: fixed; left: 50%; bottom: 20px; transform: translateX(-50%); z-index: 6; display: flex; gap: 12px;
          align-items: center; padding: 10px 14px; border-radius: 6px; background: var(--ink); color: var(--paper);
          box-shadow: 0 6px 24px rgb(0 0 0 / .2); margin: 0; max-width: calc(100vw - 32px); }
        .toast:empty { display: none; } .toast button { background: none; border: 1px solid currentColor; color: inherit; }
        .team + .team { margin-top: 32px; } .team details > .scroll + form, .team form + form { margin-top: 16px; } figure:has(> .chart:not(.wide)) { max-width: 720px; }
        .drop, .drop input[type="file"] { max-width: 100%; min-width: 0; }
        @media (max-width: 900px) { .inbox { display: block; }
          .inbox:not(.is-chosen) .decision, .inbox.is-chosen .waiting { display: none; }
          main:has(.inbox.is-chosen) > :is(nav, details.move) { display: none; }
          .way-back { display: block; margin-bottom: 12px; } .way-back a { display: inline-block; padding: 4px 0; }
          .hands a { grid-template-columns: 84px minmax(0, 1fr); } .hands .tags { grid-column: 2; justify-content: start; }
          .pop { position: static; box-shadow: none; margin-top: 6px; } }
        """
}

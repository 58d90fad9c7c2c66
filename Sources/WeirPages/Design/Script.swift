/// The application's own script: keys, theme, relative times, forms that send themselves. Every page works without it.
public enum Script {
    /// The text to serve.
    public static let text = """
        "use strict";
        // On a phone the rooms lie side by side: the one that is open comes into sight.
        if (scrollY === 0 && !location.hash)
          document.querySelector(".rail [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
        (() => {
          const root = document.documentElement;
          root.classList.add("scripted");
          const each = (selector, work, inside = document) => inside.querySelectorAll(selector).forEach(work);
          const isTyping = target => target.closest?.("input, textarea, select, [contenteditable]");

          // Relative times: the server writes the instant, the reader's clock says how long ago that is.
          const steps = [[60, "second", 1], [3600, "minute", 60], [86400, "hour", 3600], [1209600, "day", 86400],
            [5184000, "week", 604800], [63072000, "month", 2629800], [Infinity, "year", 31557600]];
          const words = new Intl.RelativeTimeFormat("en", { numeric: "auto", style: "short" });
          const exact = new Intl.DateTimeFormat("en-GB", { dateStyle: "full", timeStyle: "long" });
          const tellTimes = inside => each("time[data-relative]", time => {
            const at = new Date(time.dateTime), seconds = (at - Date.now()) / 1000;
            if (Number.isNaN(seconds)) return;
            const [, unit, length] = steps.find(([limit]) => Math.abs(seconds) < limit);
            time.textContent = words.format(Math.round(seconds / length), unit);
            time.title = exact.format(at);
          }, inside);

          // Keys: `data-key` is pressed or focused by its key; G and a letter goes to a room.
          const rooms = { i: "/inbox", a: "/accounts", m: "/market", g: "/agreement", l: "/lab", f: "/flow",
            w: "/waterfall", e: "/events", s: "/settings" };
          let isGoing = false;
          const act = element => {
            if (element.matches("input, textarea, select")) { element.focus(); element.select?.(); } else element.click();
          };
          addEventListener("keydown", event => {
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            if (event.key === "Escape" && isTyping(event.target)) return event.target.blur();
            if (isTyping(event.target)) return;
            const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
            if (isGoing && rooms[key]) {
              isGoing = false;
              if (document.querySelector(`.rail a[href="${rooms[key]}"]`)) location.href = rooms[key];
              return;
            }
            isGoing = key === "g";
            if (key === "?") return document.getElementById("keys")?.showModal();
            const found = document.querySelector(`[data-key="${CSS.escape(key)}"]:not([disabled])`);
            if (found) { event.preventDefault(); act(found); return; }
            if (key === "j" || key === "k") step(key === "j" ? 1 : -1);
          });
          // J and K walk down and up a list of links.
          const step = by => {
            const list = [...document.querySelectorAll("[data-walk] [data-stop]")];
            if (!list.length) return;
            const at = list.indexOf(document.activeElement);
            list[Math.max(0, Math.min(list.length - 1, at < 0 ? 0 : at + by))].focus();
          };

          document.addEventListener("click", event => {
            const close = event.target.closest("[data-close]");
            if (close) { event.preventDefault(); document.getElementById(close.dataset.close)?.close(); }
            const copy = event.target.closest("[data-copy]");
            if (copy) navigator.clipboard?.writeText(copy.dataset.copy);
            each("details.person[open]", menu => { if (!menu.contains(event.target)) menu.open = false; });
          });

          // Forms that send themselves when something in them changes.
          document.addEventListener("change", event => {
            const form = event.target.form;
            if (form?.dataset.send === "change") form.requestSubmit();
          });

          // A slider says its value, and the pictures that depend on it are drawn anew while it moves: only the newest
          // answer counts, and no second question is asked before the first is answered.
          const redraw = form => {
            if (form.isAsking) { form.mustAsk = true; return; }
            form.isAsking = true;
            const query = new URLSearchParams(new FormData(form));
            const address = form.dataset.live + "?" + query;
            fetch(address, { headers: { "HX-Request": "true" }, credentials: "same-origin" })
              .then(answer => answer.ok ? answer.text() : Promise.reject(answer.status))
              .then(text => {
                const target = document.getElementById(form.dataset.target);
                const fresh = new DOMParser().parseFromString(text, "text/html");
                const part = fresh.getElementById(form.dataset.target);
                const open = [...target.querySelectorAll("details")].map(one => one.open);
                target.replaceChildren(...(part ?? fresh.body).childNodes);
                [...target.querySelectorAll("details")].forEach((one, at) => { one.open = open[at] ?? false; });
                tellTimes(target);
                if (!form.dataset.quiet) history.replaceState(null, "", location.pathname + "?" + query);
              })
              .catch(() => {})
              .finally(() => {
                form.isAsking = false;
                if (form.mustAsk) { form.mustAsk = false; redraw(form); }
              });
          };
          document.addEventListener("input", event => {
            const slider = event.target;
            if (slider.type === "range") {
              const output = slider.closest(".slider")?.querySelector("output");
              if (output) output.textContent = slider.value + (slider.dataset.unit ?? "");
            }
            if (slider.form?.dataset.live) redraw(slider.form);
          });

          // A file may be dropped where it can be chosen.
          each("[data-drop]", place => {
            const field = place.querySelector("input[type=file]");
            const over = (event, isOver) => { event.preventDefault(); place.classList.toggle("is-over", isOver); };
            place.addEventListener("dragover", event => over(event, true));
            place.addEventListener("dragleave", event => over(event, false));
            place.addEventListener("drop", event => { over(event, false); field.files = event.dataTransfer.files; });
          });

          // The theme changes at once, and the form tells the server to remember it.
          each("[data-theme-choice]", button => button.addEventListener("click", event => {
            event.preventDefault();
            root.dataset.theme = button.dataset.themeChoice;
            each("[data-theme-choice]", one => one.setAttribute("aria-pressed", String(one === button)));
            const form = new FormData(button.form);
            form.set("theme", button.value);
            fetch(button.form.action, { method: "POST", body: new URLSearchParams(form), credentials: "same-origin" });
          }));

          tellTimes(document);
          setInterval(() => tellTimes(document), 30000);
          document.addEventListener("htmx:afterSwap", event => tellTimes(event.target));
        })();
        """
}

/// The inbox without waiting: the next hand-off is there at once, and for five seconds everything can be undone.
enum InboxScript {
    static let text = """
        (() => {
          "use strict";
          // Single keys can be turned off, for whoever talks to their computer.
          const areKeysOff = () => { try { return localStorage.getItem("weir-keys") === "off"; } catch { return false; } };
          addEventListener("keydown", event => {
            if (areKeysOff() && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
              && !event.target.matches("input, textarea, select")) event.stopImmediatePropagation();
          }, true);
          document.querySelectorAll("[data-keys-switch]").forEach(box => {
            box.checked = !areKeysOff();
            box.addEventListener("change", () => localStorage.setItem("weir-keys", box.checked ? "on" : "off"));
          });

          const inbox = document.getElementById("inbox");
          const toast = document.getElementById("toast");
          if (!inbox || !toast) return;
          const holdMillis = 5000;
          // A phone shows the list or one hand-off, as the class of the inbox says: never both.
          const isNarrow = () => matchMedia("(max-width: 900px)").matches;
          let held = null, soon = 0;

          const parse = text => new DOMParser().parseFromString(text, "text/html");
          const rows = () => [...inbox.querySelectorAll(".hands li:not([hidden])")];
          const hideHeld = () => {
            if (held) inbox.querySelectorAll(`li[data-hand="${held.hand}"]`).forEach(row => { row.hidden = true; });
          };
          const show = (page, isFocused) => {
            const part = page.getElementById("inbox");
            if (!part) return;
            inbox.className = part.className;
            inbox.replaceChildren(...part.childNodes);
            hideHeld();
            const row = inbox.querySelector(".hands a[aria-current]");
            if (isFocused) (row?.offsetParent ? row : inbox.querySelector(".way-back a"))?.focus({ preventScroll: false });
          };
          let asked = 0;
          let shown = location.search;
          const load = async (address, isFocused, isStep) => {
            const number = ++asked;
            const answer = await fetch(address, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
            if (number !== asked) return;
            if (!answer.ok) { location.href = address; return; }
            history[isStep ? "pushState" : "replaceState"](null, "", address);
            shown = location.search;
            show(parse(await answer.text()), isFocused);
          };

          const say = (words, isUndoable) => {
            toast.replaceChildren(document.createTextNode(words));
            if (!isUndoable) return;
            const button = document.createElement("button");
            button.type = "button";
            button.dataset.key = "u";
            button.textContent = "Undo";
            button.addEventListener("click", undo);
            toast.append(button);
          };
          const send = async waiting => {
            const answer = await fetch(waiting.address, {
              method: "POST", body: waiting.fields, headers: { "HX-Request": "true" }, credentials: "same-origin" });
            if (answer.ok) return;
            const page = parse(await answer.text());
            const why = page.querySelector("#inbox .notice.breached, main .text")?.textContent ?? "It could not be done.";
            show(page, false);
            say(why.trim(), false);
          };
          const settle = () => {
            if (!held) return Promise.resolve();
            const waiting = held;
            clearTimeout(waiting.timer);
            held = null;
            toast.replaceChildren();
            return send(waiting);
          };
          const undo = () => {
            if (!held) return;
            const waiting = held;
            clearTimeout(waiting.timer);
            held = null;
            say("Undone.", false);
            load(waiting.back, true);
          };

          // The list where a link's hand-off stands.
          const listAt = link => {
            const address = new URL(link.href);
            address.searchParams.set("at", address.searchParams.get("h") ?? "");
            address.searchParams.delete("h");
            return address.href;
          };
          document.addEventListener("submit", async event => {
            const form = event.target;
            if (!form.dataset.hold) return;
            event.preventDefault();
            // Somebody who chose another row and decides before it is there must not decide about the one before.
            const chosen = inbox.querySelector(".hands a[aria-current]");
            if (chosen && chosen.id !== `row-${form.dataset.hand}`) return;
            clearTimeout(soon);
            const fields = new URLSearchParams(new FormData(form, event.submitter));
            const before = rows();
            const at = before.findIndex(row => row.dataset.hand === form.dataset.hand);
            const next = before[at + 1] ?? before[at - 1];
            await settle();
            const back = location.href.includes("h=") ? location.href
              : location.pathname + "?" + new URLSearchParams([...new URLSearchParams(location.search), ["h", form.dataset.hand]]);
            held = { hand: form.dataset.hand, address: form.action, fields, back, timer: setTimeout(settle, holdMillis) };
            hideHeld();
            say(form.dataset.hold, true);
            const link = next?.querySelector("a");
            if (link && next.dataset.hand !== form.dataset.hand) load(isNarrow() ? listAt(link) : link.href, true);
            else {
              inbox.querySelector(".decision")?.replaceChildren();
              inbox.classList.remove("is-chosen");
            }
          });
          addEventListener("pagehide", () => {
            if (held) navigator.sendBeacon(held.address, held.fields);
            held = null;
          });
          document.addEventListener("weir:fresh", hideHeld);

          document.addEventListener("click", event => {
            const link = event.target.closest("a[data-load]");
            if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
            event.preventDefault();
            load(link.href, true, isNarrow()).then(() => {
              if (isNarrow() && inbox.classList.contains("is-chosen")) inbox.scrollIntoView();
            });
          });
          // What a phone showed before comes back by the browser's own way, too.
          addEventListener("popstate", () => { if (location.search !== shown) load(location.href, true); });
          // J and K choose, too.
          addEventListener("keydown", event => {
            if (!["j", "k", "J", "K"].includes(event.key) || event.target.matches("input, textarea, select")) return;
            event.preventDefault();
            event.stopImmediatePropagation();
            const all = rows();
            const at = all.findIndex(row => row.querySelector("a[aria-current]"));
            const link = all[at + (event.key.toLowerCase() === "j" ? 1 : -1)]?.querySelector("a");
            if (!link) return;
            inbox.querySelectorAll(".hands a[aria-current]").forEach(one => one.removeAttribute("aria-current"));
            link.setAttribute("aria-current", "true");
            link.focus();
            clearTimeout(soon);
            soon = setTimeout(() => load(link.href, true), 60);
          }, true);
          // Opening a choice leads into it; Escape leads out.
          document.addEventListener("toggle", event => {
            const move = event.target;
            if (!move.matches?.("details.move") || !move.open) return;
            inbox.querySelectorAll("details.move[open]").forEach(one => { if (one !== move) one.open = false; });
            move.querySelector("input:not([type=hidden]), button[type=submit]")?.focus();
          }, true);
          addEventListener("keydown", event => {
            const move = event.key === "Escape" && event.target.closest?.("details.move[open]");
            if (move) { move.open = false; move.querySelector("summary").focus(); }
          });
        })();
        """
}

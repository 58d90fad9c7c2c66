/// What the pages of this room do beyond the frame's script. Every page works without it.
enum DoorScript {
    static let text = """
        (() => {
          "use strict";
          // The browser knows the reader's time zone.
          const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
          document.querySelectorAll("[data-zone]").forEach(field => { if (zone) field.value = zone; });

          // A part of a page that says what changed: it is read anew when the server says so.
          document.querySelectorAll("[data-stream]").forEach(place => {
            const source = new EventSource(place.dataset.stream);
            const fresh = async () => {
              const answer = await fetch(location.href, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
              if (!answer.ok) return;
              const part = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById(place.id);
              if (!part) return;
              const held = document.activeElement?.id;
              place.className = part.className;
              place.replaceChildren(...part.childNodes);
              if (held) document.getElementById(held)?.focus({ preventScroll: true });
              document.dispatchEvent(new CustomEvent("weir:fresh", { detail: place }));
            };
            let isWaiting = false;
            source.addEventListener("change", () => {
              if (isWaiting) return;
              isWaiting = true;
              setTimeout(() => { isWaiting = false; fresh(); }, 150);
            });
            // Lines that are added at the top as they come, at most a hundred of them.
            source.addEventListener("line", event => {
              const list = document.getElementById(place.dataset.lines);
              if (!list) return;
              const part = new DOMParser().parseFromString("<table><tbody>" + event.data + "</tbody></table>", "text/html");
              list.prepend(...part.querySelectorAll("tr"));
              while (list.children.length > 100) list.lastElementChild.remove();
              document.querySelectorAll("[data-stream-empty]").forEach(one => one.remove());
            });
            addEventListener("pagehide", () => source.close());
          });

          // A part that is read anew until what it waits for is done.
          const poll = async place => {
            const answer = await fetch(location.href, { headers: { "HX-Request": "true" }, credentials: "same-origin" });
            if (!answer.ok) return;
            const page = new DOMParser().parseFromString(await answer.text(), "text/html");
            const part = page.getElementById(place.id);
            if (!part) return;
            if (!part.dataset.poll) return location.reload();
            place.replaceChildren(...part.childNodes);
            setTimeout(() => poll(place), Number(place.dataset.poll));
          };
          document.querySelectorAll("[data-poll]").forEach(place => setTimeout(() => poll(place), Number(place.dataset.poll)));
        })();
        """
}

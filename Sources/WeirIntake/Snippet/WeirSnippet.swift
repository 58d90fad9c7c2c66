import Crypto

/// The script that a website loads to send what visitors do, to be served as `/weir.js`. `docs/tracking.md` says how
/// it is used; the same bytes serve every source, so that their hash can be pinned.
///
/// It holds everything in memory until `weir.consent("granted")`, sends nothing and keeps no id where consent is denied
/// or the browser sends Global Privacy Control, and never reads more of the device than a page view names.
public enum WeirSnippet {
    /// As `text/javascript; charset=utf-8`.
    public static let javascript = source + "\n"

    /// For the `integrity` attribute of the script's element (Subresource Integrity).
    public static let integrity: String = {
        "sha384-" + Base64.encode(Array(SHA384.hash(data: Array(javascript.utf8))))
    }()

    private static let source = #"""
        (function (w, d, n) {
          "use strict";
          var early = w.weir || [];
          if (early.track) return;
          var s = d.currentScript || d.querySelector("script[data-key]"), a = (s && s.dataset) || {};
          var host = a.host || (s && s.src ? new URL(s.src).origin : ""), url = host.replace(/\/$/, "") + "/v1/b";
          var queue = [], busy = 0, flying = [], tries = 0, timer = 0, last = "";
          var state = a.beforeConsent == "send" ? "memory" : "held", basis, me = { a: uuid() };
          var out = n.globalPrivacyControl || (a.dnt == "respect" && n.doNotTrack == "1");
          var kept = (a.params || "").split(",");

          function uuid() {
            if (w.crypto.randomUUID) return w.crypto.randomUUID();
            return "10000000-1000-4000-8000-100000000000".replace(/[018]/g, function (c) {
              return (c ^ (w.crypto.getRandomValues(new Uint8Array(1))[0] & (15 >> (c / 4)))).toString(16);
            });
          }
          function cookie(age) {
            d.cookie = "weir=" + (age ? encodeURIComponent(JSON.stringify(me)) : "") + ";path=/;max-age=" + age +
              ";samesite=lax" + (location.protocol == "https:" ? ";secure" : "");
          }
          function remembered() {
            try {
              var old = JSON.parse(decodeURIComponent(/(?:^|; )weir=([^;]+)/.exec(d.cookie)[1]));
              if (old.a) return old;
            } catch (e) {}
          }
          function save() { if (state == "granted") cookie(33696000); }
          function bare(address) {
            try {
              var u = new URL(address);
              Array.from(u.searchParams.keys()).forEach(function (k) {
                if (!/^utm_/.test(k) && kept.indexOf(k) < 0) u.searchParams.delete(k);
              });
              u.hash = u.username = u.password = "";
              return u.href;
            } catch (e) { return ""; }
          }
          function campaign() {
            var c, q = new URLSearchParams(location.search);
            ["source", "medium", "campaign", "term", "content"].forEach(function (k) {
              var v = q.get("utm_" + k);
              if (v) (c = c || {})[k == "campaign" ? "name" : k] = v;
            });
            return c;
          }
          function add(type, more) {
            if (out || state == "denied") return;
            var e = {
              type: type, messageId: uuid(), anonymousId: me.a, timestamp: new Date().toISOString(),
              context: {
                page: { path: location.pathname, url: bare(location.href), title: d.title, referrer: bare(d.referrer) },
                campaign: campaign(), groupId: me.g, userAgent: n.userAgent, locale: n.language,
                library: { name: "weir.js", version: "1" }, automated: n.webdriver || undefined
              }
            };
            if (me.u) e.userId = me.u;
            for (var k in more) if (more[k] !== undefined) e[k] = more[k];
            queue.push(e);
            if (queue.length > 20000) queue.shift();
            later(queue.length > 99 ? 0 : 300);
          }
          function later(ms) {
            if (busy || state == "held" || (timer && ms)) return;
            clearTimeout(timer);
            timer = setTimeout(send, ms);
          }
          function take() {
            var list = [], size = 0, next;
            while (queue.length && list.length < 250) {
              queue[0].context.consent = { state: state, basis: basis };
              next = new Blob([JSON.stringify(queue[0])]).size;
              if (size && size + next > 57000) break;
              size += next;
              list.push(queue.shift());
            }
            return list;
          }
          function body(list) { return JSON.stringify({ writeKey: a.key, sentAt: new Date().toISOString(), batch: list }); }
          function send() {
            timer = 0;
            if (busy || out || state == "held" || !queue.length) return;
            var list = take(), text = body(list), wait;
            busy = 1;
            flying = text.length < 20000 ? [] : list;
            function again(r) {
              if (state != "denied") queue = list.concat(queue);
              wait = Math.min(30000, 500 * Math.pow(2, tries++)) * (1 + Math.random()) / 2;
              wait = Math.max(wait, 1000 * ((r && +r.headers.get("Retry-After")) || 0));
            }
            fetch(url, {
              method: "POST", body: text, keepalive: text.length < 20000, headers: { "Content-Type": "text/plain" },
              credentials: "omit"
            }).then(function (r) {
              if (r.status == 429 || r.status > 499) return again(r);
              tries = wait = 0;
              if (!r.ok) console.warn("weir: " + r.status + ", " + list.length + " events were refused");
            }, function () { again(); }).then(function () {
              busy = 0;
              flying = [];
              if (queue.length) later(wait);
            });
          }
          function leave() {
            if (out || state == "held") return;
            var list;
            queue = flying.concat(queue);
            flying = [];
            while ((list = take()).length) {
              if (!n.sendBeacon || !n.sendBeacon(url, body(list))) {
                queue = list.concat(queue);
                return later(0);
              }
            }
          }
          function page(name, properties) {
            last = location.pathname;
            add("page", { name: name, properties: properties || {} });
          }
          var fields = {
            email: "email", name: "name", fullname: "name", firstname: "firstName", givenname: "firstName",
            lastname: "lastName", familyname: "lastName", company: "company", organization: "company", title: "title",
            jobtitle: "title",
            organizationtitle: "title", website: "website"
          };
          function plain(text) { return (text || "").toLowerCase().replace(/[^a-z]/g, ""); }
          function submitted(e) {
            var f = e.target, t = {}, some, form = f.dataset && f.dataset.weir;
            if (form === undefined) return;
            Array.from(f.elements).forEach(function (i) {
              var k = fields[plain(i.name)] || fields[plain(i.autocomplete)];
              if (k && i.value && i.type != "password" && i.type != "hidden") some = t[k] = i.value;
            });
            if (some) api.identify(null, t);
            api.track("Form Submitted", { form: form || f.id || f.getAttribute("name") || "" });
            leave();
          }
          var api = {
            page: page,
            track: function (event, properties) { add("track", { event: event, properties: properties || {} }); },
            identify: function (id, traits) {
              if (id) me.u = String(id);
              save();
              add("identify", { traits: traits || {} });
            },
            group: function (id, traits) {
              me.g = String(id);
              save();
              add("group", { groupId: me.g, traits: traits || {} });
            },
            consent: function (answer, why) {
              if (out) return;
              basis = why;
              if (answer == "granted") {
                state = answer;
                var old = remembered();
                if (old) {
                  queue.forEach(function (e) {
                    e.anonymousId = old.a;
                    if (!e.userId && old.u) e.userId = old.u;
                  });
                  me = { a: old.a, u: me.u || old.u, g: me.g || old.g };
                }
                save();
                later(0);
              } else {
                state = "denied";
                queue = [];
                me = { a: uuid() };
                cookie(0);
              }
            },
            reset: function () {
              me = { a: uuid() };
              save();
            },
            flush: leave,
            pending: function () { return queue.length + busy; },
            push: function (call) { api[call[0]].apply(api, [].slice.call(call, 1)); }
          };
          w.weir = api;
          if (out) cookie(0);
          if (a.page != "off") {
            page();
            ["pushState", "replaceState"].forEach(function (k) {
              var was = history[k];
              history[k] = function () {
                was.apply(this, arguments);
                if (location.pathname != last) page();
              };
            });
            w.addEventListener("popstate", function () { if (location.pathname != last) page(); });
          }
          d.addEventListener("submit", submitted, true);
          d.addEventListener("visibilitychange", function () { if (d.visibilityState == "hidden") leave(); });
          w.addEventListener("pagehide", leave);
          [].forEach.call(early, api.push);
        })(window, document, navigator);
        """#
}

// The search form of the index, and old dates on every page. Without it everything can still be read.
"use strict";
(function () {
  const YEAR = 365 * 24 * 3600 * 1000;
  for (const time of document.querySelectorAll("time[data-old]")) {
    if (Date.now() - Date.parse(time.dateTime) > YEAR) time.after(time.dataset.old);
  }

  const form = document.getElementById("search");
  if (!form) return;
  const PORTION = 100;
  const byId = (id) => document.getElementById(id);
  const [query, state, clear, results, rest, all] = ["q", "state", "clear", "results", "rest", "all"].map(byId);
  const selects = [...form.querySelectorAll("select")];
  const cards = [];
  for (const card of all.querySelectorAll("li[data-at]")) cards[card.dataset.at] = card;
  const index = { rows: null, facets: null, texts: null };
  let fold = null;
  let found = [];
  let shown = 0;
  let typing = false;

  // The two scripts of the index call this.
  window.curateIndex = (name, value) => {
    if (name === "names") {
      index.rows = value.rows;
      index.facets = value.facets;
      fold = curateSearch.folder(value.from, value.to);
    } else {
      index.texts = value;
    }
    if (index.rows && index.texts) show();
  };

  let asked = false;
  function load() {
    if (asked) return;
    asked = true;
    for (const name of ["index-names.js", "index-texts.js"]) {
      const script = document.createElement("script");
      script.src = name;
      document.head.append(script);
    }
  }

  function chosen() {
    const choices = {};
    for (const select of selects) if (select.value) choices[select.name] = select.selectedIndex - 1;
    return choices;
  }

  function show() {
    const choices = chosen();
    const active = query.value.trim() !== "" || Object.keys(choices).length > 0;
    all.hidden = active;
    results.hidden = !active;
    clear.hidden = !active;
    results.replaceChildren();
    rest.hidden = true;
    state.textContent = "";
    if (!active) return;
    if (!index.rows || !index.texts) {
      state.textContent = state.dataset.wait;
      load();
      return;
    }
    found = curateSearch.find(index, fold(query.value), choices);
    shown = 0;
    more();
    state.textContent = found.length ? state.dataset.some.replace("#", found.length) : state.dataset.none;
  }

  function more() {
    for (const at of found.slice(shown, shown + PORTION)) {
      const copy = cards[at].cloneNode(true);
      copy.removeAttribute("id");
      results.append(copy);
    }
    shown += PORTION;
    rest.hidden = shown >= found.length;
  }

  function address() {
    const wanted = new URLSearchParams();
    if (query.value.trim()) wanted.set("q", query.value.trim());
    for (const select of selects) if (select.value) wanted.set(select.name, select.value);
    const text = wanted.toString();
    return text ? `?${text}` : location.pathname.split("/").pop() || "./";
  }

  // One step back undoes one choice, or all that was typed at a stretch.
  function changed(typed) {
    history[typed && typing ? "replaceState" : "pushState"](null, "", address());
    typing = typed;
    show();
  }

  function restore() {
    const wanted = new URLSearchParams(location.search);
    query.value = wanted.get("q") ?? "";
    for (const select of selects) {
      select.value = wanted.get(select.name) ?? "";
      if (select.selectedIndex < 0) select.value = "";
    }
    if (selects.some((select) => select.value)) byId("filters").open = true;
    typing = false;
    show();
  }

  form.hidden = false;
  if (byId("filters") && matchMedia("(min-width: 48rem)").matches) byId("filters").open = true;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    query.blur(); // the results are there already; on a phone the keyboard makes room for them
  });
  form.addEventListener("focusin", load);
  query.addEventListener("input", () => changed(true));
  for (const select of selects) select.addEventListener("change", () => changed(false));
  clear.addEventListener("click", () => {
    form.reset();
    changed(false);
    query.focus();
  });
  rest.firstElementChild.addEventListener("click", () => {
    const at = shown;
    more();
    results.children[at]?.querySelector("a").focus();
  });
  window.addEventListener("popstate", restore);
  restore();
})();

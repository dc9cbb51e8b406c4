"use strict";
/* What the pages do by themselves. Without it there are still reports, tables and CSV. */

const id = name => document.getElementById(name);

const release = id("release");
if (release) {
  release.addEventListener("change", () => release.form.requestSubmit());
  release.form.querySelector("button").hidden = true;
  const table = new URLSearchParams(location.search).get("table");
  if (table) {
    const kept = document.createElement("input");
    kept.type = "hidden";
    kept.name = "table";
    kept.value = table;
    release.form.append(kept);
  }
}

const filter = id("filter");
if (filter) {
  filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/);
    for (const entry of document.querySelectorAll(filter.dataset.filters)) {
      const text = entry.textContent.toLowerCase();
      entry.hidden = !words.every(word => text.includes(word));
    }
    for (const group of document.querySelectorAll(".namespace")) {
      group.hidden = !group.querySelector(".entry:not([hidden])");
    }
  });
}

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const drawn = (name, attributes, text) => {
  const made = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
};

if (id("statement")) startConsole();

function startConsole() {
  const form = id("statement"), sql = id("sql"), run = id("run"), stop = id("stop"), said = id("said");
  const EARLIER = "kvartal-statements", KEPT = 20;
  let running = null, shown = null;

  const fields = more => new URLSearchParams({ release: form.elements.release.value, ...more });
  const post = (path, more) => fetch(path, { method: "POST", body: fields(more), redirect: "error" });

  const say = (text, refused) => {
    said.textContent = text;
    said.classList.toggle("refused", refused === true);
  };

  const earlier = () => {
    try { return JSON.parse(localStorage.getItem(EARLIER)) ?? []; } catch { return []; }
  };
  const remember = text => {
    const all = [text, ...earlier().filter(other => other !== text)].slice(0, KEPT);
    try { localStorage.setItem(EARLIER, JSON.stringify(all)); } catch { /* a full store loses the past, no more */ }
    offerEarlier();
  };
  const offerEarlier = () => {
    const options = earlier().map(text => element("option", { value: text, textContent: text.replace(/\s+/g, " ").slice(0, 80) }));
    id("earlier").replaceChildren(id("earlier").options[0], ...options);
    id("earlier").hidden = options.length === 0;
  };

  const shownRows = result => {
    const count = result.rows.length.toLocaleString("en").replaceAll(",", "\u202f");
    return result.limited ? `The first ${count} rows; there are more. CSV has all.` : `${count} ${result.rows.length === 1 ? "row" : "rows"}`;
  };

  async function answer() {
    if (running || !sql.value.trim()) return;
    running = crypto.randomUUID();
    run.disabled = true;
    stop.disabled = false;
    say("Running …");
    const began = performance.now();
    try {
      const reply = await post("/sql/answer", { id: running, sql: sql.value });
      if (!reply.headers.get("Content-Type").startsWith("application/json")) throw new Error("Cannot ask: open the printed address again");
      const result = await reply.json();
      if (result.error) {
        clear();
        say(result.error, true);
      } else {
        show(result);
        say(`${shownRows(result)} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
        remember(sql.value);
      }
    } catch (error) {
      clear();
      say(error instanceof TypeError ? "Cannot reach Kvartal: has it ended?" : error.message, true);
    }
    running = null;
    run.disabled = false;
    stop.disabled = true;
  }

  const clear = () => {
    shown = null;
    id("plot").hidden = true;
    id("result").hidden = true;
  };

  function show(result) {
    shown = result;
    const head = element("tr", {}, ...result.columns.map(column =>
      element("th", { scope: "col", className: column.number ? "num" : "", title: column.type, textContent: column.name })));
    const body = result.rows.map(row => element("tr", {}, ...row.map((value, i) => cell(value, result.columns[i]))));
    id("result").replaceChildren(element("table", { className: "result" }, element("thead", {}, head), element("tbody", {}, ...body)));
    id("result").hidden = false;
    offerChart(result);
  }

  function cell(value, column) {
    if (value === null) return element("td", { className: column.number ? "num none" : "none", textContent: "–", title: "empty" });
    const isCount = column.number && !isName(column);
    const isLong = (column.type === "double" || column.type === "float") && /\.\d{5}/.test(value);
    const text = isLong ? Number(Number(value).toPrecision(6)).toString() : value;
    return element("td", { className: column.number ? "num" : "", title: isLong || value.length > 40 ? value : "" }, element("bdi", {}, ...(isCount ? grouped(text) : [text])));
  }

  const isName = column => /(^|_)(id|code|line|year)$/.test(column.name);

  /* Thousands stand apart to the eye; what is copied has no blanks. */
  function grouped(text) {
    const [, sign, whole, rest] = /^(-?)(\d*)(.*)$/s.exec(text);
    if (whole.length < 5) return [text];
    const first = whole.length % 3 || 3;
    const groups = whole.slice(first).match(/.{3}/g) ?? [];
    return [sign + whole.slice(0, first), ...groups.map(group => element("span", { className: "thousand", textContent: group })), rest];
  }

  /* Time runs across, members stand below each other: a line for dates, bars for the rest. */
  function offerChart(result) {
    const numbers = result.columns.map((column, i) => [column, i]).filter(([column]) => column.number && !isName(column));
    const labels = result.columns.map((column, i) => [column, i]).filter(([column]) => !column.number);
    const across = labels.length > 0 ? labels : result.columns.map((column, i) => [column, i]);
    id("plot").hidden = numbers.length === 0 || result.columns.length < 2 || result.rows.length < 2;
    if (id("plot").hidden) return;
    const options = list => list.map(([column, i]) => element("option", { value: i, textContent: column.name }));
    id("measure").replaceChildren(...options(numbers));
    id("across").replaceChildren(...options(across));
    id("kind").value = /date|time/.test(across[0][0].type) ? "line" : "bars";
    draw();
  }

  function draw() {
    id("chart").replaceChildren();
    if (!shown || id("kind").value === "none") return;
    const label = Number(id("across").value), measure = Number(id("measure").value);
    const points = shown.rows.filter(row => row[measure] !== null && Number.isFinite(Number(row[measure])))
      .map(row => ({ label: row[label] ?? "–", value: Number(row[measure]) }));
    if (points.length === 0) return;
    const title = `${shown.columns[measure].name} by ${shown.columns[label].name}`;
    id("chart").append(id("kind").value === "line" ? line(points, title) : bars(points, title));
  }

  const compact = new Intl.NumberFormat("en", { notation: "compact", maximumSignificantDigits: 3 });
  const canvas = (height, title) => drawn("svg", { viewBox: `0 0 960 ${height}`, role: "img", "aria-label": `${title}; the numbers stand in the table below` });

  function bars(points, title) {
    const MOST = 30, step = 24, right = 80;
    const some = points.slice(0, MOST), longest = Math.max(...some.map(p => Math.min(30, p.label.length)));
    const left = 30 + 7 * longest;
    const svg = canvas(some.length * step + 30, title);
    const low = Math.min(0, ...some.map(p => p.value)), high = Math.max(0, ...some.map(p => p.value));
    const x = value => left + (960 - left - right) * (high === low ? 0 : (value - low) / (high - low));
    some.forEach((point, i) => {
      const y = i * step, from = Math.min(x(0), x(point.value));
      const name = point.label.length > 30 ? point.label.slice(0, 29) + "…" : point.label;
      svg.append(drawn("text", { x: low < 0 ? 0 : left - 10, y: y + 16, "text-anchor": low < 0 ? "start" : "end" }, name));
      svg.append(drawn("rect", { x: from, y: y + 4, width: Math.max(Math.abs(x(point.value) - x(0)), 0.5), height: step - 8, class: point.value < 0 ? "bar-mark below" : "bar-mark" }));
      svg.append(drawn("text", { x: Math.max(x(point.value), x(0)) + 6, y: y + 16, class: "strong" }, compact.format(point.value)));
    });
    svg.append(drawn("line", { x1: x(0), x2: x(0), y1: 0, y2: some.length * step, class: "zero" }));
    if (points.length > MOST) svg.append(drawn("text", { x: left, y: some.length * step + 20, class: "quiet" }, `The first ${MOST} of ${points.length} rows`));
    return svg;
  }

  function line(points, title) {
    const height = 300, top = 12, bottom = 30, left = 64, right = 64;
    const some = [...points].sort((a, b) => a.label < b.label ? -1 : a.label > b.label ? 1 : 0);
    const svg = canvas(height, title);
    const times = some.map(p => Date.parse(p.label)), dated = times.every(Number.isFinite);
    const place = i => dated && times.at(-1) > times[0] ? (times[i] - times[0]) / (times.at(-1) - times[0]) : i / Math.max(1, some.length - 1);
    const values = some.map(p => p.value), ticks = round(Math.min(...values, 0), Math.max(...values, 0));
    const x = i => left + (960 - left - right) * place(i);
    const y = value => height - bottom - (height - top - bottom) * (value - ticks[0]) / (ticks.at(-1) - ticks[0]);
    for (const tick of ticks) {
      svg.append(drawn("line", { x1: left, x2: 960 - right, y1: y(tick), y2: y(tick), class: tick === 0 ? "zero" : "rule" }));
      svg.append(drawn("text", { x: left - 10, y: y(tick) + 4, "text-anchor": "end", class: "quiet" }, compact.format(tick)));
    }
    svg.append(drawn("polyline", { points: some.map((p, i) => `${x(i).toFixed(1)},${y(p.value).toFixed(1)}`).join(" "), class: "line-mark" }));
    const last = some.length - 1;
    svg.append(drawn("circle", { cx: x(last), cy: y(some[last].value), r: 3.5, class: "dot-mark" }));
    svg.append(drawn("text", { x: x(last) + 9, y: y(some[last].value) + 4, class: "strong" }, compact.format(some[last].value)));
    const marks = Math.min(6, some.length);
    for (let m = 0; m < marks; m++) {
      const i = Math.round(m * last / Math.max(1, marks - 1));
      svg.append(drawn("text", { x: x(i), y: height - 8, "text-anchor": m === 0 ? "start" : m === marks - 1 ? "end" : "middle", class: "quiet" }, some[i].label.slice(0, 10)));
    }
    return svg;
  }

  /* Round steps from below the least to above the greatest value. */
  function round(low, high) {
    const span = high - low || 1, power = 10 ** Math.floor(Math.log10(span / 4));
    const step = [1, 2, 5, 10].map(factor => factor * power).find(size => span / size <= 5);
    const ticks = [];
    for (let k = Math.floor(low / step); (k - 1) * step < high || ticks.length < 2; k++) ticks.push(k * step);
    return ticks;
  }

  const put = text => {
    sql.focus();
    sql.select();
    if (!document.execCommand("insertText", false, text)) sql.value = text;
  };

  run.addEventListener("click", answer);
  stop.addEventListener("click", () => running && post("/sql/stop", { id: running }));
  addEventListener("pagehide", () => running && navigator.sendBeacon("/sql/stop", fields({ id: running })));
  sql.addEventListener("keydown", event => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      answer();
    }
  });
  id("example").addEventListener("change", event => {
    if (event.target.value) put(event.target.value.replaceAll("¶", "\n"));
    event.target.value = "";
  });
  id("earlier").addEventListener("change", event => {
    if (event.target.value) put(event.target.value);
    event.target.value = "";
  });
  for (const button of document.querySelectorAll("[data-insert]")) {
    button.addEventListener("click", () => {
      sql.setRangeText(button.dataset.insert, sql.selectionStart, sql.selectionEnd, "end");
      sql.focus();
    });
  }
  for (const name of ["kind", "measure", "across"]) id(name).addEventListener("change", draw);
  offerEarlier();
}

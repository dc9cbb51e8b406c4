// What the page can do beyond being read: it tells what stands behind a mark or a number, lets the keyboard walk them,
// shows one series at a time, copies a number with its code and sorts tables. Without it nothing is missing but comfort.
(function () {
  "use strict";
  var words = document.body.dataset;
  var language = document.documentElement.lang;
  var rightToLeft = document.documentElement.dir === "rtl";

  function all(selector, within) {
    return Array.prototype.slice.call((within || document).querySelectorAll(selector));
  }

  function made(name, className) {
    var element = document.createElement(name);
    element.className = className;
    return element;
  }

  // One tip serves the page; what it says is text, never markup.
  var tip = made("div", "tip");
  tip.setAttribute("aria-hidden", "true");
  tip.id = "tip";
  tip.hidden = true;
  var said = made("p", "said");
  said.setAttribute("role", "status");
  document.body.append(tip, said);
  var shown = null;

  function showTip(anchor, text) {
    tip.replaceChildren();
    text.split(" \u00b7 ").forEach(function (line) {
      var row = made("div", "");
      row.dir = "auto";
      row.textContent = line;
      tip.append(row);
    });
    tip.hidden = false;
    shown = anchor;
    placeTip();
  }

  function placeTip() {
    if (!shown) { return; }
    var box = shown.getBoundingClientRect();
    var edge = document.documentElement.clientWidth - tip.offsetWidth - 8;
    var above = box.top - tip.offsetHeight - 8;
    tip.style.left = Math.max(8, Math.min(edge, box.left + box.width / 2 - tip.offsetWidth / 2)) + "px";
    tip.style.top = (above > 4 ? above : box.bottom + 8) + "px";
  }

  function hideTip() {
    tip.hidden = true;
    shown = null;
  }

  // What is copied can be pasted into a message: the number with all its digits, and the code that traces it.
  function copy(text) {
    function done() {
      said.textContent = "";
      said.textContent = words.copied + ": " + text;
      said.classList.add("shown");
      setTimeout(function () { said.classList.remove("shown"); }, 2500);
    }
    function byHand() {
      var field = made("textarea", "said");
      var focused = document.activeElement;
      field.value = text;
      document.body.append(field);
      field.select();
      if (document.execCommand("copy")) { done(); }
      field.remove();
      if (focused) { focused.focus(); }
    }
    if (navigator.clipboard) {
      navigator.clipboard.writeText(text).then(done, byHand);
    } else {
      byHand();
    }
  }

  // A group of things is one stop of the tabulator key; arrows walk within it.
  function walked(things, next) {
    if (!things.length) { return; }
    things.forEach(function (thing, i) {
      thing.setAttribute("tabindex", i ? "-1" : "0");
      thing.addEventListener("focus", function () {
        things.forEach(function (other) { other.setAttribute("tabindex", other === thing ? "0" : "-1"); });
        showTip(thing, thing.tipText);
      });
      thing.addEventListener("blur", hideTip);
      thing.addEventListener("mouseenter", function () { showTip(thing, thing.tipText); });
      thing.addEventListener("mouseleave", hideTip);
      thing.addEventListener("click", function () { copy(thing.tipText); });
      thing.addEventListener("keydown", function (event) {
        if (event.ctrlKey || event.metaKey || event.altKey) { return; }
        if (event.key === "Enter" || event.key === " ") {
          event.preventDefault();
          copy(thing.tipText);
          return;
        }
        if (event.key === "Escape") { hideTip(); return; }
        var to = event.key === "Home" ? things[0] : event.key === "End" ? things[things.length - 1] : next(thing, event.key);
        if (to) {
          event.preventDefault();
          to.focus();
        }
      });
    });
  }

  // Charts. Left and right, or up and down where the marks stand below each other, walk one series; across changes it.
  all("svg.chart").forEach(function (chart) {
    var marks = all("[data-index]", chart).filter(function (mark) { return mark.querySelector("title"); });
    if (!marks.length) { return; }
    chart.setAttribute("role", "group");
    marks.forEach(function (mark) {
      var title = mark.querySelector("title");
      mark.tipText = title.textContent;
      title.remove();
      mark.setAttribute("role", "img");
      mark.setAttribute("aria-label", mark.tipText);
      mark.place = +mark.dataset.index;
      mark.series = +mark.dataset.series;
    });
    marks.sort(function (a, b) { return a.series - b.series || a.place - b.place; });
    var first = chart.querySelector(":scope > title");
    if (first) { first.remove(); }
    var downwards = chart.dataset.walk === "down";
    var count = marks[marks.length - 1].series + 1;
    var mirrored = rightToLeft && chart.dataset.mirrored === "true";

    function at(series, place) {
      return marks.find(function (mark) { return mark.series === series && mark.place === place; });
    }

    walked(marks, function (mark, key) {
      var step = key === "ArrowRight" || key === "ArrowDown" ? 1 : key === "ArrowLeft" || key === "ArrowUp" ? -1 : 0;
      if (!step) { return null; }
      var vertical = key === "ArrowUp" || key === "ArrowDown";
      if (!vertical && mirrored) { step = -step; }
      if (count > 1 && vertical !== downwards) {
        for (var s = mark.series + step; s >= 0 && count > s; s += step) {
          if (at(s, mark.place)) { return at(s, mark.place); }
        }
        return null;
      }
      return marks[marks.indexOf(mark) + step];
    });

    if (count > 1) {
      var owned = all("[data-series]", chart);
      var light = function (series) {
        chart.classList.toggle("picked", series !== null);
        owned.forEach(function (part) { part.classList.toggle("on", part.dataset.series === series); });
      };
      owned.forEach(function (part) {
        ["mouseenter", "focus"].forEach(function (event) {
          part.addEventListener(event, function () { light(part.dataset.series); });
        });
        ["mouseleave", "blur"].forEach(function (event) {
          part.addEventListener(event, function () { light(null); });
        });
      });
    }
  });

  // Numbers in sentences and tables: one stop for each block.
  all(".lead, .body > p, .body > ul, .body > details > p, .notice, table").forEach(function (block) {
    var numbers = all("data.fact", block);
    numbers.forEach(function (number) {
      number.tipText = number.title;
      number.removeAttribute("title");
      number.setAttribute("role", "button");
      number.setAttribute("aria-describedby", "tip");
    });
    walked(numbers, function (number, key) {
      var step = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
      if (step) { return numbers[numbers.indexOf(number) + (rightToLeft ? -step : step)]; }
      var cell = number.closest("td, th");
      var row = cell ? number.closest("tr") : null;
      var rows = row ? all("tbody tr", number.closest("table")) : [];
      var beside = row && key === "ArrowDown" ? rows[rows.indexOf(row) + 1] : row && key === "ArrowUp" ? rows[rows.indexOf(row) - 1] : null;
      return beside ? beside.cells[cell.cellIndex].querySelector("data.fact") : null;
    });
  });

  // Tables: a click on a head sorts, the next turns round, the third gives back the order of the report.
  var letters = new Intl.Collator(language || undefined, { numeric: true });

  function key(row, column) {
    var cell = row.cells[column];
    var fact = cell.querySelector("data.fact");
    if (!fact) { return cell.textContent.trim(); }
    var value = fact.getAttribute("value");
    return value === "" ? null : isNaN(value) ? value : +value;
  }

  function compared(a, b) {
    if (typeof a === "number" ? typeof b === "number" : false) { return a - b; }
    return letters.compare(a, b);
  }

  all(".body table").forEach(function (table) {
    var rows = table.tBodies.length ? Array.prototype.slice.call(table.tBodies[0].rows) : [];
    var heads = table.tHead && rows.length > 2 ? Array.prototype.slice.call(table.tHead.rows[0].cells) : [];
    heads.forEach(function (head, column) {
      if (!head.textContent.trim()) { return; }
      var button = made("button", "sort");
      button.type = "button";
      button.title = words.sort;
      button.append.apply(button, Array.prototype.slice.call(head.childNodes));
      head.append(button);
      button.addEventListener("click", function () {
        var before = head.getAttribute("aria-sort");
        var order = before === "descending" ? "ascending" : before === "ascending" ? "" : "descending";
        if (!head.classList.contains("num")) {
          order = before === "ascending" ? "descending" : before === "descending" ? "" : "ascending";
        }
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        if (order) { head.setAttribute("aria-sort", order); }
        var sorted = rows.slice();
        if (order) {
          sorted.sort(function (a, b) {
            var left = key(a, column), right = key(b, column);
            if (left === null || right === null) { return (left === null) - (right === null); }
            return order === "ascending" ? compared(left, right) : compared(right, left);
          });
        }
        table.tBodies[0].append.apply(table.tBodies[0], sorted);
      });
    });
  });

  window.addEventListener("scroll", placeTip, { passive: true });
  document.documentElement.classList.add("scripted");
})();

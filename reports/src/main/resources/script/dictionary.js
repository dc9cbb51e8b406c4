(function () {
  'use strict';
  var search = document.getElementById('search');
  var found = document.getElementById('found');
  var hint = found.textContent;
  var entries = Array.prototype.map.call(document.querySelectorAll('.entry'), function (entry) {
    var rows = Array.prototype.map.call(entry.querySelectorAll('.columns tbody tr'), function (row) {
      return { row: row, text: row.textContent.toLowerCase() };
    });
    var traits = entry.querySelector('.traits').textContent;
    var head = (entry.id + ' ' + entry.querySelector('summary').textContent + ' ' + traits).toLowerCase();
    var text = head + ' ' + rows.map(function (row) { return row.text; }).join(' ');
    return { entry: entry, rows: rows, text: text };
  });
  var groups = document.querySelectorAll('.group');

  function show() {
    var words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    var count = 0;
    entries.forEach(function (one) {
      var match = words.every(function (word) { return one.text.indexOf(word) >= 0; });
      one.entry.hidden = !match;
      count += match ? 1 : 0;
      one.rows.forEach(function (row) {
        var hit = words.some(function (word) { return row.text.indexOf(word) >= 0; });
        row.row.classList.toggle('hit', hit);
      });
    });
    Array.prototype.forEach.call(groups, function (group) {
      group.hidden = group.querySelectorAll('.entry:not([hidden])').length === 0;
    });
    found.textContent = words.length === 0 ? hint
      : count === 0 ? 'No table has all of these words.'
      : count === 1 ? '1 table; Enter opens it.' : count + ' tables; Enter opens the first.';
  }

  function open(entry) {
    entry.open = true;
    entry.scrollIntoView();
    entry.querySelector('summary').focus({ preventScroll: true });
  }

  function follow() {
    var target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target && target.classList.contains('entry')) {
      if (target.hidden) {
        search.value = '';
        show();
      }
      open(target);
    }
  }

  search.addEventListener('input', show);
  search.addEventListener('keydown', function (event) {
    var first = document.querySelector('.entry:not([hidden])');
    if (event.key === 'Enter' && first) {
      open(first);
    }
  });
  document.addEventListener('keydown', function (event) {
    if (event.key === '/' && document.activeElement !== search) {
      event.preventDefault();
      search.focus();
      search.select();
    } else if (event.key === 'Escape') {
      search.value = '';
      show();
    }
  });
  Array.prototype.forEach.call(document.querySelectorAll('.copy'), function (button) {
    if (!navigator.clipboard) {
      return;
    }
    button.hidden = false;
    button.addEventListener('click', function () {
      navigator.clipboard.writeText(button.nextElementSibling.textContent).then(function () {
        button.textContent = 'Copied';
        setTimeout(function () { button.textContent = 'Copy'; }, 1500);
      });
    });
  });
  window.addEventListener('hashchange', follow);
  follow();
}());

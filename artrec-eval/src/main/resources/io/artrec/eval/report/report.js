(function () {
  'use strict';
  function key(row, column) {
    var cell = row.cells[column];
    var value = cell.getAttribute('data-value');
    var name = cell.querySelector('.name');
    return value === null ? (name || cell).textContent : Number(value);
  }
  function empty(row, column, numeric) {
    return numeric ? row.cells[column].getAttribute('data-value') === null : false;
  }
  function sort(table, head, column) {
    var numeric = head.classList.contains('number');
    var now = head.getAttribute('aria-sort');
    var other = { ascending: 'descending', descending: 'ascending' };
    var order = now ? other[now] : head.getAttribute('data-first');
    var sign = order === 'ascending' ? 1 : -1;
    var rows = Array.prototype.slice.call(table.tBodies[0].rows);
    rows.sort(function (a, b) {
      var missing = empty(a, column, numeric) - empty(b, column, numeric);
      if (missing !== 0) {
        return missing;
      }
      var x = key(a, column);
      var y = key(b, column);
      return numeric ? sign * (x - y) || 0 : sign * String(x).localeCompare(String(y), 'en', { numeric: true });
    });
    rows.forEach(function (row) { table.tBodies[0].appendChild(row); });
    table.querySelectorAll('th[aria-sort]').forEach(function (th) { th.removeAttribute('aria-sort'); });
    head.setAttribute('aria-sort', order);
  }
  document.querySelectorAll('table').forEach(function (table) {
    Array.prototype.forEach.call(table.tHead.rows[0].cells, function (head, column) {
      var button = document.createElement('button');
      button.type = 'button';
      while (head.firstChild) {
        button.appendChild(head.firstChild);
      }
      head.appendChild(button);
      head.classList.add('sortable');
      button.addEventListener('click', function () { sort(table, head, column); });
    });
  });
})();

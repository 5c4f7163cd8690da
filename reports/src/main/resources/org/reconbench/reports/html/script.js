"use strict";
(function () {
  function key(cell, numeric) {
    if (!numeric) { return cell.textContent.trim().toLowerCase(); }
    return cell.hasAttribute("data-v") ? Number(cell.getAttribute("data-v")) : null;
  }
  function compare(a, b, sign) {
    if (a === b) { return 0; }
    if (a === null) { return 1; }
    if (b === null) { return -1; }
    return a > b ? sign : -sign;
  }
  function sort(table, header, index) {
    var falling = header.getAttribute("aria-sort") === "descending";
    var numeric = header.classList.contains("n");
    var first = header.hasAttribute("aria-sort") ? falling : !numeric;
    table.querySelectorAll("thead th").forEach(function (other) { other.removeAttribute("aria-sort"); });
    header.setAttribute("aria-sort", first ? "ascending" : "descending");
    var body = table.tBodies[0];
    Array.from(body.rows)
      .map(function (row, at) { return { row: row, at: at, key: key(row.cells[index], numeric) }; })
      .sort(function (a, b) { return compare(a.key, b.key, first ? 1 : -1) || a.at - b.at; })
      .forEach(function (entry) { body.appendChild(entry.row); });
  }
  document.querySelectorAll("table.sortable").forEach(function (table) {
    if (table.tBodies[0].rows.length > 1) {
      Array.from(table.tHead.rows[0].cells).forEach(function (header, index) {
        var button = document.createElement("button");
        button.type = "button";
        button.textContent = header.textContent;
        header.setAttribute("data-title", header.textContent);
        header.textContent = "";
        header.appendChild(button);
        button.addEventListener("click", function () { sort(table, header, index); });
      });
    }
  });
  function filter(table) {
    var field = document.createElement("input");
    field.type = "search";
    field.className = "filter";
    field.placeholder = "Filter rows";
    field.setAttribute("aria-label", "Filter the rows of the table below");
    field.addEventListener("input", function () {
      var words = field.value.toLowerCase().split(" ");
      Array.from(table.tBodies[0].rows).forEach(function (row) {
        var text = row.textContent.toLowerCase();
        row.hidden = !words.every(function (word) { return text.includes(word); });
      });
    });
    table.parentNode.parentNode.insertBefore(field, table.parentNode);
  }
  document.querySelectorAll("table.sortable").forEach(function (table) {
    if (table.tBodies[0].rows.length > 8) { filter(table); }
  });
  function reveal() {
    var target = location.hash.length > 1 ? document.getElementById(location.hash.slice(1)) : null;
    for (var part = target; part; part = part.parentElement) {
      if (part.tagName === "DETAILS") { part.open = true; }
    }
    if (target) { target.scrollIntoView(); }
  }
  window.addEventListener("hashchange", reveal);
  reveal();
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details:not(.part):not(.data)").forEach(function (part) { part.open = true; });
  });
}());

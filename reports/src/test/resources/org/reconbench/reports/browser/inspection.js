// What a page looks like to its reader. An expression: an object of functions, each of which answers with a list of
// what is wrong (empty is well), or changes the page for the next look.
({
  unfold() {
    document.querySelectorAll("details").forEach(part => { part.open = true; });
  },

  // Elements that reach past the right edge of the viewport, unless a region of their own scrolls them.
  overflow(width) {
    if (innerWidth !== width) { return ["the viewport is " + innerWidth + " wide, not " + width]; }
    const found = [];
    if (document.documentElement.scrollWidth > width) {
      found.push("the page is " + document.documentElement.scrollWidth + " wide in " + width);
    }
    const scrolls = element => {
      for (let e = element.parentElement; e; e = e.parentElement) {
        if (["auto", "scroll"].includes(getComputedStyle(e).overflowX)) { return true; }
      }
      return false;
    };
    for (const element of document.body.querySelectorAll("*:not(svg *):not(.skip)")) {
      const box = element.getBoundingClientRect();
      if (box.width > 0 && box.right > width + 1 && !scrolls(element)) { found.push(this.name(element)); }
    }
    return found.slice(0, 20);
  },

  // Figures that are there and cannot be seen.
  flat() {
    return this.figures().filter(svg => {
      const box = svg.getBoundingClientRect();
      return box.width < 100 || box.height < 60;
    }).map(svg => this.name(svg));
  },

  // Words that leave their picture.
  cutWords() {
    return this.figures().flatMap(svg => {
      const box = svg.getBoundingClientRect();
      return Array.from(svg.querySelectorAll("text")).filter(text => {
        const r = text.getBoundingClientRect();
        return r.left < box.left - 1 || r.right > box.right + 1 || r.top < box.top - 1 || r.bottom > box.bottom + 1;
      }).map(text => text.textContent.slice(0, 60));
    });
  },

  // Words in HTML that a narrow box hides.
  clipped() {
    return Array.from(document.body.querySelectorAll("*:not(svg *)")).filter(element => {
      const style = getComputedStyle(element);
      return ["hidden", "clip"].includes(style.overflowX) && element.scrollWidth > element.clientWidth + 1;
    }).map(element => this.name(element));
  },

  // Links within the page that lead nowhere.
  dead() {
    return Array.from(document.querySelectorAll("a[href^='#']")).map(a => a.getAttribute("href"))
      .filter(href => !document.getElementById(href.slice(1)));
  },

  // Where links lead that leave the page.
  away() {
    return Array.from(new Set(Array.from(document.querySelectorAll("a[href]:not([href^='#'])")).map(a => a.href)));
  },

  // Text whose contrast with what lies behind it is less than 4.5 : 1 (WCAG 2.2, 1.4.3, without the ease for large text).
  weak() {
    const parse = text => {
      const c = text.match(/[\d.]+/g).map(Number);
      return [c[0], c[1], c[2], c.length > 3 ? c[3] : 1];
    };
    const over = (top, below) => [0, 1, 2].map(i => top[i] * top[3] + below[i] * (1 - top[3])).concat(1);
    const light = c => {
      const [r, g, b] = c.slice(0, 3).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const ratio = (a, b) => {
      const [high, low] = [light(a), light(b)].sort((x, y) => y - x);
      return (high + 0.05) / (low + 0.05);
    };
    const papers = new Map();
    const canvas = matchMedia("(prefers-color-scheme: dark)").matches && !matchMedia("print").matches
      ? [18, 18, 18, 1] : [255, 255, 255, 1];
    const paper = element => {
      if (!element) { return canvas; }
      if (!papers.has(element)) {
        const own = element.namespaceURI.endsWith("svg") ? [0, 0, 0, 0] : parse(getComputedStyle(element).backgroundColor);
        papers.set(element, over(own, paper(element.parentElement)));
      }
      return papers.get(element);
    };
    const shade = element => {
      let all = 1;
      for (let e = element; e; e = e.parentElement) { all *= Number(getComputedStyle(e).opacity); }
      return all;
    };
    const found = new Map();
    const judge = (element, colour, behind) => {
      const seen = over([colour[0], colour[1], colour[2], colour[3] * shade(element)], behind);
      const measured = ratio(seen, behind);
      if (measured < 4.5) {
        const what = seen.slice(0, 3).map(Math.round) + " on " + behind.slice(0, 3).map(Math.round);
        if (!found.has(what)) {
          found.set(what, what + " is " + measured.toFixed(2) + ": " + this.name(element));
        }
      }
    };
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const done = new Set();
    while (words.nextNode()) {
      const element = words.currentNode.parentElement;
      if (words.currentNode.textContent.trim() && !done.has(element) && !element.closest("svg, script, style")
          && element.checkVisibility()) {
        done.add(element);
        judge(element, parse(getComputedStyle(element).color), paper(element));
      }
    }
    for (const svg of this.figures()) {
      const texts = Array.from(svg.querySelectorAll("text")).filter(text => text.textContent.trim());
      const shapes = Array.from(svg.querySelectorAll("rect, path, circle, polygon"))
        .filter(shape => getComputedStyle(shape).fill !== "none")
        .map(shape => ({ shape, box: shape.getBoundingClientRect() }));
      for (const text of texts) {
        const r = text.getBoundingClientRect();
        const x = (r.left + r.right) / 2;
        const y = (r.top + r.bottom) / 2;
        let behind = paper(svg);
        for (const { shape, box } of shapes) {
          if (x >= box.left && x <= box.right && y >= box.top && y <= box.bottom
              && (shape.compareDocumentPosition(text) & Node.DOCUMENT_POSITION_FOLLOWING)
              && shape.isPointInFill(new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse()))) {
            const style = getComputedStyle(shape);
            const fill = parse(style.fill);
            behind = over([fill[0], fill[1], fill[2], fill[3] * Number(style.fillOpacity) * shade(shape)], behind);
          }
        }
        judge(text, parse(getComputedStyle(text).fill), behind);
      }
    }
    return Array.from(found.values());
  },

  // Puts a mark into two opposite corners of every figure, and before and behind its caption, for the PDF to tell where
  // they went. Answers with the number of figures and of panels.
  mark() {
    const shown = element => element.checkVisibility();
    const figures = Array.from(document.querySelectorAll("figure")).filter(shown);
    let panels = 0;
    figures.forEach((figure, f) => {
      const whole = !figure.classList.contains("tall");
      figure.querySelectorAll("svg[role=img]").forEach(svg => {
        const [x, y, w, h] = svg.getAttribute("viewBox").split(" ").map(Number);
        const put = (word, left, top, anchor) => {
          const text = document.createElementNS("http://www.w3.org/2000/svg", "text");
          text.setAttribute("x", left);
          text.setAttribute("y", top);
          text.setAttribute("font-size", "8");
          text.setAttribute("text-anchor", anchor);
          text.textContent = word;
          svg.append(text);
        };
        put("qP" + panels + "aq", x, y + 8, "start");
        put("qP" + panels + "bq", x + w, y + h, "end");
        if (whole) { put("qF" + f + "aq", x, y + 20, "start"); }
        panels++;
      });
      const words = figure.querySelector("figcaption p");
      if (whole) { words.append(" qF" + f + "bq"); }
    });
    return [figures.length, panels];
  },

  figures() {
    return Array.from(document.querySelectorAll("svg[role=img]")).filter(svg => svg.checkVisibility());
  },

  name(element) {
    const place = element.closest("section, article, header");
    return (place ? "#" + (place.id || place.tagName) + " " : "") + element.tagName.toLowerCase()
      + (element.getAttribute("class") ? "." + element.getAttribute("class") : "")
      + " '" + element.textContent.trim().slice(0, 60) + "'";
  },
})

// Finds entries: every word must stand somewhere in an entry, as it is, in folded text. No page is needed for it.
"use strict";
(function (root) {
  const BETWEEN = /[\s_·・.-]+/g;

  /** The same as bot/site/fold.py, into words. */
  function folder(from, to) {
    const simple = new Map();
    const after = [...to];
    [...from].forEach((old, at) => simple.set(old, after[at]));
    return (text) =>
      [...text.normalize("NFKC").toLowerCase()]
        .map((one) => simple.get(one) ?? one)
        .join("")
        .trim()
        .split(/\s+/)
        .filter(Boolean);
  }

  /** Whether the word is one whole line of the lines. */
  function whole(lines, word) {
    const at = lines.indexOf(word);
    if (at < 0) return false;
    if (lines.length === word.length) return true;
    return `\n${lines}\n`.includes(`\n${word}\n`);
  }

  /** How well an entry has the word: 0 where it is the name, up to 7 for one in the description; -1 where it has not. */
  function place(row, text, word, tight) {
    const same = word === tight || tight === "";
    for (let field = 0; field < row.length; field += 1) {
      const lines = row[field];
      if (lines.includes(word) || (!same && lines.includes(tight))) {
        return 2 * field + (whole(lines, word) || (!same && whole(lines, tight)) ? 0 : 1);
      }
    }
    return text.includes(word) ? 2 * row.length + 1 : -1;
  }

  /** Positions of the entries that have every word and every choice ({key: number of a value}), the best first. */
  function find(index, words, choices) {
    const tight = words.map((word) => word.replace(BETWEEN, ""));
    const picked = Object.entries(choices).map(([key, value]) => [index.facets[key] ?? [], value]);
    const found = [];
    for (let at = 0; at < index.rows.length; at += 1) {
      if (!picked.every(([rows, value]) => rows[at]?.includes(value))) continue;
      let rank = 0;
      for (let one = 0; one < words.length && rank >= 0; one += 1) {
        const here = place(index.rows[at], index.texts?.[at] ?? "", words[one], tight[one]);
        rank = here < 0 ? -1 : rank + here;
      }
      if (rank >= 0) found.push([rank, at]);
    }
    return found.sort((one, other) => one[0] - other[0] || one[1] - other[1]).map(([, at]) => at);
  }

  root.curateSearch = { folder, find };
})(typeof globalThis === "undefined" ? window : globalThis);

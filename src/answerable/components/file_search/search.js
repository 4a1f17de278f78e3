// Finds pages that have every word. Each word's file is loaded when it is asked for: no server is needed.
"use strict";

const TOGETHER = 500; // names of pages in one file
const MOST = 100; // pages that are listed
const shards = {};
const names = {};
const waiting = {};

function arrived(key) {
  (waiting[key] || []).forEach((go) => go());
  delete waiting[key];
}

function found(name, words) {
  shards[name] = words;
  arrived(`${name}.js`);
}

function named(number, some) {
  names[number] = some;
  arrived(`pages-${number}.js`);
}

const form = document.getElementById("find");
const { files, pages } = form.dataset; // the ways to the files of the search, and to where pages are named from

function load(file, held, none) {
  if (held) return Promise.resolve();
  return new Promise((go) => {
    const first = !waiting[file];
    (waiting[file] = waiting[file] || []).push(go);
    if (!first) return;
    const script = document.createElement("script");
    script.src = files + file;
    script.onerror = none;
    document.head.append(script);
  });
}

const loadShard = (name) => load(`${name}.js`, shards[name], () => found(name, {}));
const loadNames = (number) => load(`pages-${number}.js`, names[number], () => named(number, []));

function shardOf(word) {
  return [...word].slice(0, 2)
    .map((one) => (/^[a-z0-9]$/i.test(one) ? one : `u${one.codePointAt(0).toString(16)}`)).join("");
}

function withAll(words) {
  let counted = null;
  for (const word of words) {
    const held = shards[shardOf(word)];
    const flat = Object.hasOwn(held, word) ? held[word] : []; // any object knows "constructor"
    const next = new Map();
    for (let at = 0; at < flat.length; at += 2) {
      if (counted === null || counted.has(flat[at])) {
        next.set(flat[at], flat[at + 1] + (counted ? counted.get(flat[at]) : 0));
      }
    }
    counted = next;
  }
  return [...(counted || new Map())].sort((one, other) => other[1] - one[1] || other[0] - one[0]);
}

function line(file, name, words) {
  const link = document.createElement("a");
  const [page, place] = file.split("#");
  const marked = words.map((one) => `text=${encodeURIComponent(one)}`).join("&");
  link.href = `${pages}${page.split("/").map(encodeURIComponent).join("/")}#${place || ""}:~:${marked}`;
  link.textContent = name;
  link.className = "govuk-link";
  const item = document.createElement("li");
  item.append(link);
  return item;
}

async function search(text) {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{2,40}/gu) || [];
  await Promise.all(words.map((one) => loadShard(shardOf(one))));
  const hits = withAll(words);
  const shown = hits.slice(0, MOST).map(([number]) => number);
  await Promise.all([...new Set(shown.map((one) => Math.floor(one / TOGETHER)))].map(loadNames));
  const list = document.getElementById("results");
  list.replaceChildren(...shown.map((number) => {
    const [file, name] = names[Math.floor(number / TOGETHER)][number % TOGETHER];
    return line(file, name, words);
  }));
  let said = hits.length === 1 ? "1 page has these words." : `${hits.length} pages have these words.`;
  if (hits.length > MOST) said += ` The ${MOST} that have them most often are shown.`;
  document.getElementById("said").textContent = words.length ? said : "Type a word of two letters or more.";
}

const box = form.querySelector("input");
form.hidden = false;
document.getElementById("without-scripts").remove();
form.addEventListener("submit", (event) => {
  event.preventDefault();
  search(box.value);
});
const asked = new URLSearchParams(window.location.search).get("q"); // from the start page
if (asked) {
  box.value = asked;
  search(asked);
}

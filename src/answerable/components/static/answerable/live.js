// Live minutes by keyboard: lines are saved as they are typed. The page works without this, as a form.
import { Unsent } from "./unsent.js";
import { enhance, field_of, focus, grow, hush, make, say, show } from "./rows.js";

const KINDS = {
  KeyQ: "question", KeyA: "response", KeyX: "action", KeyP: "commitment", KeyD: "decision", KeyN: "note", KeyG: "",
};
const root = document.querySelector("[data-live]");
const list = document.getElementById("lines");
const saved = document.getElementById("saved");
const form = document.getElementById("type");
const name = `answerable.minutes.${root.dataset.meeting}.${root.dataset.who}`;
const token = form.elements.csrfmiddlewaretoken.value;
let item = root.dataset.item;
const unsent = new Unsent(name, root.dataset.lines, token, told);

begin();

function begin() {
  form.hidden = true;
  document.getElementById("keys").hidden = false;
  for (const row of list.children) enhance(row);
  for (const change of unsent.changes.values()) if (change.item === item) restore(change);
  if (!field_of(list.lastElementChild) || field_of(list.lastElementChild).value) list.append(make(crypto.randomUUID()));
  for (const row of list.children) grow(field_of(row));
  list.addEventListener("input", (event) => typed(event.target.closest("li")));
  list.addEventListener("keydown", pressed);
  list.addEventListener("paste", pasted);
  list.addEventListener("focusout", () => unsent.send());
  document.addEventListener("keydown", (event) => event.altKey && toItem(event));
  root.querySelector(".ans-live__agenda").addEventListener("click", offline);
  if (!location.hash && !document.getElementById("arising")) focus(list.lastElementChild);
  keepEarlier();
  unsent.send();
}

// A line that was typed here before and not saved.
function restore(change) {
  let row = rowOf(change.key);
  if (change.remove) return row?.remove();
  if (!row) {
    row = make(change.key);
    const before = change.after && rowOf(change.after);
    if (before) before.after(row);
    else list.append(row);
  }
  field_of(row).value = change.text;
}

function rowOf(key) {
  return [...list.children].find((row) => row.dataset.key === key);
}

function typed(row, more = {}) {
  const field = field_of(row);
  const { key, pk, version, page } = row.dataset;
  grow(field);
  hush(row);
  const text = field.value.trim();
  if (!text && !pk) return unsent.drop(key);
  if (!text) return;
  const held = unsent.changes.get(key);
  const after = row.previousElementSibling?.dataset.key;
  unsent.put({ key, item, text, after, pk, page, seen: held?.seen ?? version, keep: false, ...more });
}

// ---------------------------------------------------------------- keys
function pressed(event) {
  const row = event.target.closest("li");
  const field = field_of(row);
  if (event.target !== field || event.isComposing) return;
  const { selectionStart: start, selectionEnd: end, value } = field;
  if (event.altKey && event.code in KINDS) setKind(event, row);
  else if (event.altKey && event.code === "KeyE") change(event, row);
  else if (event.altKey || event.ctrlKey || event.metaKey) return;
  else if (event.key === "Enter") split(event, row, start, end);
  else if (event.key === "Backspace" && !value) takeOut(event, row);
  else if (event.key === "ArrowUp" && (start === 0 || isShort(field))) step(event, row.previousElementSibling);
  else if (event.key === "ArrowDown" && (end === value.length || isShort(field))) step(event, row.nextElementSibling);
}

function setKind(event, row) {
  event.preventDefault();
  if (!field_of(row).value.trim()) return;
  typed(row, { kind: KINDS[event.code] });
  unsent.send();
}

// To the page with all that can be changed about a line: who speaks, where it stands, who may read it.
async function change(event, row) {
  event.preventDefault();
  await unsent.send();
  if (row.dataset.page && !isOffline()) location.assign(row.dataset.page);
}

function isShort(field) {
  return field.scrollHeight < 2 * parseFloat(getComputedStyle(field).lineHeight);
}

function step(event, row) {
  if (!row) return;
  event.preventDefault();
  focus(row);
}

function split(event, row, start, end) {
  event.preventDefault();
  const field = field_of(row);
  if (!field.value.trim()) return;
  const rest = field.value.slice(end).trim();
  if (rest) {
    field.value = field.value.slice(0, start).trim();
    typed(row);
  }
  const free = !rest && row.nextElementSibling && !field_of(row.nextElementSibling).value;
  const next = free ? row.nextElementSibling : put(row, rest);
  focus(next, false);
  unsent.send();
}

function put(before, text) {
  const row = make(crypto.randomUUID());
  before.after(row);
  field_of(row).value = text;
  if (text) typed(row);
  return row;
}

function takeOut(event, row) {
  const before = row.previousElementSibling ?? row.nextElementSibling;
  if (!before) return;
  event.preventDefault();
  const { key, pk, version, page } = row.dataset;
  const seen = unsent.changes.get(key)?.seen ?? version;
  unsent.drop(key);
  if (pk) unsent.put({ key, item, pk, page, seen, remove: true, text: "" });
  row.remove();
  focus(before);
  if (field_of(list.lastElementChild).value) list.append(make(crypto.randomUUID()));
}

function pasted(event) {
  const text = event.clipboardData.getData("text/plain");
  const lines = text.split(/[\r\n\v\u2028\u2029]+/).map((one) => one.trim()).filter(Boolean);
  if (lines.length < 2) return;
  event.preventDefault();
  let row = event.target.closest("li");
  const field = field_of(row);
  field.setRangeText(lines[0], field.selectionStart, field.selectionEnd, "end");
  typed(row);
  for (const line of lines.slice(1)) row = put(row, line);
  focus(row);
  unsent.send();
}

// ---------------------------------------------------------------- items
function toItem(event) {
  const way = { ArrowUp: "prev", ArrowDown: "next" }[event.key];
  if (!way) return;
  event.preventDefault();
  const links = [...root.querySelectorAll(".ans-live__agenda a[data-item]")];
  const at = links.findIndex((one) => one.dataset.item === item);
  const link = links[at + (way === "next" ? 1 : -1)];
  if (link) go(link);
}

async function go(link) {
  if (isOffline()) return stay(link);
  await unsent.send();
  if (isOffline()) stay(link);
  else location.assign(link.href);
}

function isOffline() {
  return !navigator.onLine || unsent.broken;
}

function offline(event) {
  const link = event.target.closest("a[data-item]");
  if (!link || !isOffline()) return;
  event.preventDefault();
  stay(link);
}

// Without a connection another item is typed into here: its lines before are shown when there is one again.
function stay(link) {
  item = link.dataset.item;
  for (const one of root.querySelectorAll("[aria-current]")) one.removeAttribute("aria-current");
  link.setAttribute("aria-current", "true");
  root.querySelector("h1").textContent = link.textContent.trim();
  list.replaceChildren();
  for (const change of unsent.changes.values()) if (change.item === item) restore(change);
  list.append(make(crypto.randomUUID()));
  focus(list.lastElementChild);
  const again = Object.assign(document.createElement("a"), { href: link.href, className: "govuk-link" });
  again.textContent = "Show the lines that were typed here before";
  document.getElementById("open-points").replaceChildren(again);
}

// ---------------------------------------------------------------- what became of it
function told(event, detail) {
  if (event === "waiting") saved.textContent = detail;
  else if (event === "saved") afterSaving(detail);
  else if (event === "refused") refused(detail);
  else if (event === "clash") clashed(detail);
}

function afterSaving({ lines, sent, at, left, open, item: of }) {
  if (String(of) === item) {
    const rows = new Map([...list.children].map((row) => [row.dataset.key, row]));
    for (const line of lines) if (rows.has(line.key)) show(rows.get(line.key), line, sent.has(line.key));
    const points = document.getElementById("open-points");
    if (!points.querySelector("a")) points.textContent = open ? `${open} open point${open === 1 ? "" : "s"}` : "";
    const others = lines.filter((line) => !rows.has(line.key)).length;
    if (others && !left) tellOfOthers(others);
  }
  if (!left) saved.textContent = `Saved ${at}`;
}

function tellOfOthers(count) {
  const link = Object.assign(document.createElement("a"), { href: location.href, className: "govuk-link" });
  link.textContent = count === 1 ? "Show a line that somebody else typed" : `Show ${count} lines that others typed`;
  link.addEventListener("click", () => location.reload());
  document.getElementById("open-points").replaceChildren(link);
}

function refused({ said, change }) {
  const row = rowOf(change.key);
  saved.textContent = `Not saved: ${said}`;
  if (row) say(row, said, "", []);
}

function clashed({ said, theirs, version, gone, change }) {
  const row = rowOf(change.key);
  saved.textContent = said;
  if (!row) return;
  const again = () => unsent.send();
  if (gone) {
    say(row, `${said} What you typed is still here.`, "", [["Type it as a new line", () => retype(row, change)]]);
    return;
  }
  say(row, said, theirs, [
    ["Keep theirs", () => keepTheirs(row, change, theirs, version)],
    ["Put mine in its place", () => (unsent.put({ ...change, seen: version }), again())],
  ]);
}

function keepTheirs(row, change, theirs, version) {
  unsent.put({ ...change, keep: true, seen: version });
  field_of(row).value = theirs;
  row.dataset.version = version;
  grow(field_of(row));
  unsent.send();
}

function retype(row, change) {
  unsent.drop(change.key);
  const fresh = put(row, change.text ?? field_of(row).value);
  row.remove();
  focus(fresh);
  unsent.send();
}

// ---------------------------------------------------------------- what is said of earlier actions
function keepEarlier() {
  const earlier = document.querySelector(".ans-arising");
  if (!earlier) return;
  const place = `${name}.arising`;
  const kept = JSON.parse(localStorage.getItem(place) ?? "{}");
  const keep = () => localStorage.setItem(place, JSON.stringify(kept));
  for (const [field, value] of Object.entries(kept)) {
    const at = earlier.elements[field];
    if (at && words(at.value) !== words(value)) at.value = value;
    else if (at) delete kept[field]; // it was saved
  }
  keep();
  earlier.addEventListener("input", ({ target }) => {
    kept[target.name] = target.value;
    keep();
  });
  earlier.addEventListener("submit", (event) => {
    if (!isOffline()) return;
    event.preventDefault();
    saved.textContent = "No connection: what you typed is kept in this browser.";
  });
}

function words(text) {
  return text.trim().replace(/\s+/g, " ");
}

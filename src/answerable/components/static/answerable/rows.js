// The rows of live minutes: a line in a field that grows with it, and beside it what the grammar made of it.

export function grow(field) {
  if (CSS.supports("field-sizing", "content")) return;
  field.style.height = "auto";
  field.style.height = `${field.scrollHeight}px`;
}

export function make(key) {
  const row = document.createElement("li");
  row.className = "ans-typed ans-typed--new";
  row.dataset.key = key;
  const read = document.createElement("p");
  read.className = "ans-typed__read";
  read.append(Object.assign(document.createElement("span"), { className: "ans-typed__facts" }));
  const fresh = field("");
  fresh.placeholder = "Type a line";
  row.append(fresh, read);
  return row;
}

// A line as the server wrote it becomes a field.
export function enhance(row) {
  const text = row.querySelector(".ans-typed__text");
  text.replaceWith(field(text.textContent));
}

function field(text) {
  const made = document.createElement("textarea");
  made.className = "ans-typed__text ans-typed__input";
  made.rows = 1;
  made.value = text;
  made.spellcheck = true;
  made.setAttribute("aria-label", "Line");
  return made;
}

export function field_of(row) {
  return row?.querySelector(".ans-typed__input");
}

export function focus(row, end = true) {
  const at = field_of(row);
  if (!at) return;
  at.focus();
  const place = end ? at.value.length : 0;
  at.setSelectionRange(place, place);
}

// What the grammar made of a line, as it was saved.
export function show(row, line, isMine) {
  const stale = !isMine && row.dataset.version && row.dataset.version !== line.version;
  if (!stale) row.dataset.version = line.version;
  row.dataset.pk = line.pk;
  row.dataset.page = line.page;
  row.id = `line-${line.pk}`;
  row.className = `ans-typed ans-typed--${line.kind}`;
  const read = row.querySelector(".ans-typed__read");
  const facts = Object.assign(document.createElement("span"), { className: "ans-typed__facts" });
  facts.textContent = line.facts;
  const links = line.actions.flatMap((one) => [" · ", link(one.page, one.number || "Action")]);
  const change = link(line.page, stale ? "changed by somebody else: see it" : "not right?");
  change.className = "ans-typed__change";
  const held = read.querySelector(".govuk-tag");
  read.replaceChildren(facts, ...links, " ", ...(held ? [held, " "] : []), change);
}

function link(href, text) {
  return Object.assign(document.createElement("a"), { href, textContent: text, className: "govuk-link" });
}

// What somebody has to decide or know about a line, under it. `choices` are [name, what it does].
export function say(row, words, theirs, choices) {
  hush(row);
  const box = Object.assign(document.createElement("div"), { className: "ans-typed__said" });
  box.setAttribute("role", "alert");
  box.append(Object.assign(document.createElement("p"), { textContent: words }));
  if (theirs) box.append(Object.assign(document.createElement("p"), { textContent: `“${theirs}”` }));
  for (const [name, act] of choices) {
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: name });
    button.className = "ans-link";
    button.addEventListener("click", () => {
      hush(row);
      act();
    });
    box.append(button);
  }
  row.append(box);
}

export function hush(row) {
  row.querySelector(".ans-typed__said")?.remove();
}

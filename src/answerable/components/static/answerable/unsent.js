// What was typed and has not been saved yet: kept in this browser, sent in order, sent again when the connection
// is back. A change is {key, item, text, kind, after, pk, seen, remove, turn}; a line's key is made here, so that
// one that is sent twice is one line.
const FIRST_WAIT = 2000, LONGEST_WAIT = 30000, PAUSE = 600; // milliseconds
const MOST_AT_ONCE = 200; // new lines in one request

export class Unsent {
  // `told` is called with (event, detail): "saving", "saved", "waiting", "clash", "refused".
  constructor(name, address, token, told) {
    Object.assign(this, { name, address, token, told });
    this.changes = new Map(read(name).map((one) => [one.key, one]));
    this.busy = false;
    this.broken = false;
    this.wait = FIRST_WAIT;
    addEventListener("online", () => this.send());
    addEventListener("pagehide", () => this.send(true));
  }

  get count() {
    return this.changes.size;
  }

  put(change) {
    const before = this.changes.get(change.key);
    const turn = (before?.turn ?? 0) + 1;
    const merged = { ...before, ...change, turn, held: false };
    if (before?.remove && !change.remove) delete merged.remove;
    this.changes.set(change.key, merged);
    this.keep();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), PAUSE);
  }

  drop(key) {
    this.changes.delete(key);
    this.keep();
  }

  keep() {
    try {
      if (this.changes.size) localStorage.setItem(this.name, JSON.stringify([...this.changes.values()]));
      else localStorage.removeItem(this.name);
    } catch {
      this.told("waiting", "This browser keeps nothing: save before you leave this page.");
    }
  }

  async send(leaving = false) {
    if (this.busy && !leaving) return;
    this.busy = true;
    clearTimeout(this.timer);
    try {
      let batch;
      while ((batch = this.next()).length) {
        this.told("saving");
        if (!(await this.post(batch, leaving)) || leaving) return;
      }
    } finally {
      this.busy = false;
    }
  }

  // The first change that can go, with new lines that follow each other.
  next() {
    const free = [...this.changes.values()].filter((one) => !one.held);
    const first = free[0];
    if (!first) return [];
    if (first.pk || first.remove || first.kind) return [first];
    const batch = [first];
    for (const one of free.slice(1, MOST_AT_ONCE)) {
      if (one.pk || one.remove || one.kind || one.item !== first.item || one.after !== batch.at(-1).key) break;
      batch.push(one);
    }
    return batch;
  }

  async post(batch, leaving) {
    let answer;
    try {
      const [address, body] = this.form(batch);
      const headers = { Accept: "application/json" };
      answer = await fetch(address, { method: "POST", body, headers, keepalive: leaving });
    } catch {
      return this.later("No connection");
    }
    this.broken = false;
    if (!answer.headers.get("Content-Type")?.includes("json") || answer.redirected) {
      if (answer.status < 500 && (await this.renew())) return true;
      return this.later(answer.status < 500 ? "Sign in again in another tab" : "The site cannot save now");
    }
    this.wait = FIRST_WAIT;
    this.session = "";
    const said = await answer.json();
    if (answer.ok) this.done(batch, said);
    else this.stop(batch, answer.status === 409 ? "clash" : "refused", said);
    return true;
  }

  form(batch) {
    const [first] = batch;
    const body = new URLSearchParams({ csrfmiddlewaretoken: this.token, form_key: this.formKey(batch) });
    if (first.pk) {
      body.set("seen", first.seen ?? "");
      if (first.keep) body.set("choose-text", "theirs");
      if (first.remove) return [`${first.page}remove`, body];
      body.set("text", first.text);
      if (first.kind !== undefined) body.set("kind", first.kind);
      return [first.page, body];
    }
    body.set("item", first.item);
    body.set("after", first.after ?? "");
    body.set("kind", first.kind ?? "");
    for (const one of batch) {
      body.append("line", one.text);
      body.append("line_key", one.key);
    }
    return [this.address, body];
  }

  // A new sign-in makes new form keys: whether there is one that was not tried yet.
  async renew() {
    try {
      const page = await fetch(location.href);
      const form = new DOMParser().parseFromString(await page.text(), "text/html").getElementById("type");
      const before = this.session;
      this.session = page.redirected ? "" : (form?.elements.csrfmiddlewaretoken.value ?? "");
      if (this.session) this.token = this.session;
      return Boolean(this.session) && !before;
    } catch {
      return false;
    }
  }

  // The same while the same is sent again, so that it is done once.
  formKey(batch) {
    const [first] = batch;
    if (first.sent !== first.turn) Object.assign(first, { sent: first.turn, form: crypto.randomUUID() });
    return first.form;
  }

  done(batch, said) {
    const lines = new Map(said.lines.map((one) => [one.key, one]));
    for (const { key, turn } of batch) {
      const now = this.changes.get(key);
      if (!now) continue;
      if (now.turn === turn) this.changes.delete(key);
      else if (lines.has(key)) Object.assign(now, of(lines.get(key)));
    }
    this.keep();
    this.told("saved", { ...said, sent: new Set(batch.map((one) => one.key)), left: this.count });
  }

  stop(batch, event, said) {
    for (const one of batch) one.held = true;
    this.keep();
    this.told(event, { ...said, change: batch[0] });
  }

  later(why) {
    this.broken = true;
    this.told("waiting", `${why}: ${this.count === 1 ? "a line is" : `${this.count} lines are`} kept in this browser.`);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    return false;
  }
}

function of(line) {
  return { pk: line.pk, seen: line.version, page: line.page };
}

function read(name) {
  try {
    const kept = JSON.parse(localStorage.getItem(name) ?? "[]");
    return kept.filter((one) => one.text || one.remove).map((one) => ({ ...one, held: false }));
  } catch {
    return [];
  }
}

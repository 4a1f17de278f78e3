// Beside a field in which a question or a point is written: what was asked like it before. The page works without
// this, by its link; here the link takes along what was typed, and the likest exchanges appear when typing stops.
const PAUSE = 900, LEAST = 15, MOST = 600; // milliseconds; letters typed; letters of them that are asked for

for (const box of document.querySelectorAll("[data-asked-before]")) {
  const field = document.getElementById(box.dataset.askedBefore);
  const link = box.querySelector("a");
  const place = box.querySelector("[aria-live]");
  if (!field || !link || !place) continue;
  const address = link.pathname;
  let timer, last = "", turn = 0;

  const look = async () => {
    const text = field.value.trim().slice(0, MOST);
    const query = new URLSearchParams({ text });
    link.href = text ? `${address}?${query}` : address;
    if (text.length < LEAST || text === last) return;
    last = text;
    const mine = ++turn;
    try {
      const answer = await fetch(`${address}?${query}&part=1`, { credentials: "same-origin" });
      if (!answer.ok || answer.redirected) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (mine === turn) place.replaceChildren(...page.body.childNodes);
    } catch {
      last = ""; // no connection: the link still leads there
    }
  };
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  });
  look();
}

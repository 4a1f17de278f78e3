// What axe-core does not look for. Answers [[rule, html], …] for the page as it is drawn now.
() => {
  const found = [];
  const say = (rule, node) => found.push([rule, node.outerHTML.slice(0, 160)]);
  const all = selector => [...document.querySelectorAll(selector)];
  const style = node => getComputedStyle(node);
  const shown = node => node.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const hiddenOnPurpose = node => node.closest('.govuk-visually-hidden, .govuk-skip-link, .govuk-visually-hidden-focusable');

  // Wider than the screen: 320 CSS pixels are 1280 at 400% zoom (WCAG 1.4.10).
  if (document.documentElement.scrollWidth > innerWidth) {
    const wide = all('main *, header *, footer *').filter(node => node.getBoundingClientRect().right > innerWidth + 1);
    say('page-wider-than-screen', wide.find(node => !node.closest('.ans-scroll')) || document.body);
  }

  // Words cut off by a box that does not grow and cannot be scrolled (1.4.4, 1.4.10).
  const cut = side => ['hidden', 'clip'].includes(side);
  for (const node of all('main *, header *, footer *')) {
    if (!node.innerText || !node.innerText.trim() || hiddenOnPurpose(node) || !shown(node)) continue;
    const of = style(node);
    const across = cut(of.overflowX) && node.scrollWidth > node.clientWidth + 1;
    const down = cut(of.overflowY) && node.scrollHeight > node.clientHeight + 1;
    if (node.clientWidth > 1 && (across || down)) say('text-cut-off', node);
  }

  // The same id twice: labels, links and descriptions lead to the first (4.1.1 of WCAG 2.1).
  const ids = new Set();
  for (const node of all('[id]')) ids.has(node.id) ? say('duplicate-id', node) : ids.add(node.id);

  // The first thing that the keyboard reaches leads to the main part (2.4.1).
  const reached = all('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')
    .filter(node => node.tabIndex >= 0 && (shown(node) || hiddenOnPurpose(node)));
  const skip = reached[0];
  const main = skip && skip.hash && document.getElementById(decodeURIComponent(skip.hash.slice(1)));
  if (!main || !main.matches('main, main *')) say('skip-link-first', skip || document.body);

  // Links inside of the page lead to something that is there.
  for (const link of all('a[href*="#"]'))
    if (link.origin + link.pathname + link.search === location.origin + location.pathname + location.search
        && link.hash.length > 1 && !ids.has(decodeURIComponent(link.hash.slice(1)))) say('link-to-no-place', link);

  // Whoever tabs sees where they are (2.4.7): the focus changes how something is drawn.
  const drawn = node => {
    const of = style(node);
    return [of.outlineStyle === 'none' ? '' : of.outlineWidth + of.outlineColor, of.boxShadow, of.backgroundColor,
            of.borderColor, of.borderWidth, of.textDecoration, of.color].join();
  };
  const kinds = new Set();
  for (const node of reached) {
    const kind = node.tagName + node.className + (node.parentElement ? node.parentElement.className : '');
    if (kinds.has(kind) || hiddenOnPurpose(node)) continue;
    kinds.add(kind);
    document.activeElement && document.activeElement.blur();
    const before = drawn(node);
    node.focus({ preventScroll: true, focusVisible: true });
    if (document.activeElement === node && drawn(node) === before) say('focus-not-visible', node);
    node.blur();
  }

  // A picture, a frame or an animation that begins by itself and cannot be stopped (2.2.2).
  for (const node of all('main *')) {
    const of = style(node);
    if (of.animationName !== 'none' && of.animationIterationCount === 'infinite') say('moves-without-end', node);
  }
  return found;
}

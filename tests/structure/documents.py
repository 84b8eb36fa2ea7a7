"""Rules on what is kept beside the code: no machine, no registry, no lock file, a true tree."""

import re
import subprocess
import sys
from pathlib import Path

from tests.structure.reading import ROOT, files

# Written so that these lines do not match themselves.
MACHINE_PATH = re.compile(
    r"(?<![\w.})\]~-])/(?:(?:work|root)(?![\w-])|(?:tmp|home)/)|[A-Z]:\\Users\\"
)
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.(?:npmjs|yarnpkg)\.|npmjs\.(?:org|com)"
    r"|(?:deb|ftp|security)\.debian\.org|archive\.ubuntu\.com|proxy\.golang\.org"
)


def names_no_machine(root: Path) -> list[str]:
    """Nothing kept says where it was written, or from where its libraries came."""
    return [
        f"{path.relative_to(root)}:{number}: names {match.group()}"
        for path in files(root)
        for number, line in enumerate(
            path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1
        )
        for match in [MACHINE_PATH.search(line) or REGISTRY.search(line)]
        if match
    ]


def no_lock_file(root: Path) -> list[str]:
    """Report lock files: they name a registry on every other line, and one machine's Python."""
    locks = {"uv.lock", "pylock.toml", "poetry.lock", "Pipfile.lock", "package-lock.json"}
    return [str(path.relative_to(root)) for path in files(root) if path.name in locks]


def the_tree_is_drawn_true(root: Path) -> list[str]:
    """Check that the tree drawn in the documents is what the modules say of themselves."""
    asked = [sys.executable, str(ROOT / "scripts" / "tree.py"), "--check", str(root)]
    completed = subprocess.run(asked, check=False, capture_output=True, text=True)
    return [] if completed.returncode == 0 else [completed.stderr]


NAMED = re.compile(r"`((?:solicitation_flow|tests|scripts|workflows|templates|docs)/[\w./-]+)`")
LINKED = re.compile(r"\]\(([\w./-]+\.md)\)")
GUIDES = ("README.md", "CONTRIBUTING.md", "docs/ARCHITECTURE.md", "docs/WHY.md")


def named_files_exist(root: Path) -> list[str]:
    """Check that every file or page that a guide names exists."""
    breaches = []
    for guide in GUIDES:
        path = root / guide
        text = path.read_text(encoding="utf-8") if path.is_file() else ""
        named = [root / name for name in NAMED.findall(text)]
        linked = [path.parent / name for name in LINKED.findall(text)]
        for target in (*named, *linked):
            if "NAME" not in target.name and not target.exists():
                breaches.append(f"{guide}: names {target.relative_to(root)}, which is not there")
    return breaches

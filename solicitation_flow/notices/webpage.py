"""Shows a stored letter as an HTML page, in which no text of the letter becomes markup."""

from html import escape
from typing import Final

from markdown_it import MarkdownIt

from solicitation_flow.notices.mail import opened
from solicitation_flow.records.ledger import Letter

SHOWN: Final = ("From", "To", "Date")

UNDERSTOOD: Final = ("code", "hr", "list")
"""What a letter's text uses of Markdown besides paragraphs: words set in, rules, items.

Nothing else is: a firm that calls itself `**Acme**` or `[Acme](https://acme.example)` is printed
so, and makes neither emphasis nor a link. HTML in a text is text.
"""

STYLE: Final = """
:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 2rem auto; padding: 0 1rem; font: 1rem/1.5 Georgia, serif; }
header { border-bottom: 1px solid; margin-bottom: 1.5rem; padding-bottom: .5rem; }
h1 { font-size: 1.25rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 1rem; }
dt { font-weight: bold; }
dd { margin: 0; }
dd, p, li, code { overflow-wrap: anywhere; }
pre { margin: 1rem 0 1rem 1rem; padding-left: 1rem; border-left: 3px solid; }
pre, code { font: inherit; white-space: pre-wrap; }
@media print { body { margin: 0; max-width: none; } pre { break-inside: avoid; } }
"""

PAGE: Final = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{subject}</title>
<style>{style}</style>
</head>
<body>
<header>
<h1>{subject}</h1>
<dl>
{head}
</dl>
</header>
<main>
{body}</main>
</body>
</html>
"""

_MARKDOWN: Final = MarkdownIt("zero", {"html": False}).enable(UNDERSTOOD)


def page(letter: Letter) -> str:
    """Return a letter as one HTML file that needs nothing else, whatever it is saved as."""
    mail = opened(letter)
    rows = (f"<dt>{name}</dt><dd>{escape(str(mail[name]))}</dd>" for name in SHOWN)
    whole = PAGE.format(
        subject=escape(str(mail["Subject"])),
        style=STYLE,
        head="\n".join(rows),
        body=_MARKDOWN.render(str(mail.get_content())),
    )
    return whole.encode("ascii", "xmlcharrefreplace").decode("ascii")

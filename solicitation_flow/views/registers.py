"""The entries of a register: who is in it, and what is known of each."""

from collections.abc import Collection, Iterator, Sequence

from solicitation_flow.views.viewer import Document, Table, Viewer, cell


def entries(workflow: str, viewer: Viewer, *, everybody: bool = False) -> list[Document]:
    """Return the entries of a register; those who have left only when everybody is wanted."""
    read = viewer.engine.read
    rows: list[Document] = []
    for header in read.cases(workflow, None if everybody else "active"):
        body = read.stored(header.number).case.records[workflow, "the"].plain()
        key = header.number.partition("-")[2]
        rows.append({"number": header.number, "key": key, **body, "status": header.state})
    return rows


def doubled(viewer: Viewer, keys: Collection[str]) -> Iterator[str]:
    """Yield a warning for each of some entries that looks like one that is entered already."""
    for group in viewer.engine.read.registers.doubles():
        for key in group:
            if key in keys:
                others = ", ".join(other for other in group if other != key)
                yield (
                    f"{key} has the e-mail address or the name of {others}: if they are one party, "
                    "retire one of them"
                )


def table(rows: Sequence[Document]) -> Table:
    """Return the entries as a table; a column that says nothing of anybody is left out."""
    extra = ("roles", "entity", "state", "simulated", "status")
    more = []
    for name in extra:
        if any(_tells(row.get(name)) for row in rows):
            more.append(name)
    listed: list[tuple[str, ...]] = []
    for row in rows:
        cells = []
        for name in more:
            cells.append(cell(row.get(name)))
        listed.append((row["key"], row["name"], row["email"], *cells))
    return ("key", "name", "email", *more), listed


def _tells(value: object) -> bool:
    return value not in (None, False, "active")

"""The records of a catalog by their traits, in an SQLite database: a file of the user's cache folder, or memory.

A record's number is its place in the order of the list, with room between two for those to come.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, get_args

from bot.catalog.model import Catalog, ListFile, Record, RelationType, display_order
from bot.edge.known import Known, known_of, marks_of, number, said
from bot.lint.analysis.similar_descriptions import FAMILY
from bot.lint.traits import pointing, traits
from bot.names.similar_text import CROWD

GAP = 1 << 40
_TABLES = (
    "DROP TABLE IF EXISTS record",
    "DROP TABLE IF EXISTS word",
    """CREATE TABLE record(
        at INTEGER PRIMARY KEY, path TEXT UNIQUE, slug TEXT UNIQUE, name TEXT, section TEXT, page INTEGER,
        dated INTEGER, rank BLOB UNIQUE, words BLOB, marks BLOB, digest BLOB)""",
    "CREATE TABLE word(word INTEGER, at INTEGER, times INTEGER, PRIMARY KEY(word, at)) WITHOUT ROWID",
    "CREATE INDEX standing ON record(section, page)",
    "CREATE INDEX leading ON record(page, section)",
    "CREATE TEMP TABLE raw(word INTEGER, at INTEGER, times INTEGER)",
)
_RETOLD = """
SELECT COUNT(*), SUM(dated OR EXISTS(
    SELECT 1 FROM record AS other WHERE other.page = record.page AND other.section != record.section))
FROM record WHERE section = ? AND page IS NOT NULL"""
_SHARED = """
SELECT DISTINCT at FROM word WHERE word IN (
    SELECT page FROM record WHERE section = ? INTERSECT SELECT page FROM record WHERE section = ?)"""
_INSERT = "INSERT INTO record VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_IN_FILE = "SELECT at, slug FROM record WHERE path = ?"


class Full(Exception):
    """No room is left between two neighbours: the index has to be filled afresh."""


class Index:
    """`read` gives the record in a file of the catalog, which nobody has touched since it was put in."""

    def __init__(self, database: sqlite3.Connection, list_file: ListFile, read: Callable[[str], Record]) -> None:
        self.database = database
        self.list_file = list_file
        self.places = {section.path: at for at, section in enumerate(Catalog(list_file).sections)}
        self.read = read
        self.records: dict[int, Record] = {}
        self.leaving: set[int] = set()  # those whose files are not what they were, until they are put in or removed

    def named(self, slug: str) -> Mapping[int, Record]:
        return self.taken_from(self._ask("SELECT at FROM record WHERE slug = ?", slug))

    def find(self, word: str, most: int = 0) -> Mapping[int, Record]:
        found = self._ask("SELECT at FROM word WHERE word = ? LIMIT ?", number(word), most or -1)
        return self.taken_from(found)

    def is_common(self, sentence: str) -> bool:
        return self._is_common(said(sentence))

    def bucket(self, mark: int) -> list[int]:
        return list(self._ask("SELECT at FROM word WHERE word = ? ORDER BY at LIMIT ?", ~mark, CROWD))

    def pages(self, sections: Iterable[str]) -> Iterator[tuple[int, str]]:
        asked = "SELECT page, section FROM record WHERE section = ? AND page IS NOT NULL"
        return (row for section in sections for row in self.database.execute(asked, (section,)))

    def sizes(self, sections: Iterable[str]) -> Mapping[str, int]:
        return {one: next(self._ask("SELECT COUNT(*) FROM record WHERE section = ?", one)) for one in sections}

    def retold(self, section: str) -> tuple[int, int]:
        row = self.database.execute(_RETOLD, (section,)).fetchone()
        return row[0], row[1] or 0

    def shared(self, one: str, other: str) -> Mapping[int, Record]:
        return self.taken_from(self._ask(_SHARED, one, other))

    def slugs(self) -> set[str]:
        return set(self._ask("SELECT slug FROM record"))

    def leave(self, paths: Iterable[str]) -> set[str]:
        """The slugs of the records that were in these files, which will be put in anew or removed."""
        found = [row for path in paths for row in self.database.execute(_IN_FILE, (path,))]
        self.leaving |= {at for at, _ in found}
        return {slug for _, slug in found}

    def names(self) -> list[str]:
        return list(self._ask("SELECT name FROM record ORDER BY at"))

    def __len__(self) -> int:
        return next(self._ask("SELECT COUNT(*) FROM record"))  # type: ignore[no-any-return]

    def digest(self, path: str) -> bytes:
        """Of the bytes of that record's file; empty where it has no record."""
        return next(self._ask("SELECT digest FROM record WHERE path = ?", path), b"")

    @contextmanager
    def trying(self, records: Iterable[Record]) -> Iterator[None]:
        """With these records in the places of those of the same slugs, for as long as it lasts."""
        before = dict(self.records)
        self.database.execute("SAVEPOINT trial")
        try:
            for record in records:
                self.put(record)
            yield
        finally:
            self.database.execute("ROLLBACK TO trial")
            self.database.execute("RELEASE trial")
            self.records = before

    def fill(self, catalog: Catalog, digests: Mapping[str, bytes] | None = None) -> None:
        """Begin anew with the records of a sound catalog."""
        for step in _TABLES:
            self.database.execute(step)
        self.records = {at * GAP: record for at, record in enumerate(catalog.records, 1)}
        known = {at: known_of(record) for at, record in self.records.items()}
        times = Counter(word for one in known.values() for word, _ in one.said)
        common = {word for word, number in times.items() if number >= FAMILY}
        marks = {at: marks_of(part for word, part in one.said if word not in common) for at, one in known.items()}
        digest = (digests or {}).get
        self.database.executemany(
            _INSERT,
            (self._values(at, one, known[at], marks[at], digest(one.file, b"")) for at, one in self.records.items()),
        )
        self.database.executemany(
            "INSERT INTO raw VALUES (?, ?, ?)",
            (row for at, one in known.items() for row in (*one.rows(at), *((mark, at, 1) for mark in marks[at]))),
        )
        # Sorted before they go into the tree: many times quicker than one by one.
        self.database.execute("INSERT INTO word SELECT word, at, times FROM raw ORDER BY word, at")
        self.database.execute("DROP TABLE raw")

    def put(self, record: Record, digest: bytes = b"") -> None:
        """Add a record, in the place of one of that slug. Raises Full."""
        self.remove(record.slug)
        at = self._room(self._rank(record))
        self.leaving.discard(at)
        self.records[at] = record
        found = known_of(record)
        self.database.execute(_INSERT, self._values(at, record, found, array("q"), digest))
        with self._template({word for word, _ in found.said}):
            self.database.executemany("INSERT INTO word VALUES (?, ?, ?)", found.rows(at))
        self._sketch(at)

    def is_pointed_at(self, slug: str) -> bool:
        """Whether a record has a relation to the one of that slug."""
        return any(self.find(pointing(relation, slug), 1) for relation in get_args(RelationType))

    def remove(self, slug: str) -> None:
        asked = "SELECT at, words, marks FROM record WHERE slug = ?"
        for at, kept, marks in self.database.execute(asked, (slug,)).fetchall():
            known = array("q", kept)
            with self._template(set(known)):
                gone = ((word, at) for word in (*known, *array("q", marks)))
                self.database.executemany("DELETE FROM word WHERE word = ? AND at = ?", gone)
                self.database.execute("DELETE FROM record WHERE at = ?", (at,))
            self.records.pop(at, None)

    @contextmanager
    def _template(self, said: set[int]) -> Iterator[None]:
        """Sketch anew the texts with a sentence that becomes a template's meanwhile, or is one no longer."""
        before = {word for word in said if self._is_common(word)}
        yield
        changed = before ^ {word for word in said if self._is_common(word)}
        for at in {at for word in changed for at in self._ask("SELECT at FROM word WHERE word = ?", word)}:
            if at not in self.leaving:
                self._sketch(at)

    def _sketch(self, at: int) -> None:
        old = array("q", next(self._ask("SELECT marks FROM record WHERE at = ?", at)))
        self.database.executemany("DELETE FROM word WHERE word = ? AND at = ?", ((word, at) for word in old))
        parts = traits(self.taken_from([at])[at]).said
        marks = marks_of(part for part in parts if not self.is_common(part))
        self.database.executemany("INSERT INTO word VALUES (?, ?, 1)", ((mark, at) for mark in marks))
        self.database.execute("UPDATE record SET marks = ? WHERE at = ?", (marks.tobytes(), at))

    def _values(self, at: int, record: Record, known: Known, marks: array[int], digest: bytes) -> tuple[object, ...]:
        told = at, record.file, record.slug, record.name, record.section, known.page, known.dated, self._rank(record)
        return *told, known.words.tobytes(), marks.tobytes(), digest

    def _is_common(self, word: int) -> bool:
        return sum(map(int, self._ask("SELECT times FROM word WHERE word = ? LIMIT ?", word, FAMILY))) >= FAMILY

    def _rank(self, record: Record) -> bytes:
        """Bytes that stand in the order of the list."""
        unplaced, order, added, slug = display_order(record)
        bounded = max(0, min(order + (1 << 62), (1 << 63) - 1))
        place = self.places.get(record.section, len(self.places))
        day = added.toordinal()
        return b"".join((place.to_bytes(4), bytes([unplaced]), bounded.to_bytes(8), day.to_bytes(4), slug.encode()))

    def _room(self, rank: bytes) -> int:
        """Rather close to the one before: most records are added at the end of a section, one after another."""
        before = next(self._ask("SELECT at FROM record WHERE rank < ? ORDER BY rank DESC LIMIT 1", rank), 0)
        after = next(self._ask("SELECT at FROM record WHERE rank > ? ORDER BY rank LIMIT 1", rank), before + 8 * GAP)
        if after - before < 2:
            raise Full
        return before + max(1, (after - before) // 8)

    def taken_from(self, found: Iterable[int]) -> Mapping[int, Record]:
        return {at: self._record(at) for at in found}

    def _record(self, at: int) -> Record:
        if at not in self.records:
            self.records[at] = self.read(next(self._ask("SELECT path FROM record WHERE at = ?", at)))
        return self.records[at]

    def _ask(self, question: str, *values: object) -> Iterator[Any]:
        """The first column."""
        return (row[0] for row in self.database.execute(question, values).fetchall())

"""Rows, versions and knowledge."""
from dataclasses import dataclass, field

Version = tuple  # (replica, tick)


@dataclass(frozen=True)
class Row:
    version: Version          # who wrote it: (replica, tick of that replica)
    base: Version | None      # the foreign version that this write replaced
    time: int                 # logical wall clock: greater than that of every write it has seen
    deleted: bool
    value: int
    seen: frozenset           # ground truth only: ids of the writes in this row's past, its own included
    wid: int = 0              # ground truth only: the id of the write itself
    author: int | None = None  # the leaf for which this replica made the write; means nothing elsewhere
    outcome_of: int | None = None  # ground truth only: the leaf whose edit this replica let stand

    @property
    def stamp(self):
        return (self.time, self.version)

    @property
    def content(self):
        return (self.deleted, self.value)

    @property
    def part(self):
        """The row's effective filter value; a tombstone keeps the last one, since a delete keeps the value here."""
        return self.value % 3


@dataclass
class Knowledge:
    ticks: dict = field(default_factory=dict)       # replica -> greatest tick known
    missing: set = field(default_factory=set)       # versions below it that are not known

    def covers(self, v):
        return v is not None and v[1] <= self.ticks.get(v[0], 0) and v not in self.missing

    def reaches(self, ticks):
        return all(self.ticks.get(replica, 0) >= tick for replica, tick in ticks.items())

    def copy(self):
        return Knowledge(dict(self.ticks), set(self.missing))

    def merge(self, other):
        kept = {v for v in self.missing if not other.covers(v)}
        kept |= {v for v in other.missing if not self.covers(v)}
        raise_ticks(self.ticks, other.ticks)
        self.missing = kept


def raise_ticks(ticks, others):
    for replica, tick in others.items():
        ticks[replica] = max(tick, ticks.get(replica, 0))


def follows(later, earlier, known, rules):
    """Whether later was written by someone who had seen earlier; known is what later's side knows."""
    same = later.version[0] == earlier.version[0] and (later.version[1] >= earlier.version[1] or not rules["ticks-in-order"])
    return same or later.base == earlier.version or known.covers(earlier.version)

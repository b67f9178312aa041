"""A peer: full tracking, any topology; hub of leaves."""
from dataclasses import dataclass, replace

from rows import Knowledge, Row, follows, raise_ticks


@dataclass
class Progress:
    """How far a peer has read another."""
    anchor: int = 0
    cursor: int = 0
    marker: tuple | None = None     # what the source gave when it was read last


@dataclass
class Partner:
    """What a peer heard of another."""
    known: Knowledge
    time: int
    expelled: bool = False


@dataclass
class WaitingEdit:
    """A leaf's edit that this hub's database refused."""
    edit: object
    deleted: bool
    value: int
    seen: frozenset
    part: int | None


class Peer:
    def __init__(self, world, rid, policy):
        self.world, self.rules, self.rid, self.policy = world, world.rules, rid, policy
        self.name = rid
        self.tick = 0
        self.rows = {}          # key -> Row
        self.seq = {}           # key -> local tick at which the row last changed here
        self.log = {}           # key -> (deleted, value, write id) that is not folded yet; during sessions only
        self.known = Knowledge()
        self.forgotten = 0      # tombstones up to this tick have been removed
        self.forgotten_time = 0     # the greatest time among them: no later write on their keys may lie below it
        self.forgets = {}       # replica -> the greatest tick of its tombstones that were removed
        self.progress = {}      # source replica -> Progress
        self.partners = {}      # replica -> Partner
        self.markers = {}       # tick -> random number given with it
        self.former = {}        # identity given up -> (the tick then, whether for having been expelled)
        self.reload = None      # original rule of restarts: the tick at which this peer started again
        self.moves = []         # (tick, key, part that the row was in before): which leaves must let go of it
        self.heard = {}         # leaf -> (the greatest of its ticks that was taken, its marker then)
        self.quarantine = {}    # key -> (Row that could not be applied, knowledge it was made with)
        self.waiting = {}       # (leaf, key) -> WaitingEdit
        self.skew = world.rng.choice([0, 0, 0, -50, 30])

    def store(self, key, row):
        old = self.rows.get(key)
        assert old is None or row.stamp >= old.stamp, f"stamp went down: {old} -> {row}"
        self.tick += 1
        if old is not None and old.part != row.part:
            self.moves.append((self.tick, key, old.part))
        self.rows[key] = row
        self.seq[key] = self.tick
        self.known.ticks[self.rid] = self.tick

    def touch(self, key):
        """Give a row a new local tick, so that it flows to everybody again, whoever wrote it."""
        if key in self.rows:
            self.store(key, replace(self.rows[key], author=None, outcome_of=None))

    def write(self, key, deleted, value, also_seen=frozenset(), at_least=0, base=None, author=None, wid=None, outcome_of=None):
        old = self.rows.get(key)
        if deleted and old is not None and not also_seen:
            value = old.value
        if base is None and old is not None:
            base = old.base if old.version[0] == self.rid else old.version
        time = max(self.world.now + self.skew, old.time + 1 if old else self.forgotten_time + 1, at_least)
        wid = wid or self.world.new_write()
        seen = frozenset({wid}) | also_seen | (old.seen if old else frozenset())
        self.store(key, Row((self.rid, self.tick + 1), base, time, deleted, value, seen, wid, author, outcome_of))

    # -- the application writes while a session reads -------------------------------------------------

    def write_meanwhile(self, key, deleted, value):
        if self.rules["fold-before-reading"]:
            self.write(key, deleted, value)         # folded before the next batch is read, or not seen by the snapshot
        elif key in self.rows and key not in self.log:
            self.log[key] = (deleted, value, self.world.new_write())

    def fold(self):
        log, self.log = self.log, {}
        for key, (deleted, value, wid) in log.items():
            self.write(key, deleted, value, wid=wid)

    def read(self, key, rows):
        row = rows[key]
        if key in self.log:
            deleted, value, wid = self.log[key]
            return None if deleted else replace(row, deleted=False, value=value, seen=row.seen | {wid})
        return row

    def mark(self):
        return (self.tick, self.markers.setdefault(self.tick, self.world.rng.getrandbits(64)))

    def recognizes(self, marker):
        if marker is None or not self.rules["markers"]:
            return True
        tick, value = marker
        return self.markers[tick] == value if tick in self.markers else tick < min(self.markers, default=0)

    # -- who this is ----------------------------------------------------------------------------------

    def reset_if_restored(self, partner_knows, marker):
        if self.recognizes(marker) and partner_knows <= self.tick:
            return
        kept = max([p.known.ticks.get(self.rid, 0) for p in self.partners.values()], default=0)
        former = self.rid
        self.become(kept, expelled=False)
        self.known.ticks[former] = kept

    def become(self, kept, expelled):
        """Take a new identity; own writes above a tick become its writes."""
        former, self.rid = self.rid, self.world.new_replica()
        self.former[former] = (self.tick, expelled)
        for key, row in self.rows.items():
            if row.version[0] == former and row.version[1] > kept:
                wid = self.world.new_write()
                self.rows[key] = replace(row, version=(self.rid, self.seq[key]), time=row.time + 1, author=None,
                                         outcome_of=None, wid=wid, seen=row.seen | {wid})
        self.known.ticks[self.rid] = self.tick

    def hear(self, partner):
        """Answers whether the partner was expelled."""
        old = self.partners.get(partner.rid)
        if old is not None and old.expelled:
            return True
        self.partners[partner.rid] = Partner(partner.known.copy(), self.world.now)
        return False

    def restart(self, source):
        """Original rule: an expelled peer takes a new identity and is loaded afresh."""
        self.become(source.known.ticks.get(self.rid, 0), expelled=True)
        self.partners.update({former: Partner(Knowledge(), 0, True) for former in self.former})
        self.known = Knowledge({self.rid: self.tick})
        self.progress, self.quarantine = {}, {}
        self.reload = self.tick

    # -- one direction of a session: self is the destination ------------------------------------------

    def pull(self, source, break_after=None, refuse=0.0, busy=0.0):
        """Receive source's changes in batches; break_after batches the connection is lost."""
        progress = self.progress.setdefault(source.rid, Progress())
        reconciles = self.rules["reconcile-by-knowledge"] and not self.known.reaches(source.forgets)
        start = 0 if reconciles or self.reload is not None else max(progress.anchor, progress.cursor)
        watermark, made_with, marker = source.tick, source.known.copy(), source.mark()
        made_with.ticks[source.rid] = watermark
        rows = dict(source.rows) if self.world.snapshots else source.rows
        changed = sorted((s, k) for k, s in source.seq.items() if s > start)
        sent = {k: rows[k].version for _, k in changed}
        for number, first in enumerate(range(0, len(changed), self.world.batch)):
            if break_after is not None and number >= break_after:
                source.fold()
                return False
            if self.world.rng.random() < busy:
                source.write_meanwhile(*self.world.random_write())
            batch = changed[first:first + self.world.batch]
            for s, key in batch:                       # one transaction, with the cursor in it
                row = source.read(key, rows)
                if row is not None and (reconciles or row.version[0] != self.rid or self.reload is not None):
                    self.receive(key, replace(row, author=None, outcome_of=None), made_with, refuse)    # its leaves are not ours
            progress.marker = marker
            if not reconciles and self.reload is None:
                progress.cursor = batch[-1][0]
        if reconciles:
            self.remove_unsent(sent, made_with)
            raise_ticks(self.forgets, source.forgets)   # who read here what is gone now must hear of it too
            self.forgotten_time = max(self.forgotten_time, source.forgotten_time)
        if self.reload is not None:
            self.finish_reload(sent)
        missing_here = {row.version for row, _ in self.quarantine.values()}
        self.known.merge(made_with)
        self.known.missing |= {v for v in missing_here if v[1] <= self.known.ticks.get(v[0], 0)}
        self.progress[source.rid] = Progress(watermark, watermark, marker)
        source.fold()
        return True

    def remove_unsent(self, sent, made_with):
        """What the source knows and does not hold any more was deleted, and its delete forgotten."""
        for key, row in [(k, row) for k, row in self.rows.items() if k not in sent]:
            if made_with.covers(row.version):
                self.remove(key)
            elif not self.known.covers(row.version) and self.rules["unknown-flows-again"]:
                self.touch(key)                         # the source may have read it from here without knowing it
        for key in [k for k, (row, _) in self.quarantine.items() if row.version != sent.get(k) and made_with.covers(row.version)]:
            self.known.missing.discard(self.quarantine.pop(key)[0].version)

    def finish_reload(self, sent):
        for key in [k for k, s in self.seq.items() if k not in sent and s <= self.reload and self.rows[k].version[0] != self.rid]:
            self.remove(key)
        self.reload = None

    def drop_cursors(self):
        """What was read since the last complete session is not known yet: it must be decided again without what is gone."""
        if self.rules["forgetting-drops-cursors"]:
            for progress in self.progress.values():
                progress.cursor = progress.anchor

    def remove(self, key):
        self.drop_cursors()
        self.forgotten_time = max(self.forgotten_time, self.rows[key].time)
        del self.rows[key], self.seq[key]
        if self.rules["reload-is-noted"]:
            self.forgotten = self.tick = self.tick + 1  # there is no tombstone: leaves that have read the row reconcile
            self.known.ticks[self.rid] = self.tick

    def forget(self):
        """Remove the tombstones that every partner knows which was heard lately. Leaves may not have read them: they reconcile."""
        for partner in self.partners.values():
            partner.expelled |= self.world.now - partner.time > self.world.retention
        heard = [p.known for p in self.partners.values() if not p.expelled]
        if self.rules["reconcile-by-knowledge"]:
            self.partners = {r: p for r, p in self.partners.items() if not p.expelled}
        held_back = set(self.quarantine) | {key for _, key in self.waiting}
        for key, row in list(self.rows.items()):
            if row.deleted and key not in held_back and all(known.covers(row.version) for known in [self.known, *heard]):
                self.world.forget(key, row)
                self.drop_cursors()
                self.forgotten = max(self.forgotten, self.seq[key])
                self.forgotten_time = max(self.forgotten_time, row.time)
                raise_ticks(self.forgets, {row.version[0]: row.version[1]})
                del self.rows[key], self.seq[key]

    def receive(self, key, row, made_with, refuse):
        local = self.rows.get(key)
        if local is not None and local.version == row.version:
            return
        held, _ = self.quarantine.get(key, (None, None))
        if held is None and not self.let_go(local, row) and self.world.rng.random() < refuse:
            self.quarantine[key] = (row, made_with)     # a constraint of this store rejects the row
            return
        self.decide(key, local, row, made_with)
        self.known.missing.discard(row.version)
        if held is not None and (held.version == row.version
                                 or row.stamp > held.stamp and follows(row, held, made_with, self.rules)):
            del self.quarantine[key]                    # what arrived has seen what waited
            self.known.missing.discard(held.version)

    def let_go(self, local, row):
        """What this peer knows and yet does not hold, nor anything newer, was deleted and forgotten here."""
        if not self.known.covers(row.version):
            return False
        if self.rules["covered-is-forgotten"]:
            return local is None or row.stamp > local.stamp
        return local is None and row.deleted

    def tell(self, key, local, row, made_with):
        """Make what was forgotten here a new write, so that who still holds the row learns it."""
        if row.deleted and (local is None or local.deleted) or not self.rules["covered-is-forgotten"]:
            return
        self.world.losers |= row.seen
        if local is None:
            self.write(key, True, row.value, row.seen, row.time + 1, base=row.version)
        else:
            # What is here stands, unless what was deleted had seen it.
            deleted = local.deleted or follows(row, local, made_with, self.rules)
            self.settle(key, local, row, local.value, deleted)

    def decide(self, key, local, row, made_with):
        if self.reload is not None and (local is None or local.version[0] != self.rid):
            self.rows.pop(key, None)                    # original restart: the source's row in place of the old one
            self.store(key, row)
            return
        if self.let_go(local, row):
            self.tell(key, local, row, made_with)
            return
        if local is None:
            self.store(key, row)
            return
        newer = row.stamp > local.stamp
        was_let_go = not newer and made_with.covers(local.version) and not (local.deleted and row.deleted)
        if was_let_go and self.rules["source-knew-better"]:
            self.world.losers |= local.seen             # the source saw it deleted, or forgot this very delete
            deleted = follows(local, row, self.known, self.rules)   # and what the source holds is older than what was deleted
            self.settle(key, local, row, row.value, row.deleted or deleted)
            return
        if follows(row, local, made_with, self.rules) if newer else follows(local, row, self.known, self.rules):
            if newer:
                self.store(key, row)
            return
        if row.content == local.content:
            self.world.losers |= local.seen | row.seen  # the same content on both sides: nothing is lost
            if newer:
                self.store(key, row)
            return
        self.resolve(key, local, row, newer)

    # -- conflicts ------------------------------------------------------------------------------------

    def resolve(self, key, local, row, newer):
        """Answers whether the incoming row's content is what stands now."""
        concurrent = not (local.seen <= row.seen or row.seen <= local.seen)
        self.world.conflicts += 1
        self.world.false_conflicts += not concurrent
        winner = {"latest": row if newer else local, "destination": local, "source": row}.get(self.policy)
        if winner is None:                              # custom: a merged row
            self.record(local, row)
            self.settle(key, local, row, max(local.value, row.value), False)
            return False
        self.record(row if winner is local else local)
        if winner is (row if newer else local):         # the outcome that the stamps give anyway
            if winner is row:
                self.store(key, row)
        else:
            leaf = row.author if winner is row else None
            author = leaf if self.rules["outcome-has-author"] else None
            self.settle(key, local, row, winner.value, winner.deleted, author, None if author is None else row.wid, leaf)
        return winner is row

    def settle(self, key, local, row, value, deleted, author=None, wid=None, outcome_of=None):
        """A resolution that the stamps would not give is a write of its own that has seen both sides."""
        self.rows[key] = local if local.stamp > row.stamp else row
        self.write(key, deleted, value, local.seen | row.seen, max(local.time, row.time) + 1,
                   author=author, wid=wid, outcome_of=outcome_of)

    def record(self, *losers):
        for loser in losers:
            self.world.losers |= loser.seen             # kept in the conflict log

    def retry_quarantine(self):
        waiting, self.quarantine = self.quarantine, {}
        for key, (row, made_with) in waiting.items():
            self.receive(key, row, made_with, refuse=0.0)
        edits, self.waiting = self.waiting, {}
        for (leaf, key), one in edits.items():
            author = None if self.rules["refused-edit-stays"] else leaf
            if not self.take(leaf, author, one.part, key, one.edit, one.deleted, one.value, one.seen) and author is None:
                self.touch(key)                         # what stands now must flow to the leaf

    # -- as the hub of leaves -------------------------------------------------------------------------

    def accept(self, leaf, marker, part, key, edit, deleted, value, seen, refuse=0.0):
        """Take a leaf's edit, as a write of this replica. Answers "stands", "waits", or the row to take instead."""
        local = self.rows.get(key)
        nothing = Row((self.rid, 0), None, 0, True, value, frozenset())
        held = self.waiting.get((leaf, key))
        taken, _ = self.heard.get(leaf, (0, None))
        if edit.tick <= taken:                          # this upload came before: its answer was lost
            if held is not None and held.edit.tick >= edit.tick and self.rules["refused-edit-stays"]:
                return "waits"
            if local is None or local.content != (deleted, value):
                return local or nothing
            self.world.losers |= local.seen | seen      # the same content on both sides: nothing is lost
            return "stands"
        self.heard[leaf] = (edit.tick, marker)
        self.waiting.pop((leaf, key), None)
        if part is not None and (value % 3 != part if local is None or local.deleted else local.part != part):
            self.world.losers |= seen                   # outside the leaf's part: refused, kept in its conflict log
            return local or nothing
        if self.world.rng.random() < refuse:
            self.waiting[leaf, key] = WaitingEdit(replace(edit), deleted, value, seen, part)
            return "waits" if self.rules["refused-edit-stays"] else "stands"
        stands = self.take(leaf, leaf, part, key, edit, deleted, value, seen)
        return "stands" if stands else self.rows.get(key) or nothing

    def take(self, leaf, author, part, key, edit, deleted, value, seen):
        """Decide a leaf's edit; answers whether its content stands."""
        local = self.rows.get(key)
        known = local is not None and (local.author == leaf
                                       or self.seq[key] <= edit.anchor and part in (None, local.part))
        floor = self.forgotten_time if local is None else local.time if known else 0
        base = local and (local.base if local.version[0] == self.rid else local.version)
        row = Row((self.rid, self.tick + 1), base, max(edit.time, floor + 1), deleted, value, seen, max(seen), author)
        if local is None or known:
            self.store(key, row)
            return True
        if row.content == local.content:
            self.world.losers |= local.seen | seen
            return self.rules["outcome-has-author"]
        self.world.own_conflicts += local.outcome_of == leaf
        stands = self.resolve(key, local, row, row.stamp > local.stamp)
        return self.rows[key] is row or stands and self.rules["outcome-has-author"]

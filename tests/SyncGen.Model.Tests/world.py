"""A random history of peers and leaves, and what must hold at its end."""
import copy
import random

from leaves import Leaf
from peers import Peer


class World:
    def __init__(self, seed, rules):
        self.rng, self.rules = random.Random(seed), rules
        self.now, self.writes, self.replica = 1000, 0, 1000
        self.batch = self.rng.choice([1, 2, 5, 100])
        self.losers, self.conflicts, self.false_conflicts, self.own_conflicts = set(), 0, 0, 0
        self.graves = []        # ground truth only: tombstones that were forgotten
        self.restores = self.reconciled = self.ghosts = 0
        count = self.rng.randint(2, 6)
        policy = self.rng.choice(["latest", "destination", "source", "custom"])
        self.restoring = self.rng.random() < 0.2
        if self.restoring:      # who reads a restored peer first must be one who can tell: see README.md
            count = 2
        self.peers = [Peer(self, i + 1, policy) for i in range(count)]
        shape = self.rng.choice(["hub", "ring", "mesh", "line"])
        pairs = {"hub": [(0, i) for i in range(1, count)],
                 "ring": [(i, (i + 1) % count) for i in range(count)],
                 "line": [(i, i + 1) for i in range(count - 1)],
                 "mesh": [(i, j) for i in range(count) for j in range(i)]}[shape]
        self.pairs = [(a, b) for a, b in pairs if a != b]
        self.leaves = [Leaf(self, 100 + i, self.rng.choice(self.peers)) for i in range(self.rng.choice([0, 1, 3]))]
        self.breaks = self.rng.random() < 0.5
        self.busy = self.rng.choice([0.0, 0.0, 0.2])        # how often the application writes while a session reads
        self.in_order = self.rng.random() < 0.5             # whether every session of a leaf goes up and then down
        self.snapshots = self.rng.random() < 0.5            # whether a session reads one state of its source
        self.forgetful = self.rng.random() < 0.4
        self.retention = self.rng.choice([5, 20, 1000])     # how long a silent partner holds forgetting back
        self.refuse = self.rng.choice([0.0, 0.0, 0.1])
        self.restored = set()   # stores that went back to a backup
        self.backups = {}       # store -> (the state it had, ground truth: the writes that it held)

    @property
    def stores(self):
        return self.peers + self.leaves

    @property
    def is_exact(self):
        """Whether every conflict must be one: where a session breaks off, a store may know less than it has seen."""
        return not (self.leaves and not self.in_order or self.breaks or self.refuse or self.restoring or self.forgetful or self.busy and not self.snapshots)

    def describe(self):
        words = [name for name in ("breaks", "busy", "snapshots", "forgetful", "refuse", "restoring") if getattr(self, name)]
        return f"{len(self.peers)} peers, {len(self.leaves)} leaves, {self.peers[0].policy} wins, " + ", ".join(words)

    def forget(self, key, row):
        self.losers |= row.seen
        self.graves.append((key, row.wid, row.seen))

    def new_write(self):
        self.writes += 1
        return self.writes

    def new_replica(self):
        self.replica += 1
        return self.replica

    def random_write(self):
        return self.rng.randint(1, 6), self.rng.random() < 0.2, self.rng.randint(1, 1000)

    def session(self, faults):
        a, b = self.rng.choice(self.pairs)
        if self.rng.random() < 0.5:
            a, b = b, a
        a, b = self.peers[a], self.peers[b]
        self.identify(a, b)
        directions = [(a, b), (b, a)]
        if not self.rules["reconcile-by-knowledge"]:
            directions = self.hear(a, b, directions)
        else:
            a.hear(b)
            b.hear(a)
        if faults and self.rng.random() < 0.2:
            directions = directions[:1]
        for destination, source in directions:
            cut = self.rng.randint(0, 3) if faults and self.breaks and self.rng.random() < 0.4 else None
            self.reconciled += not destination.known.reaches(source.forgets)
            if not destination.pull(source, cut, self.refuse if faults else 0.0, self.busy if faults else 0.0):
                return
        if len(directions) == 2:
            a.hear(b)
            b.hear(a)

    def identify(self, a, b):
        """A partner that knows more of a store than the store itself proves that it was restored from a backup."""
        for store, partner in ((a, b), (b, a)):
            read = partner.progress.get(store.rid)
            store.reset_if_restored(partner.known.ticks.get(store.rid, 0), read.marker if read else None)

    def hear(self, a, b, directions):
        """Original rule: one that was expelled starts again, and reads before it gives."""
        for destination, source in directions:
            if source.hear(destination):
                destination.restart(source)
                source.hear(destination)
                destination.hear(source)
                return [(destination, source), (source, destination)]
        return directions

    # -- backups --------------------------------------------------------------------------------------

    def back_up(self, store):
        aside = {"world": store.world, "rules": store.rules}
        if isinstance(store, Leaf):
            aside["hub"] = store.hub
        memo = {id(value): value for value in aside.values()}
        self.backups[store.name] = copy.deepcopy(store.__dict__, memo)

    def restore(self, store):
        before = self.held(store)
        memo = {id(self): self, id(self.rules): self.rules}
        if isinstance(store, Leaf):
            memo[id(store.hub)] = store.hub
        store.__dict__.update(copy.deepcopy(self.backups[store.name], memo))
        elsewhere = frozenset().union(*(self.held(s) for s in self.stores))
        self.losers |= before - elsewhere               # nobody else had them: a backup is a backup
        self.restored.add(store.name)
        self.restores += 1

    @staticmethod
    def held(store):
        """Ground truth: the writes in the past of what a store holds. A leaf keeps no tombstones."""
        if isinstance(store, Leaf):
            return frozenset().union(*(row[2] for k, row in store.rows.items() if not row[0] or k in store.edits))
        return frozenset().union(*(r.seen for r in store.rows.values()), *(r.seen for r, _ in store.quarantine.values()),
                                 *(w.seen for w in store.waiting.values()))

    # -- a history ------------------------------------------------------------------------------------

    def run(self):
        for _ in range(self.rng.randint(20, 200)):
            self.now += self.rng.randint(0, 3)
            self.step()
        self.rest()
        for _ in range(8):
            for leaf in self.leaves:
                leaf.sync()
            for a, b in self.pairs:
                for destination, source in ((a, b), (b, a)):
                    self.identify(self.peers[destination], self.peers[source])
                    self.peers[destination].pull(self.peers[source])
        for leaf in self.leaves:
            leaf.sync()
        self.check()

    def rest(self):
        """Sessions go on until many of them in turn have changed nothing."""
        quiet = 0
        for _ in range(400):
            before = [peer.tick for peer in self.peers]
            for peer in self.peers:
                peer.retry_quarantine()
            self.session(faults=False)
            quiet = quiet + 1 if before == [peer.tick for peer in self.peers] else 0
            if quiet == 8 * len(self.pairs):
                break

    def step(self):
        if self.restoring and self.rng.random() < 0.1:
            store = self.rng.choice(self.stores)
            if store.name in self.backups and self.rng.random() < 0.4:
                if store.name not in self.restored:     # once: see README.md
                    self.restore(store)
            else:
                self.back_up(store)
        elif self.forgetful and self.rng.random() < 0.1:
            self.rng.choice(self.peers).forget()
        elif self.leaves and self.rng.random() < 0.2:
            up_only = not self.in_order and self.rng.random() < 0.3
            self.rng.choice(self.leaves).sync(self.breaks, self.busy > 0, self.refuse, up_only)
        elif self.rng.random() < 0.6:
            self.rng.choice(self.stores).write(*self.random_write())
        else:
            self.session(faults=True)

    def check(self):
        for leaf in self.leaves:
            assert not leaf.edits, f"leaf {leaf.name} still holds {leaf.edits}"
            mine = {k: row[1] for k, row in leaf.rows.items() if not row[0]}
            hubs = {k: r.value for k, r in leaf.hub.rows.items() if not r.deleted and leaf.part in (None, r.part)}
            assert mine == hubs, f"leaf {leaf.name} differs: {mine} {hubs}"
        states = [{k: (r.value, r.stamp) for k, r in p.rows.items() if not r.deleted} for p in self.peers]
        assert all(s == states[0] for s in states), f"diverged: {states}"
        for key, wid, seen in self.graves:
            row = self.peers[0].rows.get(key)
            rose = not (row is None or row.deleted or wid in row.seen or row.wid not in seen)
            self.ghosts += rose
            # What sessions that broke off, or a backup, left nobody sure to know is kept rather than lost.
            assert not rose or self.breaks or self.restoring, f"row {key} rose from the dead"
        survived = frozenset().union(*(r.seen for p in self.peers for r in p.rows.values()))
        lost = set(range(1, self.writes + 1)) - survived - self.losers
        assert not lost, f"lost writes {sorted(lost)}"
        assert self.own_conflicts == 0, f"{self.own_conflicts} conflicts of a leaf with what it wrote itself"
        if self.is_exact:
            assert self.false_conflicts == 0, f"{self.false_conflicts} conflicts that were none"

"""A leaf: hangs on one peer, its hub, and tracks only what it changed itself."""
from dataclasses import dataclass


@dataclass
class Edit:
    """What a leaf's trigger notes about a row that the application changed and the hub has not confirmed."""
    tick: int                 # the leaf's own counter
    anchor: int               # how far the leaf had read its hub when the edit was made
    time: int


class Leaf:
    def __init__(self, world, rid, hub):
        self.world, self.rules, self.rid, self.hub = world, world.rules, rid, hub
        self.name = rid
        self.rows = {}          # key -> (deleted, value, seen); nothing else is kept for a downloaded row
        self.edits = {}         # key -> Edit
        self.wrote = {}         # ground truth only: what this leaf itself has seen, even of rows it let go of
        self.tick, self.anchor, self.cursor = 0, 0, 0
        self.hub_id, self.hub_marker, self.met = None, None, 0
        self.reconcile = False
        self.markers = {}       # own tick -> random number given with it
        self.skew = world.rng.choice([0, 0, -50, 30])
        self.part = world.rng.choice([None, None, 0, 1, 2])     # its filter; None: it sees every row

    def write(self, key, deleted, value):
        if deleted and key in self.rows:
            value = self.rows[key][1]
        self.tick += 1
        past = (self.rows[key][2] if key in self.rows else frozenset()) | self.wrote.get(key, frozenset())
        self.rows[key] = (deleted, value, past | {self.world.new_write()})
        self.wrote[key] = self.rows[key][2]
        first = self.edits.get(key)
        anchor = first.anchor if first else self.anchor
        self.edits[key] = Edit(self.tick, anchor, self.world.now + self.skew)

    def meet(self):
        """Find out whether either side was restored from a backup."""
        hub = self.hub
        if self.hub_id == hub.rid:
            hub.reset_if_restored(self.anchor, self.hub_marker)
        taken, marker = hub.heard.get(self.rid, (0, None))
        if taken > self.tick or self.rules["markers"] and marker is not None and self.markers.get(marker[0]) != marker[1]:
            self.rid = self.world.new_replica()
        if self.hub_id != hub.rid:
            if self.hub_id is not None:
                self.reconcile = True
                _, expelled = hub.former.get(self.hub_id, (0, False))   # unknown: restored to before it took that identity
                if self.rules["upload-again"] and not expelled:
                    self.edit_everything()
            self.hub_id, self.hub_marker, self.anchor, self.cursor = hub.rid, None, 0, 0
        return (self.tick, self.markers.setdefault(self.tick, self.world.rng.getrandbits(64)))

    def edit_everything(self):
        for key, (deleted, _, _) in self.rows.items():
            if key not in self.edits and not deleted:
                self.tick += 1
                self.edits[key] = Edit(self.tick, 0, self.met)
        for edit in self.edits.values():
            edit.anchor = 0             # anchors count the ticks of the hub that it was

    def sync(self, breaks=False, busy=False, refuse=0.0, up_only=False):
        marker = self.meet()
        if self.upload(marker, breaks, busy, refuse) and not up_only:
            self.download(breaks)

    def upload(self, marker, breaks, busy, refuse):
        rng, hub = self.world.rng, self.hub
        for key, edit in sorted(self.edits.items(), key=lambda e: e[1].tick):   # in order: knowledge has no holes
            deleted, value, seen = self.rows[key]
            answer = hub.accept(self.rid, marker, self.part, key, edit, deleted, value, seen, refuse)
            if breaks and rng.random() < 0.1:
                return False                            # the answer is lost; the same upload will come again
            if self.rules["answers-have-markers"]:
                self.hub_marker = hub.mark()
            if busy and rng.random() < 0.1:
                self.write(key, False, rng.randint(1, 1000))    # the application edits during the session
            if answer == "waits":
                continue                                # it stays an edit until the hub has decided
            if self.edits[key].tick == edit.tick:
                del self.edits[key]
                if answer != "stands":                  # the hub decided otherwise: its row comes with the answer
                    self.take(key, answer)
            elif answer == "stands" and key in hub.seq:
                self.edits[key].anchor = hub.seq[key]   # the later edit was made on what the hub now holds
        return True

    def download(self, breaks):
        hub, is_uploader = self.hub, self.rid in self.hub.heard
        outdated = self.anchor < hub.forgotten or self.reconcile    # deletes are missing from what it would read: read all
        watermark, start = hub.tick, 0 if outdated else max(self.anchor, self.cursor)
        marker = hub.mark()
        scans = start == 0 and not (is_uploader and self.rules["uploader-reads-tombstones"])
        changed = [(s, k) for k, s in hub.seq.items() if s > start] + [(s, k) for s, k, _ in hub.moves if s > start]
        for s, key in sorted(changed):
            if breaks and self.world.rng.random() < 0.05:
                return
            row = hub.rows.get(key)
            if row is None:                             # a move of a row that is gone
                continue
            if scans and row.deleted:                   # a first download reads rows only
                self.see(key, row)
                continue
            if key not in self.edits and (outdated or row.author != self.rid or self.part not in (None, row.part)):
                self.take(key, row)
            self.cursor, self.hub_marker = s, marker
        if outdated:                                    # what was not among it is gone
            gone = {k for k in self.rows if k not in hub.rows or hub.rows[k].deleted}
            for key in gone - set(self.edits):
                self.wrote[key] = self.wrote.get(key, frozenset()) | self.rows.pop(key)[2]
        self.anchor, self.cursor, self.hub_marker = watermark, watermark, marker
        self.reconcile, self.met = False, self.world.now

    def see(self, key, row):
        """Ground truth only: that the hub holds a tombstone needs no message to one who never had the row."""
        if key not in self.edits and self.part in (None, row.part):
            self.wrote[key] = self.wrote.get(key, frozenset()) | row.seen

    def take(self, key, row):
        if self.part in (None, row.part):
            self.rows[key] = (row.deleted, row.value, row.seen)
        else:
            self.rows.pop(key, None)                    # an eviction: the row left this leaf's part

"""The rules that were found wrong, each with a switch that brings the original back."""

MENDED = {
    "markers": "a store gives its partners a random marker with each tick that they read, and a partner that names one which "
               "the store does not know proves that it was restored or copied; originally: ticks alone",
    "answers-have-markers": "a hub gives a marker with its answer to an upload too; originally (of markers): with rows only",
    "upload-again": "a leaf of a restored hub uploads all that it holds, as of the time when they last agreed, before it "
                    "reconciles; originally: it only reconciles",
    "fold-before-reading": "the log is folded before each batch is read, or all are read from a snapshot with an empty log; "
                           "originally: a row that was written since the fold may go out in its newer state",
    "refused-edit-stays": "an edit that the hub put into quarantine stays an edit on the leaf, is sent again until the hub has "
                          "decided, and has no author then; originally: the leaf takes it for done",
    "uploader-reads-tombstones": "a leaf that uploaded before its first download reads tombstones too; originally: a first "
                                 "download needs none",
    "outcome-has-author": "a conflict outcome that equals the leaf's row keeps the leaf as its author and confirms the edit; "
                          "originally: it is the hub's own row, which the leaf takes like any other",
    "reload-is-noted": "a peer that removed rows without tombstones lets its leaves reconcile; originally: it does not say so",
    "reconcile-by-knowledge": "a peer that does not know all deletes which its source forgot reads everything and removes what "
                              "the source knows and did not send; originally: an expelled peer takes a new identity and removes "
                              "all that it was not sent and did not write since",
    "covered-is-forgotten": "a row whose version a peer knows, and of whose key it holds nothing or something older, was "
                            "deleted and forgotten here: it is not stored; originally: only a tombstone without a row is",
    "source-knew-better": "where the source knows the local row and yet holds an older one, it forgot a delete in between: what "
                          "it holds stands, as a new write; originally: the greater stamp stays",
}

# Histories broke without these while other rules were not mended yet; none is recorded that does now.
PRECAUTIONS = {
    "forgetting-drops-cursors": "who forgets reads on from the anchor, not from where a session broke off; originally: from there",
    "unknown-flows-again": "what neither side of a reconciliation knows, since it came in a session that broke off, gets a new "
                           "tick, so that it flows again; originally: it stays as it is",
    "ticks-in-order": "of two writes of one replica the one with the greater stamp has seen the other only if its tick is greater "
                      "too: a write made after its key's delete was forgotten may lie below it; originally: always",
}


class Rules:
    """Which rules hold: all mended ones, but for those that are named."""

    def __init__(self, originals=()):
        unknown = set(originals) - set(MENDED) - set(PRECAUTIONS)
        if unknown:
            raise ValueError(f"no such rule: {', '.join(sorted(unknown))}; there are {', '.join(MENDED)}")
        self.originals = frozenset(originals)

    def __getitem__(self, name):
        assert name in MENDED or name in PRECAUTIONS, name
        return name not in self.originals

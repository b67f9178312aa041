#!/usr/bin/env python3
"""Executable model of the synchronisation rules.

Runs random histories of replicas that write, delete, meet in any topology, lose connections half way,
crash, are restored from backups, refuse rows, forget deletes and resolve conflicts, and checks after each history:

  converged    when writing stops and sessions go on, all peers hold the same rows, and each leaf exactly those
               of its hub's rows that lie in its part (its filter)
  monotone     a row's stamp never goes down on any replica
  no loss      a write that is not in the final state was overwritten by one that had seen it,
               or was the loser of a conflict that some replica recorded, or was on no other store when its store
               went back to a backup
  no ghosts    a row whose delete was forgotten does not come back
  no quarrel   a leaf's edit is in no conflict with what the same leaf wrote before and its hub let stand
  no invention every recorded conflict was between writes of which neither had seen the other
               (exact unless sessions broke off, stores were restored, or the like: then counted and printed, never lost)

A write gets its version at once here; that stands for: sessions fold the change log before they read or decide.

Usage: sync_model.py [histories] [seed] [--original RULE]... [--keep-going]
       sync_model.py --rules
"""
import argparse
import sys

from rules import MENDED, Rules
from world import World


def run(seed, rules):
    """Runs a history; answers its world, and what did not hold or None."""
    world = World(seed, rules)
    try:
        world.run()
    except AssertionError as failure:
        return world, str(failure)
    return world, None


def main():
    parser = argparse.ArgumentParser(description="Runs random histories of the synchronisation rules.")
    parser.add_argument("histories", nargs="?", type=int, default=2000)
    parser.add_argument("seed", nargs="?", type=int, default=0)
    parser.add_argument("--original", action="append", default=[], metavar="RULE", help="bring the original of a mended rule back")
    parser.add_argument("--keep-going", action="store_true", help="count failures instead of stopping at the first")
    parser.add_argument("--rules", action="store_true", help="list the mended rules")
    options = parser.parse_args()
    if options.rules:
        print("\n".join(f"{name}: {text}" for name, text in MENDED.items()))
        return 0
    rules = Rules(options.original)
    conflicts = false = restores = forgotten = reconciled = failures = 0
    for seed in range(options.seed, options.seed + options.histories):
        world, failure = run(seed, rules)
        if failure is not None:
            print(f"seed {seed}: {failure} ({world.describe()})", flush=True)
            failures += 1
            if not options.keep_going:
                return 1
        conflicts, false = conflicts + world.conflicts, false + world.false_conflicts
        restores, forgotten = restores + world.restores, forgotten + len(world.graves)
        reconciled += world.reconciled
    print(f"{options.histories} histories, {conflicts} conflicts, {false} of them reported though one side had seen the other; "
          f"{restores} restores, {forgotten} deletes forgotten, {reconciled} peers reconciled, {failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())

"""What can change: values at addresses, names in scopes, and the several ways that a program may take through them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..model.facts import Kind, Value
from ..model.program import Place
from ..model.rows import Rows
from .join import join
from .scope import Scope

DEFINED = frozenset({Kind.FUNCTION, Kind.CLASS, Kind.METHOD, Kind.INSTANCE})  # they are nothing without what they hold
Key = tuple[Scope | None, Any]  # a name in a scope, or an address
Journal = dict[Key, Value | None]  # what stood there before; None where nothing did


class Memory:
    """The present state, and a journal of what the way being run has written."""

    def __init__(self) -> None:
        self.heap: dict[int, Value] = {}
        self.journal: Journal | None = None
        self.stopped = False  # the rest of this block is not reached
        self.left = 0  # what may still be spent
        self.chosen: dict[tuple[Place, Rows | None], frozenset[int]] = {}  # what choices have learned, by their places
        self.once = 0  # loops around us of which one turn stands for all
        self.outside = 0  # the rows that there were when the outermost loop around us began
        self.open: list[Journal] = []  # the journals of the ways around us
        self.exits: list[tuple[int, list[Journal]]] = []  # for each loop around us: how many were open, and the states at its exits

    def keep(self, value: Value) -> Value:
        """Give a value an address, so that a change is seen under all its names."""
        address = len(self.heap) + 1
        if value.held is None and value.kind in DEFINED:  # what came of one, by a subscript or a method that it has not
            value = value._replace(kind=Kind.UNKNOWN)
        value = value._replace(refs=(address,))
        self.heap[address] = value
        return value

    def present(self, value: Value) -> Value:
        """The present state of a value that may have changed since it was bound."""
        refs = value.refs
        if not refs:
            return value
        if len(refs) == 1:
            return self.heap.get(refs[0], value)
        return join([self.heap.get(ref, value) for ref in refs])._replace(refs=refs)

    def change(self, old: Value, new: Value) -> Value:
        """The thing behind `old` now is `new`: for certain when there is one such thing, perhaps when several."""
        refs = old.refs
        new = new._replace(refs=refs)
        for ref in refs:
            self.log(None, ref)
        if len(refs) == 1:
            self.heap[refs[0]] = new
        else:
            for ref in refs:
                self.heap[ref] = join([self.heap.get(ref, old), new])._replace(refs=(ref,))
        return new

    def ways(self, *runs: Callable[[], None]) -> None:
        """Run each of these from the present state; afterwards the state is that of any of them, and it can't be told which.

        Only what a way wrote is looked at: the cost does not grow with the program around it. A way that left the block
        (by `return`, `raise`) has changed things, but binds no names for what comes after; see `leave_turn` for `break`.
        """
        outer = self.journal
        base: Journal = {}
        ends: list[Journal] = []
        gone: list[bool] = []
        for run in runs:
            journal: Journal = {}
            self.journal = journal
            self.stopped = False
            self.open.append(journal)
            try:
                run()
            except BaseException:
                self._adopt(outer, journal)
                raise
            finally:
                self.open.pop()
            ends.append({key: self._read(key) for key in journal})
            gone.append(self.stopped)
            for key, old in journal.items():
                self._write(key, old)
                base.setdefault(key, old)
        self._adopt(outer, base)
        self.stopped = all(gone)
        live = [end for end, left in zip(ends, gone, strict=True) if not left] or ends
        for key, before in base.items():
            found = [value for end in (live if key[0] is not None else ends) if (value := end.get(key, before)) is not None]
            if found:
                joined = join(found)
                self._write(key, joined._replace(refs=found[0].refs) if key[0] is None else joined)
            else:
                self._write(key, None)

    def leave_turn(self) -> None:
        """`break`, `continue`: the names as they are now live on behind this turn of the loop."""
        if self.exits:
            opened, states = self.exits[-1]
            keys = {key for journal in self.open[opened:] for key in journal if key[0] is not None}
            self.left -= len(keys)
            states.append({key: self._read(key) for key in keys})

    def turn_of_loop(self, run: Callable[[], None]) -> None:
        """One turn, and the state behind it however it was left."""
        states: list[Journal] = []
        self.exits.append((len(self.open), states))
        try:
            run()
        finally:
            self.exits.pop()
        for state in states:
            for key, value in state.items():
                if value is not None:
                    held = self._read(key)
                    self.log(*key)
                    self._write(key, value if held is None else join([held, value]))
        self.stopped = False

    def _adopt(self, outer: Journal | None, journal: Journal) -> None:
        """What was written inside was written outside, too."""
        self.journal = outer
        if outer is not None:
            for key, old in journal.items():
                outer.setdefault(key, old)

    def _read(self, key: Key) -> Value | None:
        scope, name = key
        return self.heap.get(name) if scope is None else scope.names.get(name)

    def _write(self, key: Key, value: Value | None) -> None:
        scope, name = key
        holder: dict[Any, Value] = self.heap if scope is None else scope.names
        if value is None:
            holder.pop(name, None)
        else:
            holder[name] = value

    def log(self, scope: Scope | None, name: Any) -> None:
        """Remember what stood here before this way wrote it."""
        if self.journal is not None and (scope, name) not in self.journal:
            self.journal[scope, name] = self._read((scope, name))

"""Answers kept for the next viewer who asks the same; two who ask at once share one computation."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import Lock
from typing import Any


class Memory:
    """The most recently used answers; what `is_small` refuses is given but not kept."""

    def __init__(self, size: int, is_small: Callable[[Any], bool] = lambda answer: True) -> None:
        self._size = size
        self._is_small = is_small
        self._kept: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable, compute: Callable[[], Any]) -> Any:
        with self._lock:
            known = self._kept.get(key)
            if known is not None:
                self._kept.move_to_end(key)
            else:
                mine: Future[Any] = Future()
                self._kept[key] = mine
        return known.result() if known is not None else self._fill(key, mine, compute)

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()

    def _fill(self, key: Hashable, mine: "Future[Any]", compute: Callable[[], Any]) -> Any:
        try:
            answer = compute()
        except BaseException as error:
            self._forget(key)
            mine.set_exception(error)
            raise
        mine.set_result(answer)
        self._forget(key) if not self._is_small(answer) else self._trim()
        return answer

    def _forget(self, key: Hashable) -> None:
        with self._lock:
            self._kept.pop(key, None)

    def _trim(self) -> None:
        with self._lock:
            while len(self._kept) > self._size:
                self._kept.popitem(last=False)

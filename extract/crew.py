"""Worker processes that share the work; one that dies costs at most the article it was on."""

from collections import deque
from collections.abc import Iterator
from multiprocessing.connection import wait
from types import TracebackType
from typing import Any, Self

from extract.deadline import too_long
from extract.worker_process import Work, Worker

Chunk = tuple[Any, ...]  # items

_AHEAD = 4  # chunks a worker that are under way at once; the rest waits unread
_MOST = 50_000_000  # characters or bytes under way, beyond which nothing more is read
_MOST_DEATHS = 3  # workers that may die one after the other before any is ready


class WorkerError(Exception):
    """Worker processes cannot be started; the message says how they die."""


class _Task:
    """A chunk on its way; ``outcome`` is there when it is done."""

    def __init__(self, items: Chunk, size: int, *, tried: bool = False) -> None:
        self.items = items
        self.size = size
        self.tried = tried  # alone, that is
        self.done = False
        self.outcome: Any = None


class Crew:
    """Up to ``most`` workers, started as there are items for them. Used as a context."""

    def __init__(self, work: Work, most: int) -> None:
        self._work = work
        self._most = most
        self._workers: dict[Worker, _Task | None] = {}
        self._order: deque[_Task] = deque()  # all tasks under way, as they came
        self._todo: deque[_Task] = deque()  # those of them that no worker has
        self._deaths = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        for worker in self._workers:
            worker.kill()

    def work(self, chunks: Iterator[Chunk]) -> Iterator[Any]:
        """The outcomes of ``chunks``, in their order."""
        more = True
        while more or self._order:
            self._hand_out()
            while self._order and self._order[0].done:
                yield self._order.popleft().outcome
            if more and self._takes_more():
                chunk = next(chunks, None)
                more = chunk is not None
                if chunk is not None:
                    self._order.append(_Task(chunk, sum(map(self._work.size, chunk))))
                    self._todo.append(self._order[-1])
                self._listen(0)
            elif self._order:
                self._listen(None)

    def _takes_more(self) -> bool:
        few = len(self._order) < self._most * _AHEAD
        return few and sum(task.size for task in self._order) < _MOST

    def _hand_out(self) -> None:
        for worker, task in list(self._workers.items()):
            if self._todo and worker.ready and task is None:
                self._workers[worker] = self._todo.popleft()
                try:
                    worker.give(self._workers[worker].items)  # type: ignore[union-attr]
                except OSError:
                    worker.bury()
                    self._lose(worker)
        starting = sum(not worker.ready for worker in self._workers)
        while starting < len(self._todo) and len(self._workers) < self._most:
            self._workers[_start(self._work)] = None
            starting += 1

    def _listen(self, seconds: float | None) -> None:
        """Wait up to ``seconds`` (None: until something happens) for what workers say."""
        if not self._workers or (self._order and self._order[0].done):
            return
        dues = [left for worker in self._workers if (left := worker.left()) is not None]
        if seconds is None and dues:
            seconds = max(min(dues), 0)
        by_connection = {worker.connection: worker for worker in self._workers}
        for connection in wait(list(by_connection), seconds):
            self._hear(by_connection[connection])  # type: ignore[index]
        for worker in list(self._workers):
            left = worker.left()
            if left is not None and left < 0:
                worker.kill()
                self._lose(worker)

    def _hear(self, worker: Worker) -> None:
        try:
            said = worker.hear()
        except (EOFError, OSError):
            worker.bury()
            self._lose(worker)
            return
        if isinstance(said, Exception):
            raise said
        task = self._workers[worker]
        if task is not None:
            task.outcome, task.done = said, True
            task.items = ()
        self._workers[worker] = None
        self._deaths = 0

    def _lose(self, worker: Worker) -> None:
        """Do without a worker that died or was killed as overdue; try singly what it was on."""
        task = self._workers.pop(worker)
        if task is None:
            self._deaths += not worker.ready
            if self._deaths >= _MOST_DEATHS:
                raise WorkerError(f"worker processes die as they start ({worker.died})")
        elif len(task.items) > 1:
            alone = [_Task((item,), self._work.size(item), tried=True) for item in task.items]
            at = self._order.index(task)
            self._order.remove(task)
            for task in reversed(alone):
                self._order.insert(at, task)
            self._todo.extendleft(reversed(alone))
        elif worker.died and not task.tried:
            task.tried = True
            self._todo.appendleft(task)
        else:
            (item,) = task.items
            late = too_long(self._work.seconds(item))
            why = f"worker died ({worker.died})" if worker.died else late
            task.outcome, task.done = self._work.failed(item, why), True


def _start(work: Work) -> Worker:
    try:
        return Worker(work)
    except OSError as error:
        raise WorkerError(f"worker processes cannot be started: {error.strerror}") from None

"""A stream sends at once while its line is free; a slow one waits, and is let go when it falls too far behind."""

import asyncio

from werkplaats.live.hall import Hall
from werkplaats.live.listener import BACKLOG, Listener


class Line:
    """A line that can be held up."""

    def __init__(self):
        self.sent: list[bytes] = []
        self.free = asyncio.Event()
        self.free.set()

    async def send(self, message):
        await self.free.wait()
        self.sent.append(message["body"])


def tried(check):
    asyncio.run(check())


def test_a_free_line_sends_before_push_returns():
    async def check():
        line = Line()
        listener = Listener((), line.send)
        listener.push(b"een")
        listener.push(b"twee")
        assert line.sent == [b"een", b"twee"]

    tried(check)


def test_a_slow_line_keeps_its_order():
    async def check():
        line = Line()
        line.free.clear()
        listener = Listener((), line.send)
        for number in range(50):
            listener.push(b"%d" % number)
        assert line.sent == []
        line.free.set()
        await asyncio.sleep(0.01)
        listener.push(b"50")
        assert line.sent == [b"%d" % number for number in range(51)]
        assert not listener.closed.is_set()

    tried(check)


def test_a_line_that_falls_too_far_behind_is_closed():
    async def check():
        line = Line()
        line.free.clear()
        listener = Listener((), line.send)
        for _ in range(40):
            listener.push(b"x" * (BACKLOG // 32))
        assert listener.closed.is_set()

    tried(check)


def test_one_slow_line_holds_nobody_up():
    async def check():
        slow, quick = Line(), Line()
        slow.free.clear()
        listeners = [Listener((), slow.send), Listener((), quick.send)]
        for listener in listeners:
            listener.push(b"een")
        assert quick.sent == [b"een"]

    tried(check)


def test_a_broken_line_is_closed():
    async def check():
        async def broken(message):
            await asyncio.sleep(0)
            raise OSError

        listener = Listener((), broken)
        listener.push(b"een")
        await asyncio.sleep(0.01)
        assert listener.closed.is_set()

    tried(check)


def test_words_that_are_gone_do_not_wait_for_a_slow_line():
    async def check():
        slow, quick = Line(), Line()
        slow.free.clear()
        listeners = {Listener((), slow.send), Listener((), quick.send)}
        hall = Hall(running=None, listeners=listeners)
        for listener in listeners:
            listener.push(b"een")
            listener.push(b"ingetrokken")
        hall.drop_words()
        slow.free.set()
        await asyncio.sleep(0.01)
        assert slow.sent == [b"een"]
        assert quick.sent == [b"een", b"ingetrokken"]
        assert [listener.closed.is_set() for listener in listeners if listener._send == slow.send] == [True]
        assert [listener.closed.is_set() for listener in listeners if listener._send == quick.send] == [False]

    tried(check)

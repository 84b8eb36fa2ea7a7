"""The daemon: settles what is due every half minute and at each deadline, and keeps no state."""

import logging
import re
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from apscheduler.executors.pool import ThreadPoolExecutor
from apscheduler.jobstores.base import JobLookupError
from apscheduler.jobstores.memory import MemoryJobStore
from apscheduler.schedulers.background import BackgroundScheduler

from solicitation_flow.engine import Engine
from solicitation_flow.engine.rounds import Round, settle_once
from solicitation_flow.errors import ClockJumped, SolflowError
from solicitation_flow.post import Post, Sent, send

SECONDS: Final = 30
"""The interval between rounds: commands of other processes start deadlines too."""

POST_MINUTES: Final = "*/5"
"""When letters that could not be sent are tried again."""

JOB_DEFAULTS: Final = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
"""Without the last, APScheduler silently drops whatever is a second late."""

BACKWARDS: Final = timedelta(seconds=1)
"""A clock set back by less is an ordinary correction by the machine and is not reported."""

SIGNALS: Final = (signal.SIGTERM, signal.SIGINT)

Say = Callable[[str], None]


class Daemon:
    """Starts rounds on time; `settle_once` does the work, and the store keeps all state."""

    def __init__(self, engine: Engine, post: Post, say: Say) -> None:
        """Take the engine, the post and the function that reports; nothing runs yet."""
        self.engine = engine
        self.post = post
        self.say = say
        self.scheduler = _scheduler()
        self._stopped = threading.Event()
        self._latest = engine.environment.clock.now()
        self._known: dict[str, str] = {}
        self._rung()
        self.scheduler.add_job(self.deliver, "cron", minute=POST_MINUTES, id="post")

    def _rung(self) -> None:
        """Schedule rounds from now on, whatever the clock showed before."""
        self.scheduler.add_job(
            self.ring, "interval", seconds=SECONDS, id="every", replace_existing=True
        )

    def run(self, greeting: str) -> None:
        """Run until SIGTERM, SIGINT or `stop`; the round under way is then finished.

        Signals sent after the greeting is printed are handled.
        """
        before = []
        for signals in SIGNALS:
            before.append((signals, signal.signal(signals, self._told_to_stop)))
        try:
            self.say(greeting)
            self.ring()
            self.scheduler.start()
            # the wait is cut into seconds to see the clock go back, and because on some systems
            # a wait without end hears no signal
            while not self._stopped.wait(1):
                self.watch()
        finally:
            if self.scheduler.running:
                self.scheduler.shutdown(wait=True)
            for number, handler in before:
                signal.signal(number, handler)

    def _told_to_stop(self, *_: Any) -> None:
        self.stop()

    def stop(self) -> None:
        """Let `run` return."""
        self._stopped.set()

    def ring(self) -> None:
        """Settle what is due, report the result, and set the alarm for the next deadline."""
        done = settle_once(self.engine, self.post)
        self._tell(done)
        self._troubled(done.troubles)
        self._arm()

    def deliver(self) -> None:
        """Try again to send what could not be sent; the next round reports what still fails."""
        try:
            self.engine.environment.sure()
            now = self.engine.environment.clock.now()
            self._tell_sent(send(self.engine.environment.store, self.post, now))
        except ClockJumped:
            return  # a round tells of it
        except SolflowError as error:
            self._troubled([*self._known.values(), f"post: {error.message}"])

    def watch(self) -> None:
        """Notice that the clock went back: the scheduler would wait for the old time again.

        Cases that hold later entries already are left alone, and say so, until it is past them.
        """
        now, before = self.engine.environment.clock.now(), self._latest
        self._latest = now
        if before - now > BACKWARDS:
            was, reads = (instant.isoformat(timespec="seconds") for instant in (before, now))
            self.say(f"trouble: the clock went back from {was} to {reads}")
            self._rung()
            self.scheduler.reschedule_job("post", trigger="cron", minute=POST_MINUTES)

    def _tell(self, done: Round) -> None:
        for settled in done.sweep.settled:
            deadline = settled.deadline
            whose = ""
            if deadline.subject:
                whose = f" of {deadline.subject}"
            as_of = deadline.due_at.isoformat(timespec="seconds")
            self.say(
                f"{deadline.case}: {deadline.name}{whose} passed at {as_of}:"
                f" {deadline.command}, {settled.source} -> {settled.dest}"
            )
        for reminder in done.sweep.reminded:
            self.say(f"{reminder.case}: reminder of {reminder.name} {reminder.status}")
        self._tell_sent(done.sent)

    def _tell_sent(self, sent: Sent) -> None:
        if sent.sent:
            self.say(f"letters sent: {sent.sent}")
        if sent.uncertain:
            self.say(f"letters that may or may not have arrived: {sent.uncertain}")

    def _troubled(self, troubles: list[str]) -> None:
        """Report a trouble when it begins and when it is over, not in every round between."""
        current = {}
        for trouble in troubles:
            current[_gist(trouble)] = trouble
        for gist in current.keys() - self._known.keys():
            self.say(f"trouble: {current[gist]}")
        for gist in self._known.keys() - current.keys():
            self.say(f"over: {self._known[gist]}")
        self._known = current

    def _arm(self) -> None:
        """Set the alarm; what is still overdue has failed, and waits for the next round."""
        store, now = self.engine.environment.store, self.engine.environment.clock.now()
        try:
            due = store.next_due()
            if due is not None and due <= now:
                until = now + timedelta(seconds=SECONDS)
                ahead = [row.fires_at for row in store.deadlines(until)]
                ahead += [row.fires_at for row in store.reminders(until)]
                due = min((instant for instant in ahead if instant > now), default=None)
        except SolflowError as error:
            self._troubled([*self._known.values(), f"store: {error.message}"])
            return
        with suppress(JobLookupError):  # it may be ringing this very moment
            self.scheduler.remove_job("due")
        if due is not None:
            self.scheduler.add_job(self.ring, "date", run_date=due, id="due")

    def alarm(self) -> datetime | None:
        """Return the instant the alarm is set for."""
        job = self.scheduler.get_job("due")
        return job.trigger.run_date if job else None


def _scheduler() -> BackgroundScheduler:
    # a round that takes longer than half a minute skips a ring: nothing anyone must hear of
    logging.getLogger("apscheduler").setLevel(logging.ERROR)
    return BackgroundScheduler(
        timezone=UTC,
        jobstores={"default": MemoryJobStore()},
        executors={"default": ThreadPoolExecutor(1)},  # rounds and post take turns
        job_defaults=dict(JOB_DEFAULTS),
    )


def _gist(trouble: str) -> str:
    """Return whose trouble it is and how it begins: instants in it differ in each round."""
    whose, _, says = trouble.partition(": ")
    return " ".join([whose, *re.findall(r"[a-z]+", says)[:4]])

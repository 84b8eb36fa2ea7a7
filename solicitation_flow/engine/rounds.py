"""One round of the clock: settle what is due and send the letters, case by case."""

from dataclasses import dataclass, field

from solicitation_flow.engine import Engine, Sweep
from solicitation_flow.errors import SolflowError
from solicitation_flow.post import Post, Sent, send


@dataclass(slots=True)
class Round:
    """The result of one round: what was settled, what was sent, and what failed where."""

    sweep: Sweep = field(default_factory=Sweep)
    sent: Sent = field(default_factory=Sent)
    troubles: list[str] = field(default_factory=list)


def settle_once(engine: Engine, post: Post) -> Round:
    """Settle everything due and send the letters, once; do nothing while the clock is in doubt."""
    done = Round()
    try:
        doubt = None
        if engine.environment.keeper:
            doubt = engine.environment.keeper.look()
    except SolflowError as error:
        return Round(troubles=[f"store: {error.message}"])
    if doubt:
        return Round(troubles=[f"clock: {doubt}"])
    try:
        done.sweep = engine.settle()
    except Exception:  # noqa: BLE001 - met again below, together with the case it is in
        _one_by_one(engine, done)
    done.troubles += done.sweep.troubles
    try:
        done.sent = send(engine.environment.store, post, engine.environment.clock.now())
    except SolflowError as error:
        done.troubles.append(f"post: {error.message}")
    if done.sent.failed:
        waiting = engine.environment.store.outbox("queued")
        why = next((letter.trouble for letter in waiting if letter.trouble), "the cause is unknown")
        done.troubles.append(f"post: {done.sent.failed} letters could not be sent: {why}")
    return done


def _one_by_one(engine: Engine, done: Round) -> None:
    """Settle each due case alone, so that an error in one does not delay another's closing."""
    store, now = engine.environment.store, engine.environment.clock.now()
    try:
        due: set[str] = set()
        for deadline in store.due(now):
            due.add(deadline.case)
        for reminder in store.reminders(now):
            due.add(reminder.case)
    except SolflowError as error:
        done.troubles.append(f"store: {error.message}")
        return
    for case in sorted(due):
        try:
            sweep = engine.settle(cases=[case])
        except SolflowError as error:
            done.troubles.append(f"{case}: {error.message}")
        except Exception as error:  # noqa: BLE001 - told with its case, and tried again
            message = str(error).partition("\n")[0]
            done.troubles.append(f"{case}: bug: {type(error).__name__}: {message}")
        else:
            done.sweep = done.sweep.then(sweep)

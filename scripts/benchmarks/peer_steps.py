"""Runs in the peers' own environment: does steps of one peer, and says what each cost.

    python peer_steps.py NAME     then lines of `COUNT [WORDS]` on standard input

Nothing of ours is imported here. Every peer keeps its state in an SQLite file of this folder, in
WAL with synchronous = NORMAL where it lets us choose; DBOS runs as it ships.
"""

import gc
import itertools
import json
import sqlite3
import sys
import time
from collections.abc import Callable
from importlib import import_module, metadata
from pathlib import Path
from typing import Any

Steps = Callable[..., object]
STATES = 12
"""Steps of one workflow; then the next one begins."""


def database(name: str) -> sqlite3.Connection:
    """Return a database as ours is set."""
    db = sqlite3.connect(name, isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("PRAGMA synchronous = NORMAL")
    db.execute("CREATE TABLE flow (id INTEGER PRIMARY KEY, state TEXT, version INTEGER)")
    db.execute(
        "CREATE TABLE history (flow INTEGER, version INTEGER, event TEXT, source TEXT, dest TEXT,"
        " at TEXT, PRIMARY KEY (flow, version))"
    )
    db.execute("INSERT INTO flow VALUES (1, 's0', 0)")
    return db


def keep(db: sqlite3.Connection, version: int, source: str, dest: str) -> None:
    """Store one step by hand: compare and set, history, commit."""
    db.execute("BEGIN IMMEDIATE")
    changed = db.execute(
        "UPDATE flow SET state = ?, version = ? WHERE id = 1 AND version = ?",
        (dest, version + 1, version),
    )
    assert changed.rowcount == 1
    db.execute(
        "INSERT INTO history VALUES (1, ?, 'go', ?, ?, '2026-06-01T09:00:00.000000Z')",
        (version, source, dest),
    )
    db.execute("COMMIT")


def python_statemachine() -> Steps:
    """Run a machine of twelve states, each step stored by hand."""
    sm = import_module("statemachine")
    states = {f"s{n}": sm.State(initial=n == 0) for n in range(STATES)}
    listed = list(states.values())
    go = listed[-1].to(listed[0])
    for one, two in itertools.pairwise(listed):
        go |= one.to(two)
    machine = type("Flow", (sm.StateMachine,), {**states, "go": go})()
    db = database("statemachine.db")
    versions = itertools.count()

    def steps(count: int) -> None:
        for _ in range(count):
            source = machine.current_state_value
            machine.send("go")
            keep(db, next(versions), source, machine.current_state_value)

    return steps


def burr() -> Steps:
    """Run a loop of two actions with the SQLite persister Burr ships."""
    core, keeping = import_module("burr.core"), import_module("burr.core.persistence")

    def more(state: Any) -> Any:
        return state.update(count=state["count"] + 1)

    one, two = (core.action(reads=["count"], writes=["count"])(more) for _ in range(2))

    db = sqlite3.connect("burr.db", isolation_level=None)
    db.execute("PRAGMA journal_mode = WAL")
    persister = keeping.SQLitePersister("burr.db", connect_kwargs={"check_same_thread": False})
    persister.initialize()
    persister.connection.execute("PRAGMA synchronous = NORMAL")
    app = (
        core.ApplicationBuilder()
        .with_actions(one=one, two=two)
        .with_transitions(("one", "two"), ("two", "one"))
        .with_state(count=0)
        .with_entrypoint("one")
        .with_state_persister(persister)
        .with_identifiers(app_id="a", partition_key="p")
        .build()
    )

    def steps(count: int) -> None:
        for _ in range(count):
            app.step()

    return steps


def django_fsm_2() -> Steps:
    """Run a model whose state is an FSMField, saved with its history in one atomic block."""
    conf, django = import_module("django.conf"), import_module("django")
    begin = "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
    conf.settings.configure(
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": str(Path("django.db").absolute()),
                "OPTIONS": {"init_command": begin, "transaction_mode": "IMMEDIATE"},
            }
        },
        USE_TZ=True,
        DEFAULT_AUTO_FIELD="django.db.models.AutoField",
    )
    django.setup()
    models, fsm = import_module("django.db.models"), import_module("django_fsm")
    connection = import_module("django.db").connection
    transaction = import_module("django.db.transaction")

    def go(self: Any) -> None:
        """Move on."""

    there = fsm.transition(field="state", source="one", target="two")(go)

    def back_again(self: Any) -> None:
        """Move back."""

    back = fsm.transition(field="state", source="two", target="one")(back_again)
    meta = type("Meta", (), {"app_label": "bench"})
    flow = type(
        "Flow",
        (models.Model,),
        {
            "__module__": __name__,
            "Meta": meta,
            "state": fsm.FSMField(default="one"),
            "go": there,
            "back_again": back,
        },
    )
    history = type(
        "History",
        (models.Model,),
        {
            "__module__": __name__,
            "Meta": type("Meta", (), {"app_label": "bench"}),
            "flow": models.IntegerField(),
            "source": models.TextField(),
            "dest": models.TextField(),
            "at": models.TextField(),
        },
    )
    with connection.schema_editor() as editor:
        editor.create_model(flow)
        editor.create_model(history)
    key = flow.objects.create().pk  # type: ignore[attr-defined]

    def steps(count: int) -> None:
        for _ in range(count):
            with transaction.atomic():
                held = flow.objects.select_for_update().get(pk=key)  # type: ignore[attr-defined]
                source = held.state
                (held.go if source == "one" else held.back_again)()
                held.save()
                history.objects.create(  # type: ignore[attr-defined]
                    flow=key, source=source, dest=held.state, at="2026-06-01T09:00:00Z"
                )

    return steps


def spiffworkflow() -> Steps:
    """Run a BPMN process of twelve manual tasks; the whole workflow is written at each."""
    parser_room = import_module("SpiffWorkflow.bpmn.parser.BpmnParser")
    workflow_room = import_module("SpiffWorkflow.bpmn.workflow")
    serializer_room = import_module("SpiffWorkflow.bpmn.serializer.workflow")
    task_room = import_module("SpiffWorkflow.util.task")
    tasks = "".join(
        f'<bpmn:manualTask id="t{n}"><bpmn:incoming>f{n}</bpmn:incoming>'
        f"<bpmn:outgoing>f{n + 1}</bpmn:outgoing></bpmn:manualTask>"
        for n in range(STATES)
    )
    places = ["begin", *(f"t{n}" for n in range(STATES)), "end"]
    flows = "".join(
        f'<bpmn:sequenceFlow id="f{n}" sourceRef="{one}" targetRef="{two}"/>'
        for n, (one, two) in enumerate(itertools.pairwise(places))
    )
    Path("flow.bpmn").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><bpmn:definitions id="d" targetNamespace="x"'
        ' xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL">'
        '<bpmn:process id="flow" isExecutable="true"><bpmn:startEvent id="begin">'
        f"<bpmn:outgoing>f0</bpmn:outgoing></bpmn:startEvent>{tasks}"
        f'<bpmn:endEvent id="end"><bpmn:incoming>f{STATES}</bpmn:incoming></bpmn:endEvent>{flows}'
        "</bpmn:process></bpmn:definitions>",
        encoding="utf-8",
    )
    parser = parser_room.BpmnParser()
    parser.add_bpmn_file("flow.bpmn")
    spec = parser.get_spec("flow")
    serializer = serializer_room.BpmnWorkflowSerializer()
    db = database("spiff.db")
    db.execute("CREATE TABLE kept (id INTEGER PRIMARY KEY, body TEXT)")

    def one_step(running: Any) -> Any:
        ready = running.get_next_task(state=task_room.TaskState.READY, manual=True)
        if ready is None:
            running = workflow_room.BpmnWorkflow(spec)
            running.do_engine_steps()
            ready = running.get_next_task(state=task_room.TaskState.READY, manual=True)
        ready.run()
        running.do_engine_steps()
        body = serializer.serialize_json(running)
        db.execute("INSERT OR REPLACE INTO kept VALUES (1, ?)", (body,))
        return running

    running = workflow_room.BpmnWorkflow(spec)
    running.do_engine_steps()

    def steps(count: int) -> None:
        nonlocal running
        for _ in range(count):
            running = one_step(running)

    return steps


def dbos() -> Steps:
    """Workflows of twelve steps each, in an SQLite file, as DBOS ships."""
    room = import_module("dbos")
    kept = f"sqlite:///{Path('dbos.db').absolute()}"
    config = {"name": "bench", "system_database_url": kept, "run_admin_server": False}
    room.DBOS(config=config)

    @room.DBOS.step()  # type: ignore[untyped-decorator]
    def step(number: int) -> int:
        return number + 1

    @room.DBOS.workflow()  # type: ignore[untyped-decorator]
    def flow(many: int) -> int:
        number = 0
        for _ in range(many):
            number = step(number)
        return number

    room.DBOS.launch()

    def steps(count: int) -> None:
        for done in range(0, count, STATES):
            flow(min(STATES, count - done))

    return steps


def apscheduler() -> Steps:
    """Overdue jobs of its SQLAlchemy store, run once each with an empty body."""
    schedulers = import_module("apscheduler.schedulers.background")
    stores = import_module("apscheduler.jobstores.sqlalchemy")
    events = import_module("apscheduler.events")
    threading = import_module("threading")
    clock = import_module("datetime")
    past = clock.datetime(2026, 1, 5, tzinfo=clock.UTC)

    def steps(count: int) -> None:
        Path("jobs.db").unlink(missing_ok=True)
        made = schedulers.BackgroundScheduler(
            jobstores={"default": stores.SQLAlchemyJobStore("sqlite:///jobs.db")},
            job_defaults={"misfire_grace_time": None, "coalesce": True},
            timezone="UTC",
        )
        made.start(paused=True)
        for number in range(count):
            made.add_job(nothing, "date", run_date=past, id=str(number))
        left, done = itertools.count(1), threading.Event()
        made.add_listener(
            lambda _: done.set() if next(left) == count else None, events.EVENT_JOB_EXECUTED
        )
        begin()
        made.resume()
        done.wait()
        made.shutdown()

    return steps


def nothing() -> None:
    """Run an empty job."""


def simpy() -> Steps:
    """Run a process that waits, looks up the next state and writes history, event for event."""
    room = import_module("simpy")
    table = {(f"s{n}", "go"): f"s{(n + 1) % STATES}" for n in range(STATES)}

    def cycle(env: Any, events: int, history: list[tuple[float, str, str]]) -> Any:
        state = "s0"
        for number in range(events):
            yield env.timeout(number % 7)
            dest = table[state, "go"]
            history.append((env.now, state, dest))
            state = dest

    def steps(count: int, events: int) -> None:
        for _ in range(count):
            env = room.Environment()
            env.process(cycle(env, events, []))
            env.run()

    return steps


PEERS: dict[str, tuple[Callable[[], Steps], str]] = {
    "python-statemachine": (python_statemachine, "python-statemachine"),
    "burr": (burr, "apache-burr"),
    "django-fsm-2": (django_fsm_2, "django-fsm-2"),
    "SpiffWorkflow": (spiffworkflow, "SpiffWorkflow"),
    "DBOS": (dbos, "dbos"),
    "APScheduler": (apscheduler, "APScheduler"),
    "simpy": (simpy, "simpy"),
}
_BEGAN = [0.0, 0.0]


def begin() -> None:
    """Start the clocks; a peer that prepares something first calls it again."""
    _BEGAN[:] = time.process_time(), time.perf_counter()


def main() -> None:
    """Get a peer ready, then does what each line of standard input asks."""
    answers = sys.stdout
    sys.stdout = sys.stderr  # what a peer prints is no answer of ours
    made, package = PEERS[sys.argv[1]]
    steps = made()
    answers.write(json.dumps({"version": f"{package} {metadata.version(package)}"}) + "\n")
    answers.flush()
    for line in sys.stdin:
        count, *words = map(int, line.split())
        gc.collect()
        begin()
        steps(count, *words)
        cpu, wall = time.process_time() - _BEGAN[0], time.perf_counter() - _BEGAN[1]
        times = {"cpu": cpu / count * 1e6, "wall": wall / count * 1e6}
        answers.write(json.dumps(times) + "\n")
        answers.flush()


if __name__ == "__main__":
    main()

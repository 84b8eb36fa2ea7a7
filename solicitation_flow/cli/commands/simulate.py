"""`solflow simulate`: months of procurement in a moment, played from a seed."""

from typing import TYPE_CHECKING, Any

import click

from solicitation_flow.cli.session import Session, command, group

if TYPE_CHECKING:
    # a page of help must not pay for the engine
    from solicitation_flow.cli.terminal import Line
    from solicitation_flow.simulation.parties import Act
    from solicitation_flow.simulation.scenarios import Outcome

WHO, COMMAND = 9, 23
LONGEST = 400
"""How many characters of a refusal are printed; --json has all of it."""

simulate = group(
    "simulate",
    example="""
solflow simulate run any --seed 7
solflow simulate run rfp:set_range --seed 3
solflow simulate run r-tc-18004
""",
    description="Scenarios played by simulated parties, in memory: this workspace is not touched.",
)


@command(
    "run",
    example="""
solflow simulate run any --seed 7
solflow simulate run rfp:evaluation:set_range --seed 3 --json
solflow simulate run r-tc-18004
""",
    parent=simulate,
)
@click.argument("scenario", metavar="SCENARIO")
@click.option(
    "--seed",
    type=click.IntRange(min=0),
    default=0,
    show_default=True,
    metavar="N",
    help="Decides the law, the people's choices and, for `any`, what happens.",
)
def run(session: Session, scenario: str, seed: int) -> None:
    """Run one scenario and print each step, with a digest of all journals at the end.

    SCENARIO is a story that comes with the program; or an event, such as rfp:set_range, for which
    simulated parties play until it happens; or `any`, which lets the seed choose. The same seed
    makes the same journals, byte for byte, on every machine.
    """
    from solicitation_flow.errors import Usage
    from solicitation_flow.simulation import scenarios

    if session.common.as_ or session.common.at:
        raise Usage("a simulation has its own people and clock: leave out --as and --at")
    if session.json:
        acts: list[Act] = []
        outcome = scenarios.run(scenario, seed, acts.append)
        session.emit(_document(outcome, acts, scenarios.zone(scenario, seed)))
        return
    _print(scenario, seed)


def _print(scenario: str, seed: int) -> None:
    """Print each act as it happens."""
    from solicitation_flow.cli import terminal
    from solicitation_flow.simulation import scenarios

    write = terminal.writer()
    zone = ""

    def print_act(act: "Act") -> None:
        nonlocal zone
        zone = zone or scenarios.zone(scenario, seed)
        for line in _lines(act, zone):
            write(line)

    outcome = scenarios.run(scenario, seed, print_act)
    for line in _ending(outcome):
        write(line)


def _lines(act: "Act", zone: str) -> "list[Line]":
    import textwrap

    from solicitation_flow.cli.terminal import wrapped
    from solicitation_flow.workdays import local

    when = f"{local(act.at, zone):%Y-%m-%d %H:%M}  "
    head: Line = (
        (when, "dim"),
        (f"{act.who:<{WHO}} ", "cyan"),
        (f"{act.command:<{COMMAND}} ", "bold"),
        (f"{act.case}  ", ""),
        (f"-> {act.outcome}", "green") if act.done else ("!! refused", "bold red"),
    )
    if act.done:
        return [head]
    says = textwrap.shorten(act.outcome, LONGEST, placeholder=" ...")
    return [head, *wrapped(says, len(when), "red")]


def _ending(outcome: "Outcome") -> "list[Line]":
    from solicitation_flow.cli.terminal import line

    what = outcome.turn or outcome.scenario
    came = "happened"
    if not outcome.came:
        came = "did not happen with this seed: try another"
    cases = [case for case in outcome.cases if case.phase != "registers"]
    return [
        line(),
        *(line(f"{case.number}  {case.state}, {case.count} moves") for case in cases),
        line(f"{what} under {outcome.law}, seed {outcome.seed}: it {came}", "bold"),
        line(f"digest {outcome.digest}"),
    ]


def _document(outcome: "Outcome", acts: "list[Act]", zone: str) -> dict[str, Any]:
    from solicitation_flow.workdays import local

    return {
        "scenario": outcome.scenario,
        "seed": outcome.seed,
        "turn": outcome.turn or None,
        "jurisdiction": outcome.law,
        "came": outcome.came,
        "digest": outcome.digest,
        "cases": [
            {
                "number": case.number,
                "workflow": case.workflow,
                "state": case.state,
                "moves": case.count,
                "head": case.head,
            }
            for case in outcome.cases
        ],
        "acts": [
            {
                "at": {"at": local(act.at, zone).isoformat(), "zone": zone},
                "who": act.who,
                "case": act.case,
                "command": act.command,
                "done": act.done,
                "outcome": act.outcome,
            }
            for act in acts
        ],
    }

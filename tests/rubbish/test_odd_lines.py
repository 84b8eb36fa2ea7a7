"""Command lines an adversary once tried by hand, each with the exit code it deserves."""

import shlex

import pytest

from tests.rubbish.house import Place, answered

LINES = """
2 init sub --training --agency '' --jurisdiction va-local
2 init sub --training --agency LONG --jurisdiction va-local
4 init sub --training --agency A --jurisdiction ../../x
2 init sub --training --agency A --jurisdiction va-local --zone ../../etc/passwd
4 init sub --training --agency A --jurisdiction va-local --program ..
2 init sub --training --agency A --jurisdiction va-local --email not
5 init . --training --agency A --jurisdiction va-local
2 workflow draw --to outbox
4 workflow draw --to no/where.mmd
2 workflow draw --to LONG
4 workflow draw LONG
4 workflow check LONG
6 workflow check /dev/zero
6 workflow check outbox
4 workflow show ../rfp
4 workflow show rfp --jurisdiction ../../x
2 workflow schema nope
4 notices show %
4 notices preview RFP-2026-001 ../../x
2 notices list --status nope
2 verify --head x
7 verify --head 0000000000000000000000000000000000000000000000000000000000000000
2 simulate run ../../etc/passwd
2 simulate run any --seed -1
4 agreements show RFP-2026-001
4 list --workspace solflow.toml
4 list --workspace LONG
4 form LONG
4 form publish --workflow ../x
4 new ../rfp
3 new agreement
2 new participation
2 new participation parent=RFP-2026-001
2 new participation parent=x parent=y
2 new supplier parent=RFP-2026-001 key=q name=Q email=q@q.example
2 people add =x
4 people show ../x
5 suppliers add acme name=A email=a@a.example
4 suppliers import outbox
4 suppliers import /dev/zero
5 act RFP-2026-001 amend summary=x --expect zzz
6 act RFP-2026-001 amend --file outbox
6 act RFP-2026-001 amend --file /dev/zero
4 act RFP-2026-001 amend summary=@/dev/zero
2 act RFP-2026-001 answer text=x question:=HUGE
2 act RFP-2026-001 answer text=x question:=1e5000
2 act RFP-2026-001 answer text=x question=HUGE
2 tick --confirm-clock
2 tick --at 2099-01-01
2 completion tcsh
2 --json
2 --workspace
2 ''
2 -
2 --
"""
LONG, HUGE = "x" * 5_000, "9" * 5_000


@pytest.mark.parametrize("line", LINES.strip().splitlines())
def test_an_odd_line_has_the_exit_code_it_deserves(line: str, place: Place) -> None:
    code, *words = shlex.split(line)
    before = place.digest()
    answer = answered(
        [{"LONG": LONG, "HUGE": HUGE}.get(word, word).replace("HUGE", HUGE) for word in words]
    )
    assert answer.code == int(code), answer
    assert answer.err or answer.out
    assert "bug" not in answer.err
    assert "Traceback" not in answer.err
    assert place.digest() == before
    assert not (place.here / "sub" / "solflow.toml").exists()

"""`new`, as somebody runs it who has never seen a brief: on a terminal, through a pipe, interrupted and resumed."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from contract_builder import api
from contract_builder.drafting import brief_questions
from tests.cli.conftest import Run
from tests.contents import shipped

CONTENT = shipped()
ASKS = brief_questions(CONTENT)
STARTED = ["Homelessness alerts", "1", "4"]
ALL_NO = ["1"] * 6
POSIX = pytest.mark.skipif(os.name == "nt", reason="pseudo-terminals and signals are POSIX")


@pytest.fixture
def answer(tmp_path: Path) -> "Answering":
    return Answering(tmp_path)


class Answering:
    """`new` with its answers piped in."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "COLUMNS": "100",
            "NO_COLOR": "1",
        }

    def __call__(
        self, *lines: str, options: tuple[str, ...] = (), file: str = "my.yaml"
    ) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            [sys.executable, "-m", "contract_builder", "new", file, *options],
            cwd=self.folder,
            env=self.environment,
            input="".join(f"{line}\n" for line in lines),
            capture_output=True,
            encoding="utf-8",
            errors="surrogateescape",
            timeout=300,
            check=False,
        )

    @property
    def text(self) -> str:
        return (self.folder / "my.yaml").read_text(encoding="utf-8")


def test_a_whole_brief_is_written_from_answers_and_loads(answer: Answering, run: Run) -> None:
    given = [*STARTED, *ALL_NO, *["2"] * 21, "1", "2", "1", "£420,000", "no", "", "no", "s", "s", "s"]
    done = answer(*given)
    assert done.returncode == 0, done.stderr
    brief = api.read_brief(answer.folder / "my.yaml")
    assert brief.title == "Homelessness alerts" and brief.ai_types == ("predictive-risk-scoring",)
    assert brief.answers == {q.id: q.options[1].id for q in CONTENT.triage.questions}
    assert brief.facts == {
        "route": "competitive-flexible", "stage": "planning", "estimated_value": 420000, "light_touch": "no",
        "reorganisation": "no",
    }  # fmt: skip
    assert brief.stops == {s.id: "no" for s in CONTENT.triage.stops}
    tier = api.assess(CONTENT, brief).inherent
    assert f"Inherent tier {tier} (" in done.stdout
    assert "What raised the score" in done.stdout
    assert "contract-builder build my.yaml -o out" in done.stdout
    assert run("build", "my.yaml", "-o", "out").returncode == 0


def test_at_the_end_it_says_what_is_not_known_and_what_that_could_change(answer: Answering) -> None:
    done = answer(*STARTED, *ALL_NO, *["u"] * 21, "s", "s", "s")
    assert done.returncode == 0, done.stderr
    assert "Not known (21)" in done.stdout
    assert "If all of these turned out best, the score would be 0 and the inherent tier 3." in done.stdout
    assert "Facts that are not known (11)" in done.stdout
    contract = api.build(CONTENT, api.read_brief(answer.folder / "my.yaml")).contract
    assert contract is not None and len(contract.open_items) > 23
    said = " ".join(done.stdout.split())
    assert f"{len(contract.open_items)} fields of the Particulars print as blanks" in said
    assert "information governance" in said


def test_a_field_that_the_contract_does_not_have_is_not_asked_and_one_that_facts_settle_never_is(
    answer: Answering,
) -> None:
    safe = ["1"] * 21
    listing = ["Listings", "generative-drafting", "libraries-culture-economy"]
    facts = ["agreement", "below-threshold", "planning", "9500", "no", "", "no"]
    low = answer(*listing, *ALL_NO, *safe, *facts, "s", *["u"] * 200)
    assert low.returncode == 0, low.stderr
    assert "Inherent tier 1" in low.stdout
    assert "What is the Supplier's VAT number?" not in low.stdout
    assert "What is the full legal name of the Council?" in low.stdout
    high = answer(*STARTED, *ALL_NO, *["u"] * 21, *facts, "s", *["u"] * 200, file="high.yaml")
    assert "What is the Supplier's VAT number?" in high.stdout
    assert high.stdout.count("Which route to market is used?") == 1


def test_a_fact_is_asked_where_the_kinds_of_ai_and_the_triage_leave_it_open_and_only_there(
    answer: Answering,
) -> None:
    acts, children = "without a person approving each act?", "Are children among the people affected"
    quiet = answer("Forecasts", "forecasting", "4", *ALL_NO, *["1"] * 21, "u", *["u"] * 6, "s", "s", "s")
    assert quiet.returncode == 0, quiet.stderr
    assert acts not in quiet.stdout and children not in quiet.stdout
    acting = answer(
        "Replies",
        "conversational-agent",
        "4",
        *ALL_NO,
        *["u"] * 21,
        "u",
        *["u"] * 6,
        "yes",
        "no",
        "yes",
        "s",
        "s",
        "s",
        file="a.yaml",
    )
    assert acting.returncode == 0, acting.stderr
    brief = api.read_brief(answer.folder / "a.yaml")
    assert (brief.facts["children"], brief.facts["biometric"], brief.facts["agentic_action"]) == (
        "yes",
        "no",
        "yes",
    )
    assert "(not asked: see open-ended-or-acting and ai_types)" in answer.text
    agent = answer(
        "Bookings", "agentic-ai", "4", *ALL_NO, *["u"] * 21, *["u"] * 12, "s", "s", "s", file="b.yaml"
    )
    assert acts not in agent.stdout


def test_a_schedule_is_asked_for_its_host_and_builds_and_a_contract_of_its_own_is_asked_how_it_is_signed(
    answer: Answering, run: Run
) -> None:
    start = [*STARTED, *ALL_NO, *["u"] * 21]
    schedule = answer(
        *start, "2", "u", "public-sector-contract", "Call-Off 7", "", "framework-call-off", "s", "s", "s"
    )
    assert schedule.returncode == 0, schedule.stderr
    assert "A brief needs an answer to this." in schedule.stdout
    assert "How is the contract signed?" not in schedule.stdout
    host = api.read_brief(answer.folder / "my.yaml").host
    assert host is not None and (host.map, host.title) == ("public-sector-contract", "Call-Off 7")
    built = run("build", "my.yaml", "-o", "out")
    assert built.returncode == 0 and "paragraphs," in built.stdout
    own = answer(*start, "1", *["u"] * 11, "deed", "s", "s", file="own.yaml")
    assert own.returncode == 0, own.stderr
    brief = api.read_brief(answer.folder / "own.yaml")
    assert brief.host is None and brief.execution == {"form": "deed"}


def test_a_schedule_whose_host_is_not_answered_yet_is_gone_on_with(answer: Answering) -> None:
    left = answer(*STARTED, *ALL_NO, *["u"] * 21, "2", "q")
    assert left.returncode == 0
    resumed = answer("q")
    assert "Which kind of contract is it a schedule to?" in resumed.stdout, resumed.stderr


def test_each_question_is_put_with_its_answers_and_explained_on_request(answer: Answering) -> None:
    done = answer(*STARTED, *ALL_NO, "?", "q")
    assert "What does the output do to a person?" in done.stdout
    assert "   3  It influences a decision about an individual" in done.stdout
    assert "How to answer: Follow one output from the screen" in done.stdout
    assert "3. It influences a decision about an individual: 7 points" in done.stdout
    assert "If nobody knows: it scores as the worst answer (12 points)." in done.stdout
    assert "never below 3 (high)" in done.stdout


def test_a_gate_that_stops_is_explained_and_the_questions_go_on(answer: Answering) -> None:
    done = answer(*STARTED, "y", "", "q")
    assert done.stdout.count("STOP AND REFER.") == 2
    assert "Question 6 of" in done.stdout
    brief = api.read_brief(answer.folder / "my.yaml")
    assert brief.stops == {"live-biometric-identification": "yes", "emotion-inference": "unknown"}


def test_leaving_says_how_to_go_on_and_running_again_goes_on_there(answer: Answering) -> None:
    left = answer(*STARTED, "1", "q")
    assert left.returncode == 0
    assert "4 of" in left.stdout and "contract-builder new my.yaml" in left.stdout
    assert answer.text.startswith("# An unfinished brief.")
    resumed = answer("q")
    assert "It goes on at the first question without an answer." in " ".join(resumed.stdout.split())
    assert f"Question 5 of {len(ASKS)}" in resumed.stdout and "Question 4 of" not in resumed.stdout


def test_a_pipe_that_ends_too_soon_keeps_its_answers_and_exits_with_1(answer: Answering) -> None:
    done = answer(*STARTED, "1")
    assert done.returncode == 1
    assert "ended before the questions did" in done.stderr
    assert api.read_brief(answer.folder / "my.yaml").service_area == "housing-and-homelessness"


def test_nothing_answered_is_nothing_written(answer: Answering) -> None:
    done = answer("q")
    assert done.returncode == 0 and "nothing was written" in done.stdout
    assert not (answer.folder / "my.yaml").exists()


def test_a_review_offers_each_answer_and_enter_keeps_it(answer: Answering) -> None:
    answer(*STARTED, *ALL_NO, *["1"] * 21, "s", "s", "s")
    before = answer.text
    kept = answer(*[""] * len(ASKS), options=("--review",))
    assert kept.returncode == 0, kept.stderr
    assert answer.text == before
    changed = answer("Other alerts", "q", options=("--review",))
    assert "Enter: Homelessness alerts" in changed.stdout
    assert answer.text == before.replace("title: Homelessness alerts", "title: Other alerts")


def test_a_finished_brief_is_shown_and_not_asked_again(answer: Answering) -> None:
    answer(*STARTED, *ALL_NO, *["1"] * 21, "s", "s", "s")
    before = answer.text
    done = answer()
    assert done.returncode == 0
    assert (
        "my.yaml is finished" in done.stdout and "--review" in done.stdout and "Inherent tier" in done.stdout
    )
    assert answer.text == before


@pytest.mark.parametrize(
    "text", [api.example("event-listing-drafts").decode(), "notes: of mine\n", "\x00", "# x"]
)
def test_a_file_that_it_did_not_write_stays_as_it_is(answer: Answering, text: str) -> None:
    path = answer.folder / "my.yaml"
    path.write_bytes(text.encode())
    for options in ((), ("--review",)):
        done = answer(*STARTED, options=options)
        assert done.returncode == 2
        assert "did not write it" in done.stderr and "another name" in done.stderr
        assert path.read_bytes() == text.encode()


def test_comments_and_answers_written_by_hand_stay(answer: Answering) -> None:
    answer(*STARTED, "1", "q")
    text = answer.text.replace("# What is bought?", "# Ask Priya about the title.\n# What is bought?")
    text = text.replace(
        "service_area: housing-and-homelessness", "service_area: public-health # moved in May"
    )
    (answer.folder / "my.yaml").write_text(text, encoding="utf-8")
    assert answer("2", "q").returncode == 0
    assert "# Ask Priya about the title." in answer.text and "# moved in May" in answer.text
    assert "service_area: public-health" in answer.text


def test_departures_in_an_unfinished_file_are_not_lost_but_refused_with_their_line(answer: Answering) -> None:
    answer(*STARTED, "q")
    text = answer.text + "take: [model-change-control]\n"
    (answer.folder / "my.yaml").write_text(text, encoding="utf-8")
    done = answer("1", "q")
    assert done.returncode == 2
    assert f"my.yaml:{text.count(chr(10))}" in done.stderr and "would be lost" in done.stderr
    assert answer.text == text


@pytest.mark.parametrize(
    ("file", "says"),
    [("brief.docx", ".yaml"), ("brief", ".yaml"), ("con.yaml", "Rename"), ("no/such/x.yaml", "no folder")],
)
def test_a_name_that_cannot_be_a_brief_is_refused(answer: Answering, file: str, says: str) -> None:
    done = answer("x", file=file)
    assert done.returncode == 2 and says in done.stderr and not done.stdout
    assert not list(answer.folder.glob("*.yaml"))


def test_hostile_input_is_refused_and_asked_for_again(answer: Answering) -> None:
    done = answer("\x1b]0;x\x07", "x" * 200_000, "a\udcffb", "a\u202eb", "Alerts", "q")
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("Question 1 of") == 1
    assert not set(done.stdout) & set("\x1b\x07\u202e")
    assert "longer than 10,000 characters" in done.stdout
    assert "title: Alerts" in answer.text


def test_the_mark_that_windows_puts_before_piped_text_is_no_part_of_the_title(answer: Answering) -> None:
    answer("\ufeffAlerts", "q")
    assert "title: Alerts\n" in answer.text


COUNCIL = '[council]\nname = "Mereshire Council"\n\n[particulars]\ncouncil_name = "Mereshire Council"\n'


def test_what_council_toml_gives_is_not_asked(answer: Answering) -> None:
    (answer.folder / "council.toml").write_text(COUNCIL)
    answer(*STARTED, "q")
    assert "council_name" not in answer.text and "supplier_name" in answer.text


def test_an_answer_and_a_comment_that_council_toml_comes_to_give_stay(answer: Answering) -> None:
    answer(*STARTED, *ALL_NO, *["1"] * 21, "s", "s", "Ours Council", "q")
    text = answer.text.replace("  # council_address:", "  # Ayo knows the address.\n  # council_address:")
    (answer.folder / "my.yaml").write_text(text, encoding="utf-8")
    (answer.folder / "council.toml").write_text(COUNCIL + 'council_address = "1 High Street"\n')
    assert answer("Acme Ltd", "q").returncode == 0
    assert "council_name: Ours Council" in answer.text and "supplier_name: Acme Ltd" in answer.text
    assert "council_address" not in answer.text and "# Ayo knows the address." in answer.text


@contextlib.contextmanager
def on_a_terminal(answering: Answering, *options: str) -> "Iterator[Terminal]":
    import pty

    parent, child = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "contract_builder", "new", "my.yaml", *options],
        cwd=answering.folder, env={**answering.environment, "TERM": "xterm"},
        stdin=child, stdout=child, stderr=child, close_fds=True, start_new_session=True,
    )  # fmt: skip
    os.close(child)
    try:
        yield Terminal(process, parent)
    finally:
        process.kill()
        process.wait()
        os.close(parent)


class Terminal:
    """A pseudo-terminal with `new` on it."""

    def __init__(self, process: "subprocess.Popen[bytes]", parent: int) -> None:
        self.process, self.parent, self.seen, self.all = process, parent, "", ""

    def wait_for(self, words: str) -> None:
        """Read until `words` appear beyond what was waited for before."""
        import select

        end = time.monotonic() + 120
        while words not in self.seen:
            assert time.monotonic() < end, f"{words!r} did not come; there was {self.seen!r}"
            if select.select([self.parent], [], [], 1)[0]:
                try:
                    came = os.read(self.parent, 4096).decode("utf-8", "replace")
                except OSError as gone:  # Linux says so of a terminal that nobody has open
                    raise AssertionError(f"{words!r} did not come; there was {self.seen!r}") from gone
                self.seen += came
                self.all += came
        self.seen = self.seen.partition(words)[2]

    def type(self, text: str) -> None:
        os.write(self.parent, text.encode())

    def answer(self, *lines: str) -> None:
        for line in lines:
            self.wait_for("] > ")
            self.type(f"{line}\n")


@POSIX
def test_on_a_terminal_questions_are_put_one_after_another_without_moving_the_cursor(
    answer: Answering,
) -> None:
    with on_a_terminal(answer) as terminal:
        terminal.wait_for("What is bought")
        terminal.answer("Alerts for Môn", "1", "4")
        terminal.wait_for("Gates")
        terminal.answer("q")
        terminal.wait_for("Saved in my.yaml: 3 of")
        assert "\x1b" not in terminal.all
        assert terminal.process.wait(60) == 0
    assert "title: Alerts for Môn" in answer.text


@POSIX
def test_every_answer_is_in_the_file_before_the_next_question(answer: Answering) -> None:
    with on_a_terminal(answer) as terminal:
        terminal.answer(*STARTED)
        terminal.wait_for("Question 4 of")
        assert "service_area: housing-and-homelessness" in answer.text
        terminal.process.send_signal(signal.SIGKILL)
        terminal.process.wait()
    resumed = answer("q")
    assert "Question 4 of" in resumed.stdout
    assert not list(answer.folder.glob(".*.part"))


@POSIX
def test_ctrl_c_loses_nothing_and_says_how_to_go_on(answer: Answering) -> None:
    with on_a_terminal(answer) as terminal:
        terminal.answer(*STARTED)
        terminal.wait_for("Question 4 of")
        terminal.wait_for("] > ")
        terminal.process.send_signal(signal.SIGINT)
        terminal.wait_for("Saved in my.yaml: 3 of")
        assert terminal.process.wait(60) == 2
    assert "service_area" in answer.text


@POSIX
def test_ctrl_d_leaves_as_q_does(answer: Answering) -> None:
    with on_a_terminal(answer) as terminal:
        terminal.answer("Alerts")
        terminal.wait_for("] > ")
        terminal.type("\x04")
        terminal.wait_for("Saved in my.yaml: 1 of")
        assert terminal.process.wait(60) == 0


@POSIX
def test_a_file_that_somebody_changes_meanwhile_is_left_as_they_left_it(answer: Answering) -> None:
    with on_a_terminal(answer) as terminal:
        terminal.answer(*STARTED)
        terminal.wait_for("Question 4 of")
        text = answer.text.replace("Homelessness alerts", "Theirs")
        (answer.folder / "my.yaml").write_text(text, encoding="utf-8")
        terminal.answer("1")
        terminal.wait_for("Somebody changed my.yaml")
        assert terminal.process.wait(60) == 2
    assert answer.text == text

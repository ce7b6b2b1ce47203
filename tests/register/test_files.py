"""The workbook, the CSV and the calendar, read by other programs than those that wrote them."""

import csv
import io
import re
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

import contract_builder as cb
from contract_builder.register.table import COLUMNS, STATUSES, harmless
from tests.needs import require_program
from tests.register.conftest import Make, duty

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
EVIL = ("=1+1", "+1", "-1", "@SUM(1)", "\t=1", " =cmd|'/c calc'!A0", "＝1+1")


@pytest.fixture(scope="module")
def register(make: Make) -> cb.Register:
    duties = [duty("Start Date", "10 Working Days after the Start Date"),
              duty("Each interval from the Start Date", "Every 12 months", action="Report, in full; with \\ and\nlines"),
              duty("Written request", "5 days", number="4.10")]  # fmt: skip
    duties += [duty("Start Date", "By the Start Date", action=words, evidence=words) for words in EVIL]
    duties.append(duty("Start Date", "By the Start Date", action="Wörter 漢字 🦊 " * 30))
    return cb.register_of(make(*duties), end_date="2029-01-10")


def sheet(data: bytes, n: int = 1) -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(f"xl/worksheets/sheet{n}.xml"))


def opened(data: bytes, place: Path) -> list[list[str]]:
    """The first sheet as LibreOffice shows it."""
    soffice = require_program("soffice", "Install it with `apt install libreoffice-calc`.")
    (place / "register.xlsx").write_bytes(data)
    done = subprocess.run(
        [soffice, f"-env:UserInstallation={(place / 'profile').as_uri()}", "--headless", "--convert-to",
         "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false", "--outdir", str(place), str(place / "register.xlsx")],
        check=True, capture_output=True, timeout=240, text=True,
    )  # fmt: skip
    made = place / "register.csv"
    if not made.exists():
        from tests.needs import missing

        missing(f"LibreOffice has no Calc: apt install libreoffice-calc. {done.stderr}")
    return list(csv.reader(io.StringIO(made.read_text(encoding="utf-8"))))


def test_libreoffice_shows_every_row_with_its_date_and_no_formula_at_work(
    register: cb.Register, tmp_path: Path
) -> None:
    rows = opened(cb.render_register(register, "xlsx"), tmp_path)
    assert rows[0] == list(COLUMNS)
    lines = sum(max(1, len(entry.dates)) for entry in register.entries)
    assert len(rows) == lines + 1
    assert rows[1][:4] == ["1", "clause 11.1", "Supplier", "Deliver the plan"] and rows[1][6] == "01/25/2027"
    assert [row[6] for row in rows if row[3].startswith("Report")] == ["01/11/2028"]
    actions = {" ".join(row[3].split()) for row in rows}
    assert {" ".join(words.split()) for words in EVIL} <= actions
    assert next(row for row in rows if row[1] == "clause 4.10")[6] == ""
    assert {row[9] for row in rows[1:]} == {STATUSES[0]}


def test_the_workbook_filters_freezes_and_lets_a_status_be_picked(register: cb.Register) -> None:
    root = sheet(cb.render_register(register, "xlsx"))
    rows = len(root.findall(f"{S}sheetData/{S}row"))
    assert root.find(f"{S}autoFilter").get("ref") == f"A1:L{rows}"
    pane = root.find(f"{S}sheetViews/{S}sheetView/{S}pane")
    assert (pane.get("state"), pane.get("topLeftCell")) == ("frozen", "D2")
    lists = {v.get("type"): v for v in root.iter(f"{S}dataValidation")}
    assert lists["list"].find(f"{S}formula1").text == '"' + ",".join(STATUSES) + '"'
    status = "ABCDEFGHIJKL"[COLUMNS.index("Status")]
    assert lists["list"].get("sqref").startswith(f"{status}2:{status}")
    assert "date" in lists


def test_no_cell_of_the_workbook_is_a_formula(register: cb.Register) -> None:
    for n in (1, 2):
        root = sheet(cb.render_register(register, "xlsx"), n)
        assert not list(root.iter(f"{S}f"))


def test_the_workbook_has_the_same_bytes_each_time(register: cb.Register) -> None:
    import time

    first = cb.render_register(register, "xlsx")
    time.sleep(1.1)  # the library writes the second of the day
    assert cb.render_register(register, "xlsx") == first


def test_csv_holds_nothing_that_a_spreadsheet_acts_on(register: cb.Register) -> None:
    data = cb.render_register(register, "csv")
    assert data.startswith(b"\xef\xbb\xbf") and b"\r\n" in data
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert rows[0] == list(COLUMNS)
    for row in rows[1:]:
        for cell in row:
            assert not cell.strip().startswith(("=", "+", "-", "@", "＝")), cell
    assert {f"'{words}" for words in EVIL} <= {row[3] for row in rows}


@pytest.mark.parametrize("words", ["Deliver", "5 days", "", "a=b", "(a)"])
def test_ordinary_words_stay_as_they_are(words: str) -> None:
    assert harmless(words) == words


def unfolded(data: bytes) -> list[str]:
    return data.decode().replace("\r\n ", "").split("\r\n")


def test_the_calendar_is_read_back_with_each_date_and_word(register: cb.Register) -> None:
    from icalendar import Calendar

    data = cb.render_register(register, "ics")
    events = Calendar.from_ical(data).walk("VEVENT")
    dates = sorted(d.date for entry in register.entries for d in entry.dates)
    assert sorted(event.decoded("dtstart").isoformat() for event in events) == dates
    assert all(type(event.decoded("dtstart")) is date for event in events)
    said = {str(event["summary"]) for event in events}
    assert "Supplier: Report, in full; with \\ and\nlines (clause 11.1)" in said
    assert any("漢字 🦊" in words for words in said)
    assert len({str(event["uid"]) for event in events}) == len(events)


def test_lines_of_the_calendar_are_short_and_whole_and_nothing_breaks_out(register: cb.Register) -> None:
    data = cb.render_register(register, "ics")
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no character is cut in two
    names = {re.split("[:;]", line)[0] for line in unfolded(data) if line}
    assert names <= {
        "BEGIN", "END", "VERSION", "PRODID", "METHOD", "X-WR-CALNAME", "SUMMARY", "DTSTART", "DTEND", "DTSTAMP", "UID",
        "CATEGORIES", "DESCRIPTION", "TRANSP", "ACTION", "TRIGGER",
    }  # fmt: skip


def test_words_cannot_make_an_event_of_their_own(make: Make) -> None:
    words = "Plan\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Pay twice"
    register = cb.register_of(make(duty("Start Date", "By the Start Date", action=words, evidence=words)))
    lines = unfolded(cb.render_register(register, "ics"))
    assert lines.count("BEGIN:VEVENT") == lines.count("END:VEVENT") == 1
    assert not any(line.startswith("SUMMARY:Pay") for line in lines)


def test_a_rebuilt_contract_keeps_the_names_of_its_events(make: Make) -> None:
    def names(*duties: object) -> list[str]:
        data = cb.render_register(cb.register_of(make(*duties)), "ics")  # type: ignore[arg-type]
        return [line for line in unfolded(data) if line.startswith("UID")]

    plan = duty("Start Date", "By the Start Date")
    later = duty("Start Date", "10 Working Days after the Start Date", action="Deliver the plan, at last")
    assert names(plan) == names(later)
    assert len(set(names(plan, plan))) == 2


def test_json_is_the_register(register: cb.Register) -> None:
    import msgspec

    assert msgspec.json.decode(cb.render_register(register, "json"), type=cb.Register) == register


def test_a_format_that_there_is_not_is_refused(register: cb.Register) -> None:
    with pytest.raises(cb.UsageError, match="no format"):
        cb.render_register(register, "pdf")  # type: ignore[arg-type]


@pytest.mark.parametrize(("library", "format_"), [("openpyxl", "xlsx"), ("icalendar", "ics")])
def test_a_library_that_is_missing_is_named_with_its_extra(
    register: cb.Register, library: str, format_: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(cb.UsageError, match=library) as refused:
        cb.render_register(register, format_)  # type: ignore[arg-type]
    assert "contract-builder[register]" in refused.value.hint

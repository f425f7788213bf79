"""Nothing that somebody else made is written over: a ticket log may be called found.csv, too."""

import os
from pathlib import Path

import pytest

from experiments.errors import RequestError
from experiments.storing.whole import PAGE, check_file, check_ours, write_whole

HEAD = "window,measure"


def test_what_is_ours_is_replaced_and_an_empty_file_filled(tmp_path: Path) -> None:
    path = tmp_path / "found.csv"
    check_file(path, HEAD, ".csv")  # none yet
    for text in ("", f"{HEAD},mean\n1,2,3\n"):
        path.write_text(text)
        check_file(path, HEAD, ".csv")
    write_whole(path, "new")
    assert path.read_text() == "new"
    page = tmp_path / "found.html"
    page.write_text(f"<!DOCTYPE html>\n<html>\n<head>\n{PAGE}\n")
    check_file(page, PAGE, ".html")


def test_what_is_not_ours_is_refused_and_stays(tmp_path: Path) -> None:
    log = tmp_path / "tickets.csv"
    log.write_text("ticket,at,team\n1,2,3\n")
    for mark in (HEAD, PAGE):
        with pytest.raises(RequestError, match=r"tickets\.csv: is there already, and is none of our results"):
            check_file(log, mark, ".csv")
    assert log.read_text() == "ticket,at,team\n1,2,3\n"


def test_a_pipe_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "found.csv"
    os.mkfifo(pipe)
    with pytest.raises(RequestError, match="none of our results"):
        check_ours(pipe, HEAD)

"""The output folder: whole files or none, and no file of anybody else's touched."""

import json

import pytest

from extract.write.folder import Folder, OutputError, check

RUN = json.dumps({"program": "meeting-extract"}).encode()


def write_output(path, *, overwrite=False, stale=(), **files):
    with Folder(path, dict.fromkeys([*files, "run.json"], b""), overwrite=overwrite) as folder:
        folder.add({**files, "run.json": RUN})
        folder.keep(stale)


def content(path):
    return {file.name: file.read_bytes() for file in path.iterdir()}


def test_new_folder(tmp_path):
    write_output(tmp_path / "a" / "b", x=b"1")
    assert content(tmp_path / "a" / "b") == {"x": b"1", "run.json": RUN}


def test_empty_folder_is_taken(tmp_path):
    write_output(tmp_path, x=b"1")
    assert content(tmp_path) == {"x": b"1", "run.json": RUN}


def test_rows_are_appended_after_the_header(tmp_path):
    with Folder(tmp_path / "o", {"x": b"head\n"}, overwrite=False) as folder:
        folder.add({"x": b"1\n"})
        folder.add({"x": b"2\n"})
        folder.keep(())
    assert content(tmp_path / "o") == {"x": b"head\n1\n2\n"}


def test_earlier_output_needs_overwrite(tmp_path):
    write_output(tmp_path, x=b"1")
    with pytest.raises(OutputError) as error:
        write_output(tmp_path, x=b"2")
    assert str(error.value) == f"{tmp_path}: holds an earlier output; add --overwrite to replace it"
    assert content(tmp_path) == {"x": b"1", "run.json": RUN}


def test_overwrite_replaces_and_removes_what_the_new_run_has_not(tmp_path):
    write_output(tmp_path, x=b"1", y=b"1")
    (tmp_path / "notes.txt").write_bytes(b"mine")
    write_output(tmp_path, overwrite=True, stale=("x", "y"), x=b"2")
    assert content(tmp_path) == {"x": b"2", "run.json": RUN, "notes.txt": b"mine"}


@pytest.mark.parametrize("overwrite", [True, False])
@pytest.mark.parametrize("run", [None, b"{}", b"broken"])
def test_folder_of_somebody_else_is_refused(tmp_path, overwrite, run):
    (tmp_path / "notes.txt").write_bytes(b"mine")
    if run is not None:
        (tmp_path / "run.json").write_bytes(run)
    before = content(tmp_path)
    with pytest.raises(OutputError) as error:
        check(tmp_path, overwrite=overwrite)
    assert str(error.value) == (
        f"{tmp_path}: holds other files than an earlier output; choose another folder"
    )
    assert content(tmp_path) == before


def test_output_that_is_a_file(tmp_path):
    (tmp_path / "o").write_bytes(b"mine")
    with pytest.raises(OutputError) as error:
        check(tmp_path / "o", overwrite=True)
    assert str(error.value) == f"{tmp_path / 'o'}: is a file; the output is a folder (-o DIR)"


def test_output_below_a_file(tmp_path):
    (tmp_path / "o").write_bytes(b"mine")
    with pytest.raises(OutputError) as error:
        write_output(tmp_path / "o" / "below", x=b"1")
    assert str(error.value) == f"{tmp_path / 'o' / 'below'}: cannot be written: Not a directory"


def test_failed_run_leaves_the_earlier_output(tmp_path):
    write_output(tmp_path, x=b"1")
    with pytest.raises(RuntimeError), Folder(tmp_path, {"x": b""}, overwrite=True) as folder:
        folder.add({"x": b"half"})
        raise RuntimeError
    assert content(tmp_path) == {"x": b"1", "run.json": RUN}


def test_failed_run_leaves_no_new_folder(tmp_path):
    with pytest.raises(RuntimeError), Folder(tmp_path / "a" / "b", {"x": b""}, overwrite=False):
        raise RuntimeError
    assert list(tmp_path.iterdir()) == []


def test_rest_of_a_killed_run_is_no_obstacle(tmp_path):
    (tmp_path / "x.partial").write_bytes(b"half")
    write_output(tmp_path, x=b"1")
    assert content(tmp_path) == {"x": b"1", "run.json": RUN}

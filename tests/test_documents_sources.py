"""Finding documents: files, folders, archives, standard input; and every way in which that fails."""

from __future__ import annotations

import io
import os
import tarfile
import zipfile
from pathlib import Path

import pytest

from kg.documents import Found, SourceFailure, SourceFile, find_sources
from kg.documents.files import ArchiveLimits
from kg.errors import SourceError

THAI = "ไทย".encode()


def names(found: list[Found]) -> list[str]:
    return [item.name for item in found if isinstance(item, SourceFile)]


def failures(found: list[Found]) -> list[SourceFailure]:
    return [item for item in found if isinstance(item, SourceFailure)]


def write(path: Path, data: bytes = THAI) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def make_zip(path: Path, **members: bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def make_tar(path: Path, mode: str, *members: tuple[tarfile.TarInfo, bytes]) -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for info, data in members:
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


class TestFolders:
    def test_a_folder_gives_relative_sorted_posix_names(self, tmp_path: Path) -> None:
        for name in ("b.txt", "a/ข่าว.txt", "a/z.TXT"):
            write(tmp_path / name)
        found = list(find_sources([str(tmp_path)]))
        assert names(found) == ["b.txt", "a/z.TXT", "a/ข่าว.txt"]
        assert all(isinstance(item, SourceFile) and item.read() == THAI for item in found)

    def test_other_files_are_listed_as_skipped(self, tmp_path: Path) -> None:
        write(tmp_path / "a.txt")
        write(tmp_path / "b.pdf")
        write(tmp_path / ".hidden.txt")
        found = list(find_sources([str(tmp_path)]))
        assert names(found) == ["a.txt"]
        assert [(f.name, f.skipped) for f in failures(found)] == [(".hidden.txt", True), ("b.pdf", True)]
        assert "no reader for .pdf: b.pdf" in failures(found)[1].reason

    def test_a_folder_without_documents_is_a_failure(self, tmp_path: Path) -> None:
        write(tmp_path / "only.docx")
        (failure,) = [f for f in failures(list(find_sources([str(tmp_path)]))) if not f.skipped]
        assert "holds no document" in failure.reason
        assert "only.docx" in failure.reason

    def test_an_empty_folder_is_a_failure(self, tmp_path: Path) -> None:
        (failure,) = failures(list(find_sources([str(tmp_path)])))
        assert "it is empty" in failure.reason
        assert not failure.skipped

    def test_links_to_folders_are_not_followed(self, tmp_path: Path) -> None:
        write(tmp_path / "a.txt")
        (tmp_path / "again").symlink_to(tmp_path)
        found = list(find_sources([str(tmp_path)]))
        assert names(found) == ["a.txt"]
        assert "link to a folder" in failures(found)[0].reason

    def test_a_broken_link_and_a_pipe_are_failures(self, tmp_path: Path) -> None:
        write(tmp_path / "a.txt")
        (tmp_path / "b.txt").symlink_to(tmp_path / "gone.txt")
        os.mkfifo(tmp_path / "c.txt")
        reasons = [f.reason for f in failures(list(find_sources([str(tmp_path)])))]
        assert "not there" in reasons[0]
        assert "not a regular file" in reasons[1]


class TestFiles:
    def test_a_file_bears_its_own_name(self, tmp_path: Path) -> None:
        path = write(tmp_path / "deep/ข่าว.txt")
        (found,) = find_sources([str(path)])
        assert (found.name, found.location) == ("ข่าว.txt", str(path))

    def test_a_missing_path_says_what_is_there(self, tmp_path: Path) -> None:
        (failure,) = failures(list(find_sources([str(tmp_path / "no/such.txt")])))
        assert "does not exist" in failure.reason
        assert str(tmp_path) in failure.reason
        with pytest.raises(SourceError, match="check the path"):
            raise failure.error()

    def test_a_file_asked_for_by_name_is_no_skipped_one(self, tmp_path: Path) -> None:
        (failure,) = failures(list(find_sources([str(write(tmp_path / "b.pdf"))])))
        assert failure.reason.startswith("no reader for .pdf")
        assert not failure.skipped

    def test_a_file_of_50_megabytes_and_more_is_refused_unread(self, tmp_path: Path) -> None:
        path = tmp_path / "large.txt"
        with path.open("wb") as file:
            file.truncate(50 * 2**20 + 1)
        (failure,) = failures(list(find_sources([str(path)])))
        assert "too large" in failure.reason
        assert "50 MB" in failure.reason
        (found,) = find_sources([str(path)], max_bytes=60 * 2**20)
        assert isinstance(found, SourceFile)

    def test_a_file_that_goes_before_it_is_read_is_an_error(self, tmp_path: Path) -> None:
        path = write(tmp_path / "a.txt")
        (found,) = find_sources([str(path)])
        path.unlink()
        assert isinstance(found, SourceFile)
        with pytest.raises(SourceError, match="cannot be read"):
            found.read()

    def test_the_order_of_the_paths_does_not_matter_and_doubles_are_read_once(self, tmp_path: Path) -> None:
        a, b = write(tmp_path / "a.txt"), write(tmp_path / "b.txt")
        forth = list(find_sources([str(a), str(b), str(tmp_path)]))
        assert forth == list(find_sources([str(tmp_path), str(b), str(a), str(b)]))
        assert sorted(names(forth)) == ["a.txt", "b.txt"]

    def test_two_files_of_one_name_do_not_become_one(self, tmp_path: Path) -> None:
        one, two = write(tmp_path / "1/a.txt"), write(tmp_path / "2/a.txt")
        found = list(find_sources([str(two), str(one)]))
        assert names(found) == ["a.txt"]
        assert str(one) in failures(found)[0].reason
        assert "rename one" in failures(found)[0].reason

    def test_standard_input(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(THAI)))
        (found,) = find_sources(["-"])
        assert isinstance(found, SourceFile)
        assert (found.name, found.location, found.read()) == ("stdin", "-", THAI)

    def test_too_much_standard_input(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(THAI)))
        (failure,) = failures(list(find_sources(["-"], max_bytes=3)))
        assert "standard input is too large" in failure.reason

    def test_the_batch_goes_on_after_a_failure(self, tmp_path: Path) -> None:
        write(tmp_path / "b.txt")
        found = list(find_sources([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")]))
        assert [type(item) for item in found] == [SourceFailure, SourceFile]


class TestArchives:
    def test_zip(self, tmp_path: Path) -> None:
        path = make_zip(tmp_path / "a.zip", **{"x/ข่าว.txt": THAI, "b.txt": b"b", "c.pdf": b"c", "x/": b""})
        found = list(find_sources([str(path)]))
        assert names(found) == ["b.txt", "x/ข่าว.txt"]
        assert isinstance(found[-1], SourceFile)
        assert found[-1].read() == THAI
        assert found[-1].location == f"{path}!x/ข่าว.txt"
        assert [(f.name, f.skipped) for f in failures(found)] == [("c.pdf", True)]

    @pytest.mark.parametrize(
        ("suffix", "mode"),
        [(".tar", "w"), (".tar.gz", "w:gz"), (".tgz", "w:gz"), (".tar.xz", "w:xz"), (".tar.bz2", "w:bz2")],
    )
    def test_tar(self, tmp_path: Path, suffix: str, mode: str) -> None:
        members = [(tarfile.TarInfo(name), THAI) for name in ("./d/ข่าว.txt", "a.txt")]
        path = make_tar(tmp_path / f"a{suffix}", mode, *members)
        found = list(find_sources([str(path)]))
        assert names(found) == ["d/ข่าว.txt", "a.txt"]
        assert all(isinstance(item, SourceFile) and item.read() == THAI for item in found)

    def test_an_archive_in_a_folder_is_opened_and_one_in_an_archive_is_not(self, tmp_path: Path) -> None:
        inner = make_zip(tmp_path / "inner.zip", **{"a.txt": THAI}).read_bytes()
        (tmp_path / "inner.zip").unlink()
        make_zip(tmp_path / "outer.zip", **{"b.txt": THAI, "inner.zip": inner})
        found = list(find_sources([str(tmp_path)]))
        assert names(found) == ["outer.zip/b.txt"]
        assert "archive in an archive" in failures(found)[0].reason

    @pytest.mark.parametrize("name", ["../out.txt", "/etc/out.txt", "a/../../out.txt", "C:\\out.txt"])
    def test_names_that_lead_out_are_refused(self, tmp_path: Path, name: str) -> None:
        tar = make_tar(
            tmp_path / "a.tar", "w", (tarfile.TarInfo(name), THAI), (tarfile.TarInfo("ok.txt"), THAI)
        )
        packed = make_zip(tmp_path / "a.zip", **{name: THAI, "ok2.txt": THAI})
        found = list(find_sources([str(tar), str(packed)]))
        assert sorted(names(found)) == ["ok.txt", "ok2.txt"]
        assert len(failures(found)) == 2
        assert all("it is not read" in failure.reason for failure in failures(found))

    def test_links_in_an_archive_are_refused(self, tmp_path: Path) -> None:
        link = tarfile.TarInfo("l.txt")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        path = make_tar(tmp_path / "a.tar", "w", (link, b""), (tarfile.TarInfo("ok.txt"), THAI))
        found = list(find_sources([str(path)]))
        assert names(found) == ["ok.txt"]
        assert "is a link" in failures(found)[0].reason

    def test_a_bomb_is_refused(self, tmp_path: Path) -> None:
        path = make_zip(tmp_path / "a.zip", **{"a.txt": b"0" * 9_000_000})
        (failure,) = failures(list(find_sources([str(path)])))
        assert "200 times" in failure.reason

    def test_too_many_members_and_too_many_bytes(self, tmp_path: Path) -> None:
        path = make_zip(tmp_path / "a.zip", **{f"{i}.txt": THAI for i in range(5)})
        found = list(find_sources([str(path)], limits=ArchiveLimits(members=3)))
        assert len(names(found)) == 3
        assert "more than 3 members" in failures(found)[0].reason
        found = list(find_sources([str(path)], limits=ArchiveLimits(total_bytes=10)))
        assert "unpacked" in failures(found)[0].reason

    def test_a_large_member_is_refused_and_the_rest_read(self, tmp_path: Path) -> None:
        path = make_zip(tmp_path / "a.zip", **{"a.txt": os.urandom(100), "b.txt": THAI})
        found = list(find_sources([str(path)], max_bytes=50))
        assert names(found) == ["b.txt"]
        assert "too large" in failures(found)[0].reason

    @pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tar.xz"])
    def test_a_broken_archive_is_a_failure(self, tmp_path: Path, name: str) -> None:
        (failure,) = failures(list(find_sources([str(write(tmp_path / name, b"no archive at all"))])))
        assert "is broken" in failure.reason

    def test_a_truncated_archive_gives_what_it_has(self, tmp_path: Path) -> None:
        members = [(tarfile.TarInfo(f"{i}.txt"), os.urandom(4000)) for i in range(9)]
        path = make_tar(tmp_path / "a.tar.gz", "w:gz", *members)
        path.write_bytes(path.read_bytes()[:20_000])
        found = list(find_sources([str(path)]))
        assert 0 < len(names(found)) < 9
        assert "is broken" in failures(found)[-1].reason

    def test_an_archive_without_documents_is_a_failure(self, tmp_path: Path) -> None:
        found = failures(list(find_sources([str(make_zip(tmp_path / "a.zip", **{"a.pdf": b"x"}))])))
        assert [failure.skipped for failure in found] == [True, False]
        assert "holds no document" in found[1].reason

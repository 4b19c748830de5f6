"""Sources that are made to hurt, or that change under one's hands: each is told, and what is good is kept."""

from __future__ import annotations

import gzip
import io
import os
import resource
import socket
import stat
import struct
import subprocess
import sys
import tarfile
import threading
import time
import zipfile
from pathlib import Path

import pytest

from kg.build import build
from kg.documents import Found, SourceFailure, SourceFile, find_sources
from kg.documents.files import ArchiveLimits
from kg.errors import SourceError

THAI = "วันนี้นายกรัฐมนตรีหารือกับเอกอัครราชทูตญี่ปุ่น".encode()


def given(found: list[Found]) -> list[str]:
    return [item.name for item in found if isinstance(item, SourceFile)]


def reasons(found: list[Found]) -> list[str]:
    return [item.reason for item in found if isinstance(item, SourceFailure)]


def look(*paths: Path | str, **limits: int) -> list[Found]:
    return list(find_sources([str(path) for path in paths], limits=ArchiveLimits(**limits)))


def tar(path: Path, *members: tuple[tarfile.TarInfo, bytes], mode: str = "w", **options: int) -> Path:
    with tarfile.open(path, mode, **options) as archive:  # type: ignore[call-overload]
        for info, data in members:
            info.size = info.size or len(data)
            archive.addfile(info, io.BytesIO(data))
    return path


def info(name: str, kind: bytes = tarfile.REGTYPE, link: str = "") -> tarfile.TarInfo:
    made = tarfile.TarInfo(name)
    made.type, made.linkname = kind, link
    return made


class TestArchives:
    @pytest.mark.parametrize(
        ("kind", "says"),
        [
            (tarfile.SYMTYPE, "a link"),
            (tarfile.LNKTYPE, "a link"),
            (tarfile.CHRTYPE, "not a regular file"),
            (tarfile.BLKTYPE, "not a regular file"),
            (tarfile.FIFOTYPE, "not a regular file"),
        ],
    )
    def test_links_devices_and_pipes_in_a_tar_are_not_read(
        self, tmp_path: Path, kind: bytes, says: str
    ) -> None:
        path = tar(tmp_path / "a.tar", (info("a.txt", kind, "/etc/passwd"), b""), (info("b.txt"), THAI))
        found = look(path)
        assert given(found) == ["b.txt"]
        assert says in reasons(found)[0]

    def test_a_link_in_a_zip_is_not_read(self, tmp_path: Path) -> None:
        link = zipfile.ZipInfo("a.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
            archive.writestr(link, "/etc/passwd")
            archive.writestr("b.txt", THAI)
        found = look(tmp_path / "a.zip")
        assert given(found) == ["b.txt"]
        assert "is a link" in reasons(found)[0]

    def test_an_encrypted_member_is_told_and_the_others_read(self, tmp_path: Path) -> None:
        path = tmp_path / "a.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("a.txt", THAI)
            archive.writestr("b.txt", THAI)
        data = bytearray(path.read_bytes())
        data[6] |= 1  # in the member's own header
        data[data.index(b"PK\x01\x02") + 8] |= 1  # in the directory of the archive
        path.write_bytes(data)
        found = look(path)
        assert given(found) == ["b.txt"]
        assert "encrypted" in reasons(found)[0]

    def test_a_member_that_is_longer_than_it_says_is_told_and_the_others_read(self, tmp_path: Path) -> None:
        path = tmp_path / "a.zip"
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("a.txt", b"0" * 3_000_000)
            archive.writestr("b.txt", THAI)
        data = bytearray(path.read_bytes())
        at = data.index(b"PK\x01\x02") + 24
        data[at : at + 4] = struct.pack("<I", 10)
        path.write_bytes(data)
        found = look(path)
        assert given(found) == ["b.txt"]
        assert "broken" in reasons(found)[0]

    def test_zips_in_zips_are_not_unpacked(self, tmp_path: Path) -> None:
        data = THAI
        for depth in range(5):
            packed = io.BytesIO()
            with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
                archive.writestr("a.txt" if not depth else "a.zip", data)
            data = packed.getvalue()
        (tmp_path / "a.zip").write_bytes(data)
        found = look(tmp_path / "a.zip")
        assert given(found) == []
        assert "archive in an archive" in reasons(found)[0]

    def test_many_tiny_members_stop_at_the_limit_and_those_before_are_kept(self, tmp_path: Path) -> None:
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
            for number in range(3000):
                archive.writestr(f"{number:05}.txt", b"")
        found = look(tmp_path / "a.zip", members=2000)
        assert len(given(found)) == 2000
        assert "more than 2,000 members" in reasons(found)[-1]

    @pytest.mark.parametrize("mode", ["w:gz", "w:xz", "w:bz2"])
    def test_a_tar_of_zeros_is_a_bomb(self, tmp_path: Path, mode: str) -> None:
        zeros = b"\0" * 30_000_000
        path = tar(tmp_path / f"a.tar.{mode[2:]}", (info("a.txt"), THAI), (info("b.txt"), zeros), mode=mode)
        found = look(path)
        assert given(found) == ["a.txt"]
        assert "too large" in reasons(found)[0]

    def test_a_header_that_claims_a_name_of_gigabytes_is_not_read(self, tmp_path: Path) -> None:
        long_name = info("././@LongLink", tarfile.GNUTYPE_LONGNAME)
        long_name.size = 2**31
        path = tmp_path / "a.tar.gz"
        with gzip.open(path, "wb", compresslevel=1) as file:
            file.write(long_name.tobuf(tarfile.GNU_FORMAT))
            for _ in range(200):
                file.write(b"a" * 2**20)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        found = look(path)
        assert given(found) == []
        assert "a header says that more than" in reasons(found)[0]
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 100_000

    def test_a_size_below_zero_is_no_endless_archive(self, tmp_path: Path) -> None:
        good = info("a.txt")
        good.size = 512
        bad = bytearray(info("b.txt").tobuf(tarfile.GNU_FORMAT))
        bad[124:136] = (-512 & (1 << 96) - 1).to_bytes(12, "big")
        bad[148:156] = b" " * 8
        bad[148:155] = b"%06o\0" % sum(bad)
        path = tmp_path / "a.tar"
        path.write_bytes(good.tobuf(tarfile.GNU_FORMAT) + THAI.ljust(512, b" ")[:512] + bad + b"\0" * 1024)
        found = look(path)
        assert given(found) == ["a.txt"]
        assert len(reasons(found)) == 1

    def test_members_behind_a_damaged_header_are_missed_with_a_word(self, tmp_path: Path) -> None:
        path = tar(tmp_path / "a.tar", (info("a.txt"), THAI), (info("b.txt"), THAI), (info("c.txt"), THAI))
        packed = bytearray(path.read_bytes())
        packed[packed.index(b"b.txt")] ^= 1
        path.write_bytes(packed)
        found = look(path)
        assert given(found) == ["a.txt"]
        assert "what follows its last readable member is none" in reasons(found)[0]

    @pytest.mark.parametrize("kept", [0, 1, 100, 511, 513, 1024, 2000])
    @pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.tar.xz", "a.tar.bz2"])
    def test_a_cut_off_archive_is_told(self, tmp_path: Path, name: str, kept: int) -> None:
        path = tmp_path / name
        if name.endswith(".zip"):
            with zipfile.ZipFile(path, "w") as archive:
                archive.writestr("a.txt", os.urandom(3000))
        else:
            mode = f"w:{name.rpartition('.')[2]}".replace(":tar", "")
            tar(path, (info("a.txt"), os.urandom(3000)), mode=mode)
        path.write_bytes(path.read_bytes()[:kept])
        found = look(path)
        assert given(found) == []
        assert len(reasons(found)) == 1

    def test_two_members_of_one_name_are_not_one(self, tmp_path: Path) -> None:
        path = tar(tmp_path / "a.tar", (info("a.txt"), THAI), (info("./a.txt"), THAI * 2))
        found = look(path)
        assert given(found) == ["a.txt"]
        assert "twice" in reasons(found)[0]

    @pytest.mark.parametrize(
        "name",
        [
            "ข่าว\nใหม่.txt",
            "\u202etxt.txt",
            "CON.txt",
            "a" * 250 + ".txt",
            "ก" * 80 + ".txt",
            " .txt",
            "a\\b.txt",
            "a\tb.txt",
        ],
    )
    def test_any_name_of_a_member_is_read(self, tmp_path: Path, name: str) -> None:
        with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
            archive.writestr(name, THAI)
        found = look(tmp_path / "a.zip", tar(tmp_path / "b.tar", (info(name), THAI * 2)))
        assert sorted(name.replace("\\", "/") for name in given(found)) == given(found)[:1]
        assert build(tmp_path).report.failed == ()

    @pytest.mark.parametrize(("encoding", "name"), [("cp874", "ข่าว.txt"), ("cp437", "%DBa.txt")])
    def test_a_name_in_another_encoding_is_read_as_thai_or_shown(
        self, tmp_path: Path, encoding: str, name: str
    ) -> None:
        path = tmp_path / "a.tar"
        with tarfile.open(path, "w", encoding=encoding, format=tarfile.GNU_FORMAT) as archive:
            member = info(name.replace("%DB", "█"))
            member.size = len(THAI)
            archive.addfile(member, io.BytesIO(THAI))
        assert given(look(path)) == [name]


class TestFolders:
    def test_sockets_pipes_devices_loops_and_what_may_not_be_read_do_not_hang(self, tmp_path: Path) -> None:
        (tmp_path / "good.txt").write_bytes(THAI)
        os.mkfifo(tmp_path / "pipe.txt")
        os.mkfifo(tmp_path / "pipe.zip")
        (tmp_path / "zero.txt").symlink_to("/dev/zero")
        (tmp_path / "loop.txt").symlink_to("loop.txt")
        (tmp_path / "one").symlink_to("two")
        (tmp_path / "two").symlink_to("one")
        (tmp_path / "up").symlink_to("..")
        with socket.socket(socket.AF_UNIX) as bound:
            here = Path.cwd()
            os.chdir(tmp_path)  # the name of a socket has at most 108 bytes
            try:
                bound.bind("socket.txt")
            finally:
                os.chdir(here)
            found = look(tmp_path)
        assert given(found) == ["good.txt"]
        assert len([item for item in found if isinstance(item, SourceFailure)]) == 8

    def test_a_folder_that_may_not_be_listed_is_told_and_the_rest_read(self, tmp_path: Path) -> None:
        (tmp_path / "good.txt").write_bytes(THAI)
        closed = tmp_path / "closed"
        closed.mkdir()
        closed.chmod(0)
        script = (
            "import os, sys; os.getuid() or os.setuid(65534)\n"
            "from kg.documents import find_sources\n"
            "for found in find_sources([sys.argv[1]]): print(found.name, getattr(found, 'reason', ''))"
        )
        for folder in (tmp_path, *tmp_path.parents):
            if folder.owner() == tmp_path.owner() and folder != Path("/tmp"):  # noqa: S108
                folder.chmod(folder.stat().st_mode | 0o055) if folder.name.startswith(
                    ("pytest", "test")
                ) else None
        done = subprocess.run(
            [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=False
        )
        closed.chmod(0o700)
        if "Permission" in done.stderr or "No module" in done.stderr:
            pytest.skip("another user cannot run this Python here")
        assert "good.txt" in done.stdout
        assert "closed cannot be listed" in done.stdout

    @pytest.mark.parametrize(
        "name",
        [
            b"\xff\xfe.txt",
            "ข่าว.txt".encode("cp874"),
            b"a\nb.txt",
            "\u202etxt.txt".encode(),
            b"a" * 251 + b".txt",
            b"-o.txt",
            b"CON.txt",
        ],
    )
    def test_any_name_of_a_file_is_read_and_can_be_written(self, tmp_path: Path, name: bytes) -> None:
        Path(os.fsdecode(os.path.join(os.fsencode(tmp_path), name))).write_bytes(THAI)  # noqa: PTH118
        (found,) = look(tmp_path)
        assert isinstance(found, SourceFile)
        assert found.read() == THAI
        found.name.encode("utf-8")
        report = build(tmp_path).report
        assert (report.failed, len(report.documents)) == ((), 1)

    def test_a_path_that_no_file_can_have_is_a_failure(self) -> None:
        found = look("\ud800.txt", "a\0b.txt", "a" * 300 + ".txt", "b/" * 3000 + "a.txt")
        assert given(found) == []
        assert len(reasons(found)) == 4
        assert all(reason.encode("utf-8") for reason in reasons(found))

    def test_a_hundred_thousand_files_are_listed_in_seconds_and_in_little_memory(
        self, tmp_path: Path
    ) -> None:
        for folder in range(100):
            (tmp_path / str(folder)).mkdir()
            for number in range(1000):
                os.close(os.open(tmp_path / str(folder) / f"{number}.txt", os.O_CREAT | os.O_WRONLY))
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        began = time.process_time()
        assert sum(isinstance(item, SourceFile) for item in find_sources([str(tmp_path)])) == 100_000
        assert time.process_time() - began < 10
        assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - memory < 200_000  # KB


class TestChanges:
    def found(self, path: Path) -> SourceFile:
        path.write_bytes(THAI)
        (found,) = look(path)
        assert isinstance(found, SourceFile)
        return found

    def test_a_file_that_became_a_pipe_is_not_waited_for(self, tmp_path: Path) -> None:
        found = self.found(tmp_path / "a.txt")
        (tmp_path / "a.txt").unlink()
        os.mkfifo(tmp_path / "a.txt")
        with pytest.raises(SourceError, match="not a regular file"):
            found.read()

    def test_a_file_that_became_a_folder_or_grew_is_told(self, tmp_path: Path) -> None:
        found = self.found(tmp_path / "a.txt")
        (tmp_path / "a.txt").unlink()
        (tmp_path / "a.txt").mkdir()
        with pytest.raises(SourceError, match="cannot be read"):
            found.read()
        grown = self.found(tmp_path / "b.txt")
        (tmp_path / "b.txt").write_bytes(b"0" * (grown.max_bytes + 1))
        with pytest.raises(SourceError, match="too large"):
            grown.read()

    def test_a_file_that_is_written_while_it_is_read_is_read_whole_or_refused(self, tmp_path: Path) -> None:
        path = tmp_path / "a.txt"
        versions = [letter * 3_000_000 for letter in (b"a", b"b")]
        path.write_bytes(versions[0])
        (found,) = look(path)
        assert isinstance(found, SourceFile)
        done = threading.Event()

        def write() -> None:
            turn = 0
            while not done.is_set():
                turn += 1
                path.write_bytes(versions[turn % 2])

        writer = threading.Thread(target=write)
        writer.start()
        try:
            for _ in range(50):
                try:
                    data = found.read()
                except SourceError as error:
                    assert "changed while it was read" in str(error)  # noqa: PT017 - either may happen
                    continue
                assert len(set(data)) <= 1
        finally:
            done.set()
            writer.join()

    def test_a_folder_whose_files_vanish_gives_those_that_are_left(self, tmp_path: Path) -> None:
        for number in range(100):
            (tmp_path / f"{number:03}.txt").write_bytes(THAI + str(number).encode())
        found = []
        for item in find_sources([str(tmp_path)]):
            found.append(item)
            if len(found) == 10:
                for number in range(50, 100):
                    (tmp_path / f"{number:03}.txt").unlink()
        assert len(given(found)) == 50
        assert all("does not exist" in reason for reason in reasons(found))

"""The lexicon and the tables: what is in them, and where a word of theirs may stand in a text."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.documents import document_from_text
from kg.errors import LexiconError
from kg.lexicon import (
    HOME,
    Lexicon,
    Matcher,
    any_of,
    cue,
    cues_in,
    entries_of,
    load,
    not_after,
    ontology_path,
    pattern_of,
    read_table,
    sole_entry_of,
    stands_free,
    tables,
    words_of,
)
from kg.lexicon.compiled import kept
from kg.lexicon.entries import read_entries
from kg.lexicon.word_classes import WORD_TABLES
from kg.mentions.scan import Scan
from kg.relations import frames
from kg.relations.frames import known_frames
from kg.relations.sentence import topics
from kg.text import fold

TABLES = sorted(path.stem for path in (ontology_path() / "tables").glob("*.tsv"))
# All but the weights of confidence, which are no words and are fitted by a command.
TABLES_OF_WORDS = [name for name in TABLES if "form" in read_table(name)[0]]
LEANING = "ะัาำิีึืฺุู็่้๊๋์ํ๎ๅ"  # vowels and marks that never begin a word


def names_in(text: str) -> list[tuple[str, str]]:
    """The lexicon names found in a text, as written, each with its id."""
    return [(text[hit.start : hit.end], hit.entry.id) for hit in load().find(fold(text))]


# Loading


def test_the_lexicon_is_read_once() -> None:
    """Every call of ``load`` gives the same lexicon."""
    assert load() is load()


def test_an_entry_is_found_by_its_id() -> None:
    """``entry`` and ``get`` give the entry of an id, with its names, its class and its Wikidata item."""
    thailand = load().entry("country-th")
    assert thailand is load().get("country-th")
    assert (thailand.cls, thailand.name("th"), thailand.name("en")) == ("Country", "ไทย", "Thailand")
    assert thailand.wikidata.endswith("/Q869")


def test_an_unknown_id_is_an_error_that_names_it() -> None:
    """``entry`` of an id that is not there raises with the id; ``get`` gives None."""
    with pytest.raises(LexiconError, match="country-atlantis"):
        load().entry("country-atlantis")
    assert load().get("country-atlantis") is None


def test_named_wants_the_whole_name() -> None:
    """``named`` knows a name in any digits and dashes, and nothing that is longer or shorter."""
    lexicon = load()
    entry = lexicon.named("สหภาพยุโรป")
    assert entry is not None
    assert entry.id == "body-eu"
    assert lexicon.named("ในสหภาพยุโรป") is None
    assert lexicon.named("สหภาพยุโร") is None


def test_ids_are_unique_and_every_link_leads_to_an_entry() -> None:
    """Iteration gives each entry once, and parents and states that entries name exist."""
    lexicon = load()
    ids = [entry.id for entry in lexicon]
    assert len(ids) == len(set(ids)) == len(lexicon)
    for entry in lexicon:
        for link in (entry.parent, entry.country):
            assert not link or lexicon.get(link) is not None, f"{entry.id} names {link!r}"


def test_every_label_of_a_state_leads_to_a_state() -> None:
    """A state is found by its own first Thai name: no other entry has taken it."""
    lexicon = load()
    for entry in lexicon:
        if entry.cls == "Country":
            found = lexicon.named(entry.name("th"))
            assert found is not None, entry.id
            assert found.id == entry.id


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("country-th", "Country"),
        ("body-asean", "Organization"),
        ("body-th-mfa", "Organization"),
        ("framework-asem", "Framework"),
        ("place-manila", "Place"),
    ],
)
def test_a_hit_has_a_class_of_the_contract(name: str, type_: str) -> None:
    """Whatever its class in the ontology, a hit is one of the nine classes of the contract."""
    surface = load().entry(name).name("th")
    hits = load().find(fold(surface))
    assert [(hit.entry.id, hit.type, hit.start, hit.end) for hit in hits] == [(name, type_, 0, len(surface))]


# Borders of words


@pytest.mark.parametrize(
    ("text", "word", "free"),
    [
        ("จีนะ", "จีน", False),
        ("จีน์", "จีน", False),
        ("กับจีนและ", "จีน", True),
        ("จีน", "จีน", True),
        ("เลาว", "ลาว", False),
        ("ASEMX", "ASEM", False),
        ("XASEM", "ASEM", False),
        ("ASEM2", "ASEM", False),
        ("กรอบASEMและ", "ASEM", True),
        ("(ASEM)", "ASEM", True),
        ("๙ASEM", "ASEM", True),
        ("ลาว ", "ลาว", True),
    ],
)
def test_script_alone_rules_out_false_borders(text: str, word: str, *, free: bool) -> None:
    """No word ends before a mark that leans on it or begins after a leading vowel; Latin runs are whole."""
    start = text.index(word)
    assert stands_free(text, start, start + len(word)) is free


@given(st.sampled_from(LEANING), st.sampled_from(["ไทย", "จีน", "อาเซียน", "รัสเซีย", "อียู"]))
def test_a_name_before_a_leaning_mark_is_no_name(mark: str, name: str) -> None:
    """A name that the next mark leans on is the beginning of another word."""
    assert (name, load().find(name)[0].entry.id) not in names_in(f"ทาง{name}{mark}ก")


# Names in a text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ไทยกับสาธารณรัฐเกาหลีหารือกัน", [("ไทย", "country-th"), ("สาธารณรัฐเกาหลี", "country-kr")]),
        ("สหรัฐอเมริกาเสนอ", [("สหรัฐอเมริกา", "country-us")]),
        ("เวทีอาเซียนบวกสาม", [("อาเซียนบวกสาม", "framework-apt")]),
        ("เวทีการประชุมสุดยอดเอเชียตะวันออก", [("การประชุมสุดยอดเอเชียตะวันออก", "framework-eas")]),
    ],
)
def test_the_longest_name_wins(text: str, expected: list[tuple[str, str]]) -> None:
    """Where one name stands in another, the longer is meant."""
    assert names_in(text) == expected


@pytest.mark.parametrize(
    "text",
    ["ปลัดมหาดไทยชี้แจง", "ย้ายขึ้นระบบคลาวด์กลาง", "เที่ยวงานกาชาดปลายปี", "ภายในเดือนมิถุนายนนี้", "นั่งฟังเวลาว่าง"],
)
def test_a_word_in_which_a_name_hides_is_no_name(text: str) -> None:
    """มหาดไทย is not Thailand, คลาวด์ not Laos: shadow words hide what lies in them."""
    assert not [hit for hit in names_in(text) if hit[1].startswith("country-")]


def test_a_body_hides_the_state_in_its_name() -> None:
    """สภากาชาดไทย is one body, and the ไทย in it no state of its own."""
    assert names_in("ร่วมกับสภากาชาดไทยมอบเงิน") == [("สภากาชาดไทย", "body-th-redcross")]


@pytest.mark.parametrize(
    ("text", "surface", "id_"),
    [
        ("ขณะที่สหรัฐฯย้ำ", "สหรัฐฯ", "country-us"),
        ("ฝ่ายสปป. ลาวรับไป", "สปป. ลาว", "country-la"),
        ("ฝ่ายสปป.ลาวรับไป", "สปป.ลาว", "country-la"),
        ("แรงงานในซาอุดีฯเพิ่มขึ้น", "ซาอุดีฯ", "country-sa"),
        ("ผู้แทนอียูเยี่ยมชม", "อียู", "body-eu"),
        ("กรอบASEMปีหน้า", "ASEM", "framework-asem"),
        ("กรอบ ASEM ปีหน้า", "ASEM", "framework-asem"),
        ("กลุ่ม (EU) เดิม", "EU", "body-eu"),
    ],
)
def test_short_forms_and_acronyms(text: str, surface: str, id_: str) -> None:
    """Short forms are found with their ฯ and in both spacings, acronyms also right beside Thai letters."""
    assert names_in(text) == [(surface, id_)]


@pytest.mark.parametrize(
    "form", ["ผช.รมต.", "ผช. รมต.", "รมว.กต.", "รมว. กต.", "รัฐมนตรีกระทรวง กต.", "รอง ผบ. ตร."]
)
def test_a_post_in_letters_is_found_with_and_without_spaces(form: str) -> None:
    """Behind a dot texts put a space as often as not."""
    assert form in dict(load().words["posts"])


def test_each_way_to_write_a_post_is_one_posts() -> None:
    """No two posts are written alike, however their offices and houses are put together."""
    meant: dict[str, set[str]] = {}
    for form, entry in load().words["posts"]:
        meant.setdefault(form, set()).update([] if entry is None else [entry.id])
    assert {form: ids for form, ids in meant.items() if len(ids) > 1} == {}


def test_a_pair_of_names_stays_two_names() -> None:
    """A dash, with or without spaces, does not hide either side of a pair."""
    for dash in ("-", " - ", "–", " – "):
        assert [id_ for _, id_ in names_in(f"เวทีอาเซียน{dash}สหภาพยุโรป")] == ["body-asean", "body-eu"]


@given(st.text(alphabet="ไทยจีนลาวอาเซียนมหาดคลด์ะ่้ำASEMX -ฯ.", max_size=60))
def test_hits_are_ordered_disjoint_and_free(text: str) -> None:
    """Whatever the text, hits follow each other, do not overlap and keep the borders of the script."""
    folded, at = fold(text), 0
    for hit in load().find(folded):
        assert at <= hit.start < hit.end <= len(folded)
        assert stands_free(folded, hit.start, hit.end)
        at = hit.end


def test_a_matcher_keeps_the_first_meaning_and_hides_shadows() -> None:
    """A word that stands twice in a table keeps its first meaning; an empty word is none."""
    matcher: Matcher[int] = Matcher({"posts": [("ทูต", 1), ("ทูต", 2), ("ราชทูต", None), ("", 3)]})
    assert matcher.find("ทูตกับราชทูต") == {"posts": [(0, 3, 1)]}


def test_tables_of_a_matcher_do_not_hide_each_other() -> None:
    """A word has a meaning in each table that holds it; shadows and longer words hide in their own alone."""
    matcher: Matcher[str] = Matcher(
        {"a": [("ทูต", "a1"), ("ราชทูต", None)], "b": [("ทูต", "b1")], "c": [("ราชทูตไทย", "c1")]}
    )
    assert matcher.find("ราชทูตไทย") == {"a": [], "b": [(3, 6, "b1")], "c": [(0, 9, "c1")]}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("จาก Türkiye ถึงไทย", [(4, 11, "tr"), (15, 18, "th")]),
        ("Türkiye\U0001f1f9\U0001f1f7ไทย?", [(0, 7, "tr"), (9, 12, "th"), (12, 13, "mark")]),
        ("T\u00fcไทย T?rkiye \u4e2d", [(2, 5, "th"), (7, 8, "mark")]),
        ("\u4e2dไทย\u4e2d", [(1, 4, "th")]),
    ],
)
def test_words_with_letters_of_any_script_are_found_where_they_stand(
    text: str, found: list[tuple[int, int, str]]
) -> None:
    """Letters that the Thai code page lacks move no place, and stand for no question mark."""
    matcher: Matcher[str] = Matcher({"names": [("Türkiye", "tr"), ("ไทย", "th"), ("?", "mark")]})
    assert matcher.find(text) == {"names": found}


@given(st.text(alphabet="กไทยTürkiye?中 ", max_size=30))
def test_a_matcher_finds_what_a_plain_search_finds(text: str) -> None:
    """Of words that do not overlap, every one that the rules of the script let stand is found."""
    words = ["ไทย", "Türkiye", "中", "?"]
    matcher: Matcher[str] = Matcher({"names": [(word, word) for word in words]})
    wanted = sorted(
        (at, at + len(word), word)
        for word in words
        for at in range(len(text))
        if text.startswith(word, at) and stands_free(text, at, at + len(word))
    )
    assert matcher.find(text)["names"] == wanted


@pytest.mark.parametrize("tables_", [{}, {"empty": []}, {"blank": [("", 1)]}])
def test_a_matcher_without_words_finds_nothing(tables_: dict[str, list[tuple[str, int]]]) -> None:
    """Each table is there in the answer, with nothing in it."""
    matcher: Matcher[int] = Matcher(tables_)
    assert matcher.find("ทูตกับราชทูต") == {name: [] for name in tables_}
    assert matcher.find("") == {name: [] for name in tables_}


# Tables


@pytest.mark.parametrize("name", TABLES_OF_WORDS)
def test_a_table_parses_and_names_each_form_once(name: str) -> None:
    """Every table of the folder can be read, has no empty form, and no form twice."""
    rows = read_table(name)
    assert rows
    assert all(row["form"].strip() == row["form"] != "" for row in rows)
    # A word may be in several classes; elsewhere it means one thing.
    named = Counter((row["class"] if name in WORD_TABLES else "", fold(row["form"])) for row in rows)
    twice = [form for form, count in named.items() if count > 1]
    assert not twice


@pytest.mark.parametrize("table", [*WORD_TABLES, "entry_classes"])
def test_each_class_is_one_block_with_its_meaning_above_and_is_asked_for(table: str) -> None:
    """A reader of the table finds a class in one place, told in a comment; no class lies about unused."""
    lines = (ontology_path() / "tables" / f"{table}.tsv").read_text(encoding="utf-8").splitlines()
    head = next(at for at, line in enumerate(lines) if line.startswith("class\t"))
    blocks = [
        (line.split("\t")[0], lines[at - 1])
        for at, line in enumerate(lines)
        if at > head
        and line
        and not line.startswith("#")
        and not lines[at - 1].startswith(line.split("\t")[0])
    ]
    names = [name for name, _ in blocks]
    assert names == sorted(set(names))
    assert [name for name, above in blocks if not above.startswith("# ")] == []
    code = "".join(
        path.read_text(encoding="utf-8") for path in (Path(__file__).parent.parent / "kg").rglob("*.py")
    )
    asked = set(re.findall(r"[\"']([a-z_]+)[\"']", code))
    assert [name for name in names if name not in asked] == []


@pytest.mark.parametrize(
    ("table", "column"), [("entry_classes", "entry"), ("sole_posts", "post"), ("sole_posts", "same_as")]
)
def test_a_table_of_entries_names_those_that_the_lexicon_has(table: str, column: str) -> None:
    """An id with a slip in it would be that of nothing, and nothing would say so."""
    named = {row[column] for row in read_table(table)} - {""}
    assert sorted(named - {entry.id for entry in load()}) == []


def test_a_class_of_entries_that_no_line_has_is_an_error() -> None:
    """The message names the class asked for, and those that there are."""
    with pytest.raises(LexiconError, match=r"entry_classes has no class 'no_such'; it has .*leaders"):
        entries_of("no_such")


def test_one_entry_is_asked_for_of_a_class_of_one() -> None:
    """Of several nobody could tell which is meant."""
    with pytest.raises(LexiconError, match="3 entries of 'held_by_many', where one is meant"):
        sole_entry_of("held_by_many")


def test_words_of_a_class_are_tried_longest_first_and_under_their_conditions() -> None:
    """What must and must not follow holds for the word whose line has it."""
    starts = re.compile(any_of("clause_starts", "leads_on"))
    texts = ("ทั้งนี้ไทย", "ได้แก่ลาว", "นับตั้งแต่ต้นปี", "นับถือ")
    assert [(found := starts.match(text)) and found.group() for text in texts] == ["ทั้งนี้", None, "นับ", None]
    assert words_of("leads_on") == tuple(dict.fromkeys(words_of("leads_on", "leads_on")))


def test_a_letter_that_must_follow_may_begin_a_word() -> None:
    """What leans on a letter, as a vowel above it does, begins no word."""
    row = {"form": "นคร", "border": "letter"}
    assert [bool(re.match(pattern_of("words_time", row), text)) for text in ("นครไกล", "นครา", "นคร")] == [
        True,
        False,
        False,
    ]


def test_not_after_holds_where_no_word_of_the_class_ends() -> None:
    """It stands behind the letters that end the words: ``ที่`` of ``หน้าที่`` is none of a place."""
    lead = re.compile("ที่" + not_after("words_in_thi"))
    assert [bool(lead.search(text)) for text in ("หน้าที่", "อยู่ที่")] == [False, True]


def test_a_class_that_no_line_has_is_an_error() -> None:
    """The message names the class asked for, and those that there are."""
    with pytest.raises(
        LexiconError, match=r"no table of words has the class 'no_such'; they have .*leads_on"
    ):
        any_of("no_such")


def test_every_table_of_words_is_read() -> None:
    """A file that lies in the folder and is not read would teach nothing."""
    assert {name for name in TABLES if name.startswith("words_")} == set(WORD_TABLES)


def test_a_border_without_meaning_is_an_error() -> None:
    """The message names the table, the form and what may stand there."""
    with pytest.raises(
        LexiconError,
        match="table words_time, form 'จะ': border 'x' is none of word, letter, space, end or ''",
    ):
        pattern_of("words_time", {"form": "จะ", "border": "x"})


def test_a_cell_left_out_is_empty() -> None:
    """Each row has all the columns of its table."""
    for name in TABLES:
        rows = read_table(name)
        assert all(row.keys() == rows[0].keys() for row in rows)


def test_code_names_no_entry_but_the_state_at_home() -> None:
    """What else a rule knows of one stands in the table of entries, where whoever extends it looks."""
    ids = {entry.id for entry in load()}
    named = re.compile(f"(?:{'|'.join({id_.partition('-')[0] for id_ in ids})})-[a-z][a-z-]*")
    texts = {
        node.value
        for path in Path(frames.__file__).parents[1].rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert {text for text in texts if named.fullmatch(text)} == {HOME} <= ids


def test_every_frame_of_a_verb_is_known() -> None:
    """A verb leads to a frame that the reader has, only carries subject or time, or hides one (``-``).

    ``stress`` and ``onward`` are read by what follows them.
    """
    known = known_frames()
    assert {row["form"]: row["frame"] for row in read_table("verbs") if row["frame"] not in known} == {}


def test_each_frame_is_told_of_over_the_table_of_verbs() -> None:
    """Once, in a line of its own, and no other; whoever adds a verb finds there which frame it has."""
    table = (ontology_path() / "tables" / "verbs.tsv").read_text(encoding="utf-8")
    told = re.findall(r"^#   (\S+) +\S", table, re.MULTILINE)
    assert sorted(told) == sorted(known_frames())


@pytest.mark.parametrize("frame", ["attendd", ""])
def test_a_verb_without_a_known_frame_is_an_error(frame: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the table, the form, the cell and the frames that there are."""
    rows = ({"form": "เข้าร่วม", "frame": "attend"}, {"form": "ร่วมเวที", "frame": frame})
    monkeypatch.setattr(frames, "read_table", {"verbs": rows, "talks": ()}.get)
    told = f"table verbs, form 'ร่วมเวที': frame '{frame}' is none of -, adopt, .*attend, .*witness"
    with pytest.raises(LexiconError, match=told):
        known_frames.__wrapped__()


def test_the_command_tells_of_a_table_with_a_slip(tmp_path: Path) -> None:
    """As of any other mistake: in one line, with the status of wrong usage, and no graph is written."""
    shutil.copytree(ontology_path(), tmp_path / "ontology")
    shutil.copytree(Path(frames.__file__).parent.parent, tmp_path / "kg")
    verbs = tmp_path / "ontology" / "tables" / "verbs.tsv"
    verbs.write_text(verbs.read_text(encoding="utf-8") + "ร่วมแข่งขัน\tattendd\n", encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "kg", "build", "--samples", "-o", "out"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr.startswith("kg: table verbs, form 'ร่วมแข่งขัน': frame 'attendd' is none of -, adopt, ")
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "out" / "graph.ttl").exists()


@pytest.mark.parametrize(
    ("table", "column", "values"),
    [
        ("modes", "mode", {"online", "in-person", "hybrid", "phone", "-"}),
        ("moods", "mood", {"planned", "under-way", "negated", "disowned", "departing", "-"}),
        ("connectives", "carry", {"keep", "new", "-"}),
        ("membership", "predicate", {"participatesIn", "coordinatorOf", "accession", "-"}),
        ("honorifics", "script", {"th", "en", "-"}),
        *((table, "border", {"", "word", "letter", "space", "end"}) for table in WORD_TABLES),
        ("months", "kind", {"name", "short", "latin"}),
        ("from_now", "behind", {"", "turn", "month"}),
        ("no_topics", "border", {"", "word", "space", "end"}),
        ("nouns", "class", {"Meeting", "OutcomeDocument", "Initiative", "-"}),
    ],
)
def test_a_column_holds_only_what_the_reader_knows(table: str, column: str, values: set[str]) -> None:
    """A cell that a rule turns on has one of the values that the rule knows."""
    assert {row[column] for row in read_table(table)} <= values


def _tables_of(monkeypatch: pytest.MonkeyPatch, folder: Path, text: str, name: str) -> None:
    (folder / "tables").mkdir()
    (folder / "tables" / f"{name}.tsv").write_text(text, encoding="utf-8")
    monkeypatch.setattr(tables, "ontology_path", lambda: folder)


def test_a_table_skips_notes_and_blank_lines(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines that begin with # and empty lines are no rows; a missing cell is the empty string."""
    _tables_of(monkeypatch, tmp_path, "# note\n\nform\tmood\n\nจะ\tplanned\nก็\n", "t-notes")
    assert read_table("t-notes") == ({"form": "จะ", "mood": "planned"}, {"form": "ก็", "mood": ""})


def test_a_line_with_too_many_cells_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the file, the line as an editor counts it, and the line itself."""
    _tables_of(monkeypatch, tmp_path, "# note\nform\tmood\nจะ\tplanned\tx\n", "t-cells")
    with pytest.raises(LexiconError, match=r"t-cells\.tsv, line 3: 3 cells for 2 columns: .*จะ"):
        read_table("t-cells")


@pytest.mark.parametrize("line", ["\tattend", " \tattend"])
def test_a_line_without_form_is_an_error(line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the file, the line as an editor counts it, the column and the line itself."""
    _tables_of(monkeypatch, tmp_path, f"# note\nform\tframe\nไป\tvisit\n{line}\n", "t-form")
    with pytest.raises(LexiconError, match=r"t-form\.tsv, line 4: form '.?' is empty, .*attend"):
        read_table("t-form")


def test_a_table_without_columns_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that holds notes only is malformed, and its name is told."""
    _tables_of(monkeypatch, tmp_path, "# only a note\n", "t-empty")
    with pytest.raises(LexiconError, match=r"t-empty\.tsv"):
        read_table("t-empty")


def test_a_border_that_is_none_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message names the table, the form and the cell."""
    rows = ({"form": "นี้", "border": "spaec", "not_before": ""},)
    monkeypatch.setattr(topics, "read_table", {"no_topics": rows}.get)
    with pytest.raises(LexiconError, match=r"no_topics, form 'นี้': border 'spaec'"):
        topics.begins_no_topic.__wrapped__()


def test_a_missing_table_is_an_error() -> None:
    """The message names the table."""
    with pytest.raises(LexiconError, match=r"no-such-table\.tsv"):
        read_table("no-such-table")


def test_a_malformed_lexicon_file_is_an_error(tmp_path: Path) -> None:
    """The message names the file and the line."""
    bad = tmp_path / "bad.ttl"
    bad.write_text("@prefix x: <http://example.org/> .\nx:a x:b\nx:c x:d x:e .\n", encoding="utf-8")
    with pytest.raises(LexiconError, match=r"bad\.ttl.*line 3"):
        read_entries([bad])


@pytest.mark.parametrize("facts", ["a thut:Country", 'rdfs:label "แดนสมมุติ"@th'], ids=["no label", "no class"])
def test_an_entry_without_class_or_label_is_an_error(tmp_path: Path, facts: str) -> None:
    """An entry that cannot be named or typed is refused by its id."""
    file = tmp_path / "entries.ttl"
    file.write_text(
        "@prefix thut: <https://w3id.org/thut/ontology#> .\n"
        "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .\n"
        f"<https://w3id.org/thut/lexicon/country-nowhere> {facts} .\n",
        encoding="utf-8",
    )
    with pytest.raises(LexiconError, match="country-nowhere"):
        read_entries([file])


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("ศูนย์อาเซียนเพื่อผู้สูงอายุอย่างมีศักยภาพและนวัตกรรม", "Initiative"),
        ("ฉันทามติ 5 ข้อ", "OutcomeDocument"),
        ("Mekong – US Partnership", "Framework"),
    ],
)
def test_lasting_initiatives_and_documents_are_known_by_name(text: str, type_: str) -> None:
    (hit,) = load().find(fold(text))
    assert (hit.type, hit.end) == (type_, len(text))


# What is kept of it


@pytest.fixture
def places(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "compiled"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    file = tmp_path / "words.txt"
    file.write_text("one", encoding="utf-8")
    return file, tmp_path / "compiled"


def test_what_was_made_of_a_file_is_made_once(places):
    file, folder = places
    made = []

    def make() -> tuple[str, ...]:
        made.append(file.read_text(encoding="utf-8"))
        return tuple(made)

    assert [kept("words", [file], "1", make) for _ in range(3)] == [("one",)] * 3
    assert made == ["one"]
    file.write_text("two", encoding="utf-8")
    assert kept("words", [file], "1", make) == ("one", "two")
    assert kept("words", [file], "2", make) == ("one", "two", "two")
    assert [path.suffix for path in folder.rglob("*") if path.is_file()] == [".kept"]


@pytest.mark.parametrize(
    "spoil", [lambda data: data[:-1], lambda data: data[:70] + b"x" + data[71:], lambda _: b""]
)
def test_what_is_kept_and_broken_is_made_anew(places, spoil):
    file, folder = places
    kept("words", [file], "1", lambda: ["right"] * 9)
    (path,) = (path for path in folder.rglob("*.kept"))
    path.write_bytes(spoil(path.read_bytes()))
    assert kept("words", [file], "1", lambda: ["again"]) == ["again"]


def test_nothing_is_kept_where_python_keeps_nothing(places, monkeypatch):
    file, folder = places
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert kept("words", [file], "1", lambda: 1) == 1
    assert not folder.exists()
    folder.write_text("in the way", encoding="utf-8")
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    assert kept("words", [file], "1", lambda: 2) == 2


@pytest.mark.usefixtures("places")
def test_the_lexicon_that_was_kept_is_the_one_that_is_read():
    fresh = Lexicon(read_entries((ontology_path() / "lexicon").glob("*.ttl")))
    for _ in range(2):
        found = load.__wrapped__()
        assert list(found) == list(fresh)
        assert found.words == fresh.words
        assert found.named("ญี่ปุ่น") == fresh.named("ญี่ปุ่น")


# Cues

CUED = ("ไทย", "คณะผู้แทน", "ผู้แทน", "แทน", "ฯ", "กก")
CUE = cue(*CUED)


@given(st.lists(st.sampled_from([*CUED, "ก", "ท", "ผู้", " ", "中", "😀"]), max_size=20).map("".join))
def test_a_cue_is_every_place_where_one_of_its_words_begins(text: str) -> None:
    """In order, each once, words in words included, whatever scripts stand between."""
    assert cues_in(text)[CUE] == [at for at in range(len(text)) if text.startswith(CUED, at)]


@given(
    st.lists(st.sampled_from([*CUED, "ก", " "]), max_size=12).map("".join),
    st.integers(0, 40),
    st.integers(0, 40),
)
def test_a_stretch_is_cued_where_a_word_of_the_cue_begins_in_it(text: str, start: int, end: int) -> None:
    """Whether one does is told alike by the places and by the question."""
    scan = Scan(document_from_text(f"นายกรัฐมนตรีกล่าวว่า {text}"))
    text = scan.folded
    begins = [at for at in range(start, min(end, len(text))) if text.startswith(CUED, at)]
    assert scan.places_of(CUE, start, end) == begins
    assert scan.cued(CUE, start, end) == bool(begins)

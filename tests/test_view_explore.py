"""The page driven in headless Chromium: what is shown grows, folds, is filtered; each step can be undone."""

from __future__ import annotations

import pytest
from browsing import chosen, details, meetings, needs_browser, sample, status, until, words

from kg.graph import DOCUMENT, Fact

pytestmark = needs_browser


def shown(page) -> int:
    return page.evaluate("thut.explorer.visible.size")


def test_a_meeting_is_told_in_a_few_lines_each_of_which_leads_to_its_words(opened):
    page = opened(meetings())
    page.evaluate("thut.explorer.reveal([...thut.graph.data.nodes.th].indexOf('การประชุมครั้งที่ 1'))")
    told = page.locator(".glance")
    assert told.inner_text().split("\n") == [
        "จัดขึ้นเมื่อ", "28 ต.ค. 2564", "อยู่ภายใต้กรอบ", "อาเซียน", "เข้าร่วม", "สมชาย ใจดี",
    ]  # fmt: skip
    told.get_by_role("button", name="สมชาย ใจดี").click()
    assert "การประชุมครั้งที่ 1" in page.locator("#details blockquote").inner_text()


def test_what_is_planned_is_told_so_and_a_person_has_no_such_lines(opened):
    graph = meetings()
    graph.add_edge(
        "e:p", "e:m3", "e:t9", predicate="chaired", modality="Planned", confidence=0.8, evidence=()
    )
    page = opened(graph)
    page.evaluate("thut.explorer.reveal([...thut.graph.data.nodes.th].indexOf('การประชุมครั้งที่ 3'))")
    assert "มีกำหนด" in page.locator(".glance > div", has_text="ประธาน").inner_text()
    page.evaluate("thut.explorer.reveal([...thut.graph.data.nodes.th].indexOf('สมชาย ใจดี'))")
    assert not page.locator(".glance").count()


def test_a_double_click_brings_in_neighbours(opened):
    page = opened(sample(), limit=4)
    box = page.locator("#picture").bounding_box()
    place = page.evaluate("thut.at(2)")
    page.mouse.dblclick(box["x"] + place["x"], box["y"] + place["y"])
    until(page, "thut.explorer.visible.size > 4")
    assert "ไม่ได้แสดง 0 รายการ" in status(page)


def test_a_node_unfolds_and_folds_and_each_step_can_be_taken_back(opened):
    page = opened(sample(), limit=4)
    before = shown(page)
    page.evaluate("thut.explorer.reveal(2)")
    page.click("#expand")
    assert shown(page) == 34
    assert "นำเข้ามา" in page.locator("#notice").inner_text()
    page.click("#fold")  # the thirty topics hang on Japan alone
    assert shown(page) == 4
    page.click("#back")
    assert shown(page) == 34
    page.click("#forward")
    assert shown(page) == 4
    for _ in range(3):
        page.click("#back")
    assert shown(page) == before
    assert page.locator("#back").is_disabled()


def test_one_kind_of_relation_unfolds_and_folds(opened):
    page = opened(sample(), limit=4)
    page.evaluate("thut.explorer.only([2], {kind: 'node', node: 2})")
    page.locator("[data-more]", has_text="30").click()
    assert shown(page) == 31
    page.locator("[data-less]", has_text="30").click()
    assert shown(page) == 1


def test_a_community_folds_into_one_and_unfolds(opened):
    page = opened(sample())
    community = page.evaluate("thut.graph.data.nodes.com[2]")
    members = page.evaluate("thut.graph.communities[thut.graph.data.nodes.com[2]]")
    page.locator(f"[data-community='{community}']").click()
    page.click("#fold-group")
    things = page.evaluate("thut.explorer.things.length")
    assert things == 34 - members + 1
    assert "34 จาก 34" in status(page)
    page.click("#unfold-group")
    assert page.evaluate("thut.explorer.things.length") == 34


def test_dragging_pins_and_laying_out_again_moves_the_others_without_a_jump(opened):
    page = opened(sample(), context={"reduced_motion": "reduce"})
    box = page.locator("#picture").bounding_box()
    place = page.evaluate("thut.at(2)")
    page.mouse.move(box["x"] + place["x"], box["y"] + place["y"])
    page.mouse.down()
    page.mouse.move(box["x"] + place["x"] + 60, box["y"] + place["y"] + 30, steps=5)
    page.mouse.up()
    assert page.evaluate("[...thut.explorer.view.pinned]") == [2]
    pinned = page.evaluate("thut.explorer.view.places.get(2)")
    others = page.evaluate("[...thut.explorer.view.places].filter(([n]) => n !== 2)")
    page.click("#lay-out")
    assert page.evaluate("thut.explorer.view.places.get(2)") == pinned
    assert page.evaluate("[...thut.explorer.view.places].filter(([n]) => n !== 2)") != others


def test_laying_out_again_leaves_the_selected_where_it_is_and_gives_the_same_picture(opened):
    page = opened(sample())
    page.evaluate("thut.explorer.reveal(2)")
    before = page.evaluate("thut.explorer.view.places.get(2)")
    page.click("#lay-out")
    assert page.evaluate("thut.explorer.view.places.get(2)") == before
    first = page.evaluate("[...thut.explorer.view.places]")
    page.click("#back")
    page.click("#lay-out")
    assert page.evaluate("[...thut.explorer.view.places]") == first


def test_the_legend_filters_and_the_numbers_follow(opened):
    page = opened(sample())
    page.locator("#filters [data-term=Topic]").uncheck()
    assert "3 จาก 34" in status(page)
    assert "ตัวกรองซ่อน 31 รายการ" in status(page)
    page.locator("#filters [data-term=visited]").uncheck()
    assert "เส้นแทน 1 จาก" in status(page)
    page.locator("#filters [data-term=Topic]").check()
    page.locator("#filters [data-term=visited]").check()
    assert "34 จาก 34" in status(page)


def test_a_hidden_entity_that_is_searched_for_is_let_through(opened):
    page = opened(sample())
    page.locator("#filters [data-term=Topic]").uncheck()
    page.fill("#search", "หัวข้อที่ 17")
    page.keyboard.press("Enter")
    assert "หัวข้อที่ 17" in chosen(page)
    assert page.locator("#filters [data-term=Topic]").is_checked()


@pytest.mark.parametrize(
    ("change", "entities", "claims"),
    [
        ("{confidence: 70}", 6, 4),  # all but one framework: the meetings' dates are surer than the rest
        ("{frameworks: new Set([0])}", 4, 4),
        ("{documents: new Set([0])}", 3, 2),
        ("{from: 18993}", 4, 4),  # from 2022-01-01: the planned meeting, and what a document of 2022 says
        ("{from: 18993, confidence: 75}", 4, 2),
        ("{to: 18990, frameworks: new Set([1])}", 0, 0),
    ],
)
def test_filters_combine_and_say_how_many_pass(opened, change, entities, claims):
    page = opened(meetings(), language="en")
    page.evaluate(f"thut.explorer.setFilter({change})")
    assert (
        page.evaluate("thut.explorer.passing.nodeCount"),
        page.evaluate("thut.explorer.passing.claimCount"),
    ) == (
        entities,
        claims,
    )
    assert f"{entities} of 7 entities" in status(page)
    page.click("#clear")
    assert "7 of 7 entities" in status(page)


def test_what_is_only_mentioned_passes_any_confidence_and_goes_with_its_own_tick(opened):
    graph = meetings()
    named = Fact("", "mentionedIn", "https://w3id.org/thut/id/doc/1", DOCUMENT, "Actual", None, words())
    graph.add_node("e:z", type="Person", name_th="มานะ กล้าหาญ", facts=(named,))
    page = opened(graph)
    mentioned = "thut.explorer.passing.nodes[thut.graph.size - 1]"
    page.evaluate("thut.explorer.setFilter({confidence: 100})")
    assert page.evaluate(mentioned)
    assert page.evaluate("thut.explorer.passing.nodeCount") == 1
    page.locator("#filters [data-term=mentionedIn]").uncheck()
    assert not page.evaluate(mentioned)


def test_where_an_entity_is_only_mentioned_is_told_after_all_else(opened):
    graph = meetings()
    named = Fact("", "mentionedIn", "https://w3id.org/thut/id/doc/1", DOCUMENT, "Actual", None, words())
    graph.add_node("e:z", type="Person", name_th="มานะ กล้าหาญ", facts=(named,))
    graph.nodes["e:p"]["facts"] = (named,)
    page = opened(graph, language="en")
    mentions = page.locator("#details details", has_text="is mentioned in … (1)")
    for name, alone in (("สมชาย ใจดี", False), ("มานะ กล้าหาญ", True)):
        page.evaluate(f"thut.explorer.reveal([...thut.graph.data.nodes.th].indexOf('{name}'))")
        assert mentions.evaluate("details => details.open") == alone
        assert page.locator("#details details").last.inner_text().startswith("is mentioned in")


def test_ticks_for_frameworks_documents_and_time_work_by_hand(opened):
    page = opened(meetings(), language="en")
    page.locator("#filters label", has_text="ASEAN").locator("input").check()
    assert "4 of 7" in status(page)
    page.click("#clear")
    page.fill("#find-document", "ข่าว 2")
    page.locator("#filters label", has_text="ข่าว 2").locator("input").check()
    assert "3 of 7" in status(page)
    page.click("#clear")
    page.locator("#timeFrom").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert "Nov 2021" in page.locator("#time").inner_text()
    assert "2021 (2564)" in page.locator("#time").inner_text()
    assert "4 of 7" in status(page)


def test_what_passes_the_filters_is_brought_into_the_picture(opened):
    page = opened(meetings(), language="en", limit=2)
    page.locator("#filters label", has_text="ASEM").locator("input").check()
    page.click("#show-passing")
    assert "2 of 7 entities" in status(page)
    assert page.evaluate("[...thut.explorer.visible].every((n) => thut.explorer.passing.nodes[n])")
    page = opened(meetings(), language="en")
    page.evaluate("thut.explorer.only([0], null)")
    page.locator("#filters label", has_text="ASEM").locator("input").check()
    assert "0 of 7" in status(page)
    assert page.locator("#show-passing").inner_text() == "Show 4 of the 4 that pass"
    page.click("#show-passing")
    assert "4 of 7" in status(page)
    assert page.locator("#show-passing").count() == 0


def test_the_ranks_of_the_overview_follow_the_filters(opened):
    page = opened(meetings(), language="en")
    page.locator("#filters label", has_text="ASEM").locator("input").check()
    assert page.locator("#details .top", has_text="Person").locator(".count").inner_text() == "2"


def test_the_histogram_is_brushed_with_the_pointer(opened):
    page = opened(meetings(), language="en")
    box = page.locator(".histogram").bounding_box()
    page.mouse.move(box["x"] + 1, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] / 4, box["y"] + 20)
    page.mouse.up()
    assert page.evaluate("thut.explorer.view.filter.to") is not None
    assert page.evaluate("thut.explorer.passing.claimCount") == 4


def test_what_the_filters_hide_of_a_selection_is_said(opened):
    page = opened(meetings(), language="en")
    page.evaluate("thut.explorer.reveal(thut.explorer.index.find('Somchai')[0])")
    page.evaluate("thut.explorer.setFilter({confidence: 70})")
    assert "2 more claims are hidden by the filters" in details(page)


def test_a_path_shows_its_steps_with_their_words(opened):
    page = opened(sample(), language="en")
    page.evaluate("thut.explorer.reveal(0)")
    page.get_by_role("button", name="Path from here").click()
    page.fill("#path-to", "หัวข้อที่ 3")
    page.keyboard.press("Enter")
    assert "Shortest ways: 1 · steps: 2" in details(page)
    assert "มีกำหนดเยือนญี่ปุ่น" in details(page)
    assert page.locator("#details .step").count() == 2
    page.click("#path-only")
    assert "3 of 34 entities" in status(page)


def test_a_path_that_has_no_end_yet_ends_at_what_is_picked_next(opened):
    page = opened(sample(), language="en")
    page.evaluate("thut.explorer.select({kind: 'path', from: 1, to: null})")
    until(page, "document.activeElement.id === 'path-to'")
    page.fill("#search", "Japan")
    page.keyboard.press("Enter")
    assert "steps: 2" in details(page)
    assert page.evaluate("[...thut.explorer.picture.scene.marked.nodes].sort()") == [0, 1, 2]


def test_paths_keep_to_what_the_filters_let_through(opened):
    page = opened(sample(), language="en")
    page.locator("#filters [data-term=visited]").uncheck()
    page.evaluate("thut.explorer.select({kind: 'path', from: 0, to: 5})")
    assert "No way leads" in details(page)


def test_the_timeline_has_lanes_by_framework_and_leads_to_the_evidence(opened):
    page = opened(meetings(), language="en")
    page.click("#mode-timeline")
    text = page.locator("#sheet").inner_text()
    assert "meetings: 3" in text
    assert "1 without a date" in text
    assert page.locator(".lane").count() == 2
    assert page.locator(".meeting.planned").count() == 1
    page.locator(".meeting").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    assert chosen(page) == "การประชุมครั้งที่ 1"
    assert page.locator(".meeting.chosen").count() == 1
    page.evaluate("thut.explorer.setFilter({frameworks: new Set([1])})")
    assert "meetings: 1" in page.locator("#sheet").inner_text()


def test_the_table_tells_what_is_denied_beside_the_relation(opened):
    page = opened(sample(), language="en")
    page.click("#mode-table")
    heads = [head.split(" ")[0] for head in page.locator("#sheet thead th").all_inner_texts()]
    assert heads[:4] == ["Subject", "Relation", "Stated", "Object"]
    denied = page.locator("#sheet tbody tr", has=page.locator("td.col_mood .tag.negated"))
    assert denied.count() == 1
    assert denied.locator("td").all_inner_texts()[2:4] == ["denied", "Japan"]


def test_the_table_gives_a_month_as_a_month_and_not_as_its_days(opened):
    graph = sample()
    held = Fact("e:a0", "heldOn", "2021-09", "gYearMonth", "Actual", 0.9, words())
    graph.nodes["e:1summit"]["facts"] = (held,)
    page = opened(graph)
    page.click("#mode-table")
    assert set(page.locator("#sheet td.col_held").all_inner_texts()) == {"ก.ย. 2564", ""}


def test_the_table_sorts_and_says_all_that_is_visible(opened):
    page = opened(meetings(), language="en")
    page.click("#mode-table")
    # Eight relations and three dates; that a meeting is planned is told, but no document says so.
    assert page.locator("#sheet tbody tr").count() == 8 + 3
    page.locator("[data-column=col_confidence]").click()
    assert page.locator("#sheet th[aria-sort=descending]").inner_text().startswith("Confidence")
    numbers = page.locator("#sheet tbody tr td.col_confidence").all_inner_texts()
    assert numbers[0] == "90%"
    assert "การประชุมครั้งที่ 0" in page.locator("#sheet tbody").inner_text()
    heads = page.locator("#sheet thead").inner_text()
    assert "Meeting date" in heads
    assert "Document date" in heads  # what is signed at a meeting is not signed when a text came out
    issued = page.locator("#sheet tbody tr td.col_issued").all_inner_texts()
    held = page.locator("#sheet tbody tr td.col_held").all_inner_texts()
    assert all(issued)
    assert any(held)
    assert "" in held
    page.get_by_role("button", name="Entities shown (7)").click()
    assert page.locator("#sheet tbody tr").count() == 7


def test_a_permalink_restores_the_view_in_the_same_file(opened):
    graph = sample()
    page = opened(graph, limit=6)
    page.evaluate("thut.explorer.reveal(2)")
    page.click("#expand")
    page.locator("#filters [data-term=Person]").uncheck()
    page.click("#language")
    said = status(page)
    link = page.evaluate("thut.address()")
    places = page.evaluate(
        "[...thut.explorer.view.places].filter(([n]) => thut.explorer.view.shown.has(n)).sort()"
    )
    again = opened(graph, limit=6, fragment="#" + link.split("#")[1])
    assert status(again) == said
    assert chosen(again) == "Japan"
    assert again.evaluate("[...thut.explorer.view.places].sort()") == places


@pytest.mark.parametrize("fragment", ["#g=00000000&n=1", "#g=&n=zz.zzz", "#<script>", "#n=1&x=", "#%E0%B8"])
def test_a_link_to_another_file_or_a_broken_one_opens_the_page_as_it_is(opened, fragment):
    page = opened(sample(), limit=6, fragment=fragment)
    assert "6 จาก 34" in status(page)

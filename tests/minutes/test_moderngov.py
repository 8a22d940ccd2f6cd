"""ModernGov's pages and web service: the markup says which words are an item's number, title, decision."""
# ruff: noqa: E501 - samples stand on one line

import pytest

from minutes import parse, read
from minutes.document import UnreadableDocument

ROW = """<tr><td class="mgItemNumberCell"><p>{}</p>&nbsp;</td><td><p class="mgAiTitleTxt">{} <a class="mgFileExtIcon" href="d">pdf icon PDF 83 KB</a></p>
<div class="mgWordPara"><p class="MsoNormal">To receive a report.</p></div><p class="mgSubItemTitleTxt">{}</p>
<div class="mgWordPara"><div class="WordSection1">{}</div></div></td></tr>"""
PAGE = """<html><body><div id="modgov"><h1 class="mgMainTitleTxt">Agenda and minutes</h1>
<h2 class="mgSubTitleTxt">Health Scrutiny Panel<br>Tuesday, 5th March, 2024 7.00 pm</h2><p><span class="mgLabel">Venue:</span> Civic Hall</p>
<table class="mgItemTable"><tr><th>No.</th><th>Item</th></tr>{}</table></div></body></html>"""


def make_page(*rows: tuple[str, str, str, str]) -> bytes:
    return PAGE.format("".join(ROW.format(*row) for row in rows)).encode()


def test_a_saved_meetings_page_gives_its_items_by_their_markup():
    page = make_page(
        ("", "a word of welcome", "Minutes:", "<p>The Chair welcomed all.</p>"),
        ("12.", "how we keep people safe at home", "Minutes:", "<p>2 members spoke.</p><p>RESOLVED that</p><p>(1)&nbsp; the report be noted; and</p><p>(2)&nbsp; costs be circulated.</p>"),
        ("13.", "Contract <img alt='Restricted enclosure' src='r.png'>", "Decision:", "<p>That a note be sent.</p>"),
    )  # fmt: skip
    minutes = parse(read(page))
    meeting = minutes.meetings[0]
    assert (minutes.layout, str(meeting.date), meeting.committee) == ("meeting", "2024-03-05", "Health Scrutiny Panel")
    assert [(item.number, item.title) for item in meeting.items][:2] == [
        (None, "a word of welcome"),
        ("12", "how we keep people safe at home"),
    ]
    assert [[r.text for r in item.resolutions] for item in meeting.items] == [
        [],
        ["the report be noted", "costs be circulated."],
        ["That a note be sent."],
    ]
    assert [item.restricted for item in meeting.items] == [False, False, True]
    sections = {minutes.document.slice(p.span): p.section for item in meeting.items for p in item.paragraphs}
    assert sections["To receive a report."] == "description"
    assert sections["2 members spoke."] == "minutes"


def test_a_page_about_one_subject_keeps_its_meetings():
    page = """<div id="modgov"><h2 class="mgSubTitleTxt">Winter Plan</h2>
    <h3 class="mgSubSubTitleTxt">Meeting: 13/09/2021 - Health Scrutiny Panel (Item 26)</h3><p class="mgAiTitleTxt">26 Winter Plan</p>
    <div class="mgWordPara"><p>RESOLVED that the plan be noted.</p></div>
    <h3 class="mgSubSubTitleTxt">Meeting: 10/06/2021 - Health Scrutiny Panel (Item 11)</h3><p class="mgAiTitleTxt">11 Winter Plan</p>
    <div class="mgWordPara"><p>RESOLVED that the plan be deferred.</p></div></div>"""
    minutes = parse(read(page.encode()))
    assert [(str(meeting.date), meeting.items[0].number) for meeting in minutes.meetings] == [
        ("2021-09-13", "26"),
        ("2021-06-10", "11"),
    ]


ANSWER = """<?xml version="1.0" encoding="utf-8"?><meeting><meetingdate>04/02/2026</meetingdate><meetingtime>6.30 pm</meetingtime><agendaitems>
<agendaitem><agendaitemtitle>Falls &amp;amp; frailty</agendaitemtitle><fulldisplaynumberformat>5.</fulldisplaynumberformat><isrestricted>False</isrestricted>
<agendatext>&lt;p&gt;To receive a report.&lt;/p&gt;</agendatext>
<minutesnonemptyhtmlbody>&lt;div class="WordSection1"&gt;&lt;p class="MsoListParagraph"&gt;·&amp;nbsp;&amp;nbsp; The panel&amp;#39;s members spoke.&lt;/p&gt;
&lt;p&gt;RESOLVED that the report be noted.&lt;/p&gt;&lt;/div&gt;</minutesnonemptyhtmlbody></agendaitem>
<agendaitem><agendaitemtitle>Contract</agendaitemtitle><fulldisplaynumberformat>9.</fulldisplaynumberformat><isrestricted>True</isrestricted>
<minutesnonemptyhtmlbody>&lt;p&gt;A note was asked for.&lt;/p&gt;</minutesnonemptyhtmlbody></agendaitem></agendaitems></meeting>"""


def test_the_web_services_answer_is_read_as_its_page_would_be():
    document = read(ANSWER.encode(), "GetMeeting.xml")
    meeting = parse(document).meetings[0]
    assert str(meeting.date) == "2026-02-04"
    assert [(item.number, item.title, item.restricted) for item in meeting.items] == [
        ("5", "Falls & frailty", False),
        ("9", "Contract", True),
    ]
    assert [r.text for r in meeting.items[0].resolutions] == ["the report be noted."]
    spoken = next(p for p in meeting.items[0].paragraphs if p.marker)
    assert (spoken.marker, document.slice(spoken.span)) == ("·", "The panel's members spoke.")


def test_an_answer_without_items_is_refused_in_words():
    with pytest.raises(UnreadableDocument, match="no agenda items"):
        read(b"<meeting><meetingdate>04/02/2026</meetingdate></meeting>")

"""Officers, posts and councillors as CSV: what a file changes, all of it or nothing, faults by their line."""

import datetime

import pytest

from people import csv_councillors, csv_directory
from people.csv_files import write_sheet
from people.models import Councillor, Directorate, Officer, Post, PostHolding, PostTitle
from tests.builders import make_councillor, make_officer, make_post
from tests.cast import TODAY

DAY = datetime.timedelta(days=1)
HEAD = "post,officer,email,held_from,held_until\n"


def take_in(text: str, keep: bool = True, module=csv_directory):
    return module.take_in(text.encode(), today=TODAY, keep=keep)


def said(changes) -> list[str]:
    return [change.what for change in changes]


@pytest.fixture
def head(db) -> Post:
    return make_post("Head of SEND and Inclusion")


@pytest.fixture
def joanne(head) -> Officer:
    return make_officer("Joanne Pritchard", post=head, held_from=datetime.date(2020, 1, 1))


def test_what_goes_out_comes_in_without_a_change(head, joanne):
    PostTitle.objects.create(post=head, title="Assistant Director Inclusion")
    make_officer("Rachel Oakley", post=head, held_until=datetime.date(2019, 12, 31))
    make_post("Head of Community Safety", reports_to=head)
    make_officer("Loose End")

    out = write_sheet(csv_directory.COLUMNS, csv_directory.rows_out())
    sheet, changes = take_in(out)

    assert len(sheet.rows) == 4
    assert (sheet.errors, changes) == ([], [])


def test_a_new_holder_takes_over_and_the_old_one_leaves_the_day_before(head, joanne):
    row = f"{head.title},Samir Haddad,samir@example.org,2026-11-02,\n"
    _, changes = take_in(HEAD + row)

    assert said(changes) == [
        "Samir Haddad is added as an officer",
        "Samir Haddad holds Head of SEND and Inclusion from 2 November 2026",
        "Joanne Pritchard leaves Head of SEND and Inclusion on 1 November 2026",
    ]
    assert head.holder_on(TODAY).name == "Samir Haddad"
    assert head.holder_on(datetime.date(2026, 11, 1)) == joanne


def test_without_a_day_a_new_holder_begins_today(head, joanne):
    take_in(HEAD + f"{head.title},Samir Haddad,samir@example.org,,\n")
    assert head.holder_on(TODAY).name == "Samir Haddad"
    assert head.holder_on(TODAY - DAY) == joanne


def test_a_file_that_names_both_lets_them_share_the_post(head, joanne):
    both = f"{head.title},Joanne Pritchard,{joanne.email},,\n{head.title},Samir Haddad,samir@example.org,,\n"
    _, changes = take_in(HEAD + both)
    assert not [what for what in said(changes) if "leaves" in what]
    assert head.holdings.filter(held_until=None).count() == 2


def test_posts_that_the_file_does_not_name_stay_as_they_are(head, joanne):
    take_in(HEAD + "Head of Highways,Lena Kowalczyk,lena@example.org,,\n")
    assert head.holder_on(TODAY) == joanne


def test_a_preview_says_the_same_and_keeps_nothing(head, joanne):
    text = HEAD + "Head of Highways,Lena Kowalczyk,lena@example.org,,\n"
    _, previewed = take_in(text, keep=False)
    assert not Post.objects.filter(title="Head of Highways").exists()
    assert not Officer.objects.filter(name="Lena Kowalczyk").exists()
    _, made = take_in(text)
    assert previewed == made


@pytest.mark.parametrize(
    ("rows", "error"),
    [
        ("Head of Parks,Rhys Morgan,,,", "Line 3: an officer needs a name and an email."),
        ("Head of Parks,Rhys Morgan,rhys,,", "Line 3: “rhys” is no email address."),
        ("Head of Parks,Rhys Morgan,r@example.org,31/2/2026,", "Line 3: held_from: There is no 31 February 2026."),
        ("Head of Parks,Rhys Morgan,r@example.org,2026-05-01,2026-04-01",
         "Line 3: it ends on 1 April 2026, before it begins."),
        ("Head of Parks,Rhys Morgan,lena@example.org,,", "Line 3: lena@example.org is Lena Kowalczyk on line 2."),
        (",,,,2026-04-01", "Line 3: it names neither a post nor an officer."),
        ("Head of Parks,R,r@example.org,,,,x", "Line 3: it has 7 cells, the first line names 5."),
        ("P" * 201 + ",R,r@example.org,,", "Line 3: post is longer than 200 letters."),
    ],
)  # fmt: skip
def test_one_line_that_cannot_be_used_is_named_and_nothing_of_the_file_is_kept(db, rows, error):
    sheet, _ = take_in(HEAD + "Head of Highways,Lena Kowalczyk,lena@example.org,,\n" + rows + "\n")
    assert sheet.errors == [error]
    assert not Post.objects.exists()
    assert not Officer.objects.exists()


def test_every_fault_of_a_file_is_said_at_once(db):
    sheet, _ = take_in(HEAD + "Head of Parks,R,x,,\nHead of Parks,,a@example.org,,\n")
    assert [error.split(":")[0] for error in sheet.errors] == ["Line 2", "Line 3"]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", "The file is empty."),
        (b"\x00\x01", "This is no text file. Save the spreadsheet as CSV."),
        (b"post,name\nx,y\n", "Line 1: the first line must name the columns; these are missing: officer, email."),
        (b"post,officer,email\n", "There is nothing below the first line."),
        (b"post,officer,email,post\nx,y,z,x\n", "Line 1: these columns are there twice: post."),
        (b'post,officer,email\n"x,y,z\n', "The lines cannot be told apart: unexpected end of data."),
    ],
)
def test_a_file_that_is_none_says_why(db, data, error):
    sheet, _ = csv_directory.take_in(data, today=TODAY, keep=True)
    assert sheet.errors == [error]


def test_a_spreadsheet_of_another_encoding_and_separator_is_read(db):
    text = "Post;Officer;Email;Room\nHead of Children’s Services;Siân Évans;sian@example.org;4\n"
    sheet, _ = csv_directory.take_in(text.encode("cp1252"), today=TODAY, keep=True)
    assert sheet.ignored == ["room"]
    assert Officer.objects.get().name == "Siân Évans"
    assert Post.objects.get().title == "Head of Children’s Services"


@pytest.mark.parametrize(
    "data",
    [
        "post\tofficer\temail\nHead of Parks\tZoë Lund\tzoe@example.org\n".encode("utf-16"),
        b"sep=;\r\npost;officer;email\r\nHead of Parks;Zo\xeb Lund;zoe@example.org\r\n",
        "\ufeffpost;officer;email\nHead of Parks;Zoë Lund;zoe@example.org\n".encode(),
    ],
)
def test_files_as_excel_writes_them_are_read(db, data):
    sheet, _ = csv_directory.take_in(data, today=TODAY, keep=True)
    assert sheet.errors == []
    assert Officer.objects.get(email="zoe@example.org").name == "Zoë Lund"


def test_lines_below_one_that_names_the_separator_keep_their_numbers(db):
    sheet, _ = csv_directory.take_in(b"sep=;\npost;officer;email\nHead;Zo;none\n", today=TODAY, keep=True)
    assert sheet.errors == ["Line 3: “none” is no email address."]


def test_somebody_may_come_back_to_a_post_but_not_hold_it_twice_at_once(db):
    rows = "post,officer,email,held_from,held_until\n"
    back = "Head,Zo,z@example.org,2025-01-01,\nHead,Zo,z@example.org,2019-01-01,2020-01-01\n"
    sheet, _ = csv_directory.take_in((rows + back).encode(), today=TODAY, keep=True)
    assert sheet.errors == []
    sheet, _ = csv_directory.take_in((rows + "Head,Zo,z@example.org,2024-01-01,\n").encode(), today=TODAY, keep=True)
    assert sheet.errors == ["Line 2: Zo holds Head already, from another day."]


def test_a_line_counts_from_its_beginning_where_a_cell_has_lines_of_its_own(db):
    sheet, _ = take_in('post,officer,email\n"Head of\nParks",Rhys Morgan,r@example.org\nHead of Roads,R,x\n')
    assert sheet.errors == ["Line 4: “x” is no email address."]


def test_places_lines_of_reporting_and_other_titles_come_along(db):
    rows = "post,directorate,service,reports_to,former_titles,abbreviations,officer,email\n"
    rows += "Head of Parks,Place,Green spaces,Director of Place,Parks Manager | Head of Greens,HoP,,\n"
    rows += "Director of Place,Place,,,,,,\n"
    sheet, _ = take_in(rows)
    post = Post.objects.get(title="Head of Parks")
    assert sheet.errors == []
    assert (str(post.directorate), str(post.service), str(post.reports_to)) == (
        "Place",
        "Green spaces",
        "Director of Place",
    )
    assert sorted(other.title for other in post.other_titles.all()) == ["Head of Greens", "HoP", "Parks Manager"]
    assert Directorate.objects.count() == 1


def test_a_post_is_known_by_its_former_title(head, joanne):
    PostTitle.objects.create(post=head, title="Assistant Director Inclusion")
    take_in(HEAD + f"assistant director inclusion,Joanne Pritchard,{joanne.email},,2026-12-31\n")
    assert Post.objects.count() == 1
    assert PostHolding.objects.get().held_until == datetime.date(2026, 12, 31)


def test_an_officer_is_known_by_email_and_may_have_another_name_now(head, joanne):
    _, changes = take_in(HEAD + f"{head.title},Joanne Marsh,{joanne.email.upper()},,\n")
    assert said(changes) == ["Joanne Pritchard is called Joanne Marsh from now on"]
    assert Officer.objects.get().name == "Joanne Marsh"


def test_many_lines_that_change_nothing_cost_no_more_queries_than_one(db, django_assert_max_num_queries):
    for number in range(30):
        make_officer(f"Officer Number {number}", post=make_post(f"Post {number}"))
    out = write_sheet(csv_directory.COLUMNS, csv_directory.rows_out())
    with django_assert_max_num_queries(12):
        take_in(out)


# --- councillors -----------------------------------------------------------------------------------


def test_councillors_go_out_and_come_in_without_a_change(db):
    make_councillor("Owen Trask", ward="Quarry Bank", party="Labour", member_from=datetime.date(2023, 5, 8))
    out = write_sheet(csv_councillors.COLUMNS, csv_councillors.rows_out())
    assert take_in(out, module=csv_councillors)[1] == []


def test_a_councillor_is_added_changed_and_leaves(db):
    make_councillor("Owen Trask", ward="Quarry Bank")
    rows = "name,email,ward,member_until\nCllr Owen Trask,,Harbour,2026-05-07\nCouncillor Priya Rao,p@example.org,,\n"
    _, changes = take_in(rows, module=csv_councillors)
    assert said(changes) == [
        "Cllr Owen Trask sits for Harbour, is a member until 7 May 2026",
        "Cllr Priya Rao is added, has the email p@example.org",
    ]
    assert sorted(Councillor.objects.values_list("name", "ward")) == [("Owen Trask", "Harbour"), ("Priya Rao", "")]


def test_two_councillors_of_one_name_are_told_apart_by_email_alone(db):
    make_councillor("Ann Boyt", email="ann@example.org")
    make_councillor("Ann Boyt", email="ann.boyt@example.org")
    sheet, _ = take_in("name,email,ward\nAnn Boyt,,Harbour\n", module=csv_councillors)
    assert sheet.errors == ["Line 2: 2 councillors are called Ann Boyt; give the email of one."]
    take_in("name,email,ward\nAnn Boyt,ann@example.org,Harbour\n", module=csv_councillors)
    assert Councillor.objects.get(ward="Harbour").email == "ann@example.org"


def test_a_councillor_on_two_lines_is_refused(db):
    sheet, _ = take_in("name,ward\nAnn Boyt,A\nAnn Boyt,B\n", module=csv_councillors)
    assert sheet.errors == ["Line 3: Cllr Ann Boyt is on line 2 already."]
    assert not Councillor.objects.exists()

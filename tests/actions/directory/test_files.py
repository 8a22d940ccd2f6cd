"""Files of officers in and out, on the page and by command."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.urls import reverse
from django.utils.timezone import localdate

from people.models import (
    Officer,
    Owner,
    Post,
)
from tests.builders import make_action, make_officer, make_post
from tests.reading import text_of

LINES = "post,officer,email\nHead of Highways,Lena Kowalczyk,lena@example.org\n"


def upload(text: str) -> dict:
    return {"file": SimpleUploadedFile("officers.csv", text.encode())}


def test_a_file_is_shown_first_and_then_taken_in(client, administrator):
    client.force_login(administrator)
    address = reverse("actions:directory_import", args=["officers"])
    shown = client.post(address, upload(LINES))
    assert "Lena Kowalczyk holds Head of Highways" in text_of(shown)
    assert not Officer.objects.exists()
    client.post(address, {"text": shown.context["text"], "confirmed": "yes"})
    assert Post.objects.get().holder_on(localdate()).name == "Lena Kowalczyk"


def test_actions_go_along_when_a_file_gives_a_post_to_somebody_else(client, administrator, post, officer, meeting):
    client.force_login(administrator)
    action = make_action(owner=Owner.objects.for_officer(officer.officer, post), meeting=meeting)
    lines = f"post,officer,email\n{post.title},Lena Kowalczyk,lena@example.org\n"
    address = reverse("actions:directory_import", args=["officers"])
    answer = client.post(address, {"text": lines, "confirmed": "yes"}, follow=True)
    action.refresh_from_db()
    assert action.owner.officer.name == "Lena Kowalczyk"
    assert "1 action went to the new holders" in text_of(answer)


def test_a_file_with_a_fault_names_the_line_even_when_it_was_confirmed(client, administrator):
    client.force_login(administrator)
    text = LINES + "Head of Parks,Rhys Morgan,rhys\n"
    answer = client.post(reverse("actions:directory_import", args=["officers"]), {"text": text, "confirmed": "yes"})
    assert answer.status_code == 422
    assert "Line 3: “rhys” is no email address." in text_of(answer)
    assert not Officer.objects.exists()


def test_without_a_file_the_page_says_so(client, administrator):
    client.force_login(administrator)
    answer = client.post(reverse("actions:directory_import", args=["councillors"]), {"text": ""})
    assert "Choose a file" in text_of(answer)


def test_the_download_is_safe_in_a_spreadsheet_and_comes_back_as_it_was(desk, client, administrator):
    make_officer("=1+1", post=make_post("-Head"))
    response = desk.get(reverse("actions:directory_file", args=["officers"]))
    assert b"'=1+1" in response.content
    client.force_login(administrator)
    file = SimpleUploadedFile("officers.csv", response.content)
    shown = client.post(reverse("actions:directory_import", args=["officers"]), {"file": file})
    assert shown.context["number"] == 0


def test_the_command_shows_and_with_apply_makes_the_changes(db, tmp_path, capsys):
    file = tmp_path / "officers.csv"
    file.write_text(LINES)
    call_command("import_directory", "officers", str(file))
    assert "3 changes would be made" in capsys.readouterr().out
    assert not Officer.objects.exists()
    call_command("import_directory", "officers", str(file), "--apply")
    assert "3 changes made; no actions handed over." in capsys.readouterr().out
    assert Officer.objects.get().name == "Lena Kowalczyk"


def test_the_command_says_what_is_wrong_and_where(db, tmp_path):
    file = tmp_path / "officers.csv"
    file.write_text("post,officer,email\nHead,R,x\n")
    with pytest.raises(CommandError, match="Line 2: “x” is no email address"):
        call_command("import_directory", "officers", str(file), "--apply")
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_directory", "officers", str(tmp_path / "none.csv"))

"""How much the reader makes of the same meetings in some eight hundred layouts (tests/minutes/forms.py), best first.

python -m benchmarks.bench_forms             titles, items too many, clauses, follow-ups and date of each meeting
python -m benchmarks.bench_forms FORM        the text of one form, and the items that were read from it
"""

import sys

from minutes.readers.text import read_text
from minutes.structure import parse
from tests.minutes.form_meetings import MEETINGS
from tests.minutes.forms import all_forms, expected_quotes, measure, render


def main(names: list[str]) -> None:
    expected = [expected_quotes(meeting) for meeting in MEETINGS]
    forms = all_forms()
    for form in [form for form in forms if form.name in names]:
        for meeting in MEETINGS:
            text = render(meeting, form)
            print(text[:1500], "\n…\n", [(i.number, i.title) for m in parse(read_text(text)).meetings for i in m.items])
    if names:
        return
    rows = []
    for form in forms:
        readings = [measure(meeting, form, quotes) for meeting, quotes in zip(MEETINGS, expected, strict=True)]
        rows.append((sum(reading.mark for reading in readings), form.name, readings))
    for mark, name, readings in sorted(rows, key=lambda row: row[0], reverse=True):
        shown = "   ".join(
            f"{r.titles:.2f} +{r.added} {r.clauses:.2f} {r.followups:.2f} {'ok' if r.dated else '--'}" for r in readings
        )
        print(f"{mark:6.2f}  {shown}   {name}")
    count = sum(len(readings) for _, _, readings in rows)
    means = [
        sum(getattr(r, field) for _, _, rs in rows for r in rs) / count
        for field in ("titles", "clauses", "followups", "dated", "added")
    ]
    print("titles {:.3f}  clauses {:.3f}  follow-ups {:.3f}  dates {:.3f}  added {:.2f}".format(*means))


if __name__ == "__main__":
    main(sys.argv[1:])

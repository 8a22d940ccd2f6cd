"""Minutes of an invented committee, for tests of the intake and the review."""

DATED = """Northbrook City Council

Children and Young People Scrutiny Committee

Minutes of the meeting held on Thursday 8 October 2026

1. Apologies

Apologies came from Councillor Lowe.

2. Performance report, quarter 2

Joanne Pritchard, Head of SEND and Inclusion, presented the report.

Councillor Thornbury asked how the wards compared. Joanne Pritchard said that she would send Members the figures by ward after the meeting.

RESOLVED: That

(a) the report be noted;
(b) a breakdown of waiting times by ward be provided to Members within four weeks; and
(c) a further report on waiting times be brought to the next meeting.

3. Contract for homes

RESOLVED: That the press and public be excluded from the meeting during the next item on the grounds of exempt information.

4. Placement costs (exempt)

RESOLVED: That the Director provide a written note on the cost of each placement.
"""

UNDATED = """Agenda item

Travel between home and school

Minutes:

Dominic Shaw, Head of Passenger Transport, presented the report.

RESOLVED: That a breakdown of journeys by school be provided to the Committee.
"""

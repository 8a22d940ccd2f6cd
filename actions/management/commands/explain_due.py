"""Say when a request would be due, and why: words or a kind of request, or a statutory clock. Stores nothing."""

import argparse
import datetime
import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from actions.clocks import CLOCKS, clock_due
from actions.deadlines import NEXT_MEETING, Due, DueRules, compute, rule_in_words, rule_of_policy, rule_of_words
from actions.due_words import read_due_words
from actions.models import Kind
from meetings.models import Committee
from meetings.working_days import WorkingDays


class Command(BaseCommand):
    help = "Say when a request would be due, and why. Stores nothing; reads stored data only for --committee."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--words", help='as the minutes put it: "within six weeks"')
        parser.add_argument("--kind", choices=Kind.values, help="the kind of request, for the usual period")
        parser.add_argument("--met-on", type=iso_day, help="the day of the meeting, 2021-09-13")
        parser.add_argument("--nation", choices=Committee.Nation.values, help="whose bank holidays (england)")
        parser.add_argument("--committee", help="slug: its nation, policy, calendar and the council's closure days")
        parser.add_argument("--clock", choices=list(CLOCKS), help="a statutory clock")
        parser.add_argument("--served-on", type=iso_day, help="the day that the clock counts from, 2025-03-10")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            due = explain(options)
        except (OverflowError, ValueError) as error:  # past the year 9999
            raise CommandError("That is too far ahead to be worked out.") from error
        waits = due.on is None and due.rule.get("rule") == NEXT_MEETING
        answer = {
            "due": due.on.isoformat() if due.on else NEXT_MEETING if waits else None,
            "rule": rule_in_words(due.rule) or "none",
            "working": due.working,
        }
        if options["json"]:
            self.stdout.write(json.dumps(answer, ensure_ascii=False))
            return
        self.stdout.write(f"Due: {answer['due'] or 'no date'}\nRule: {answer['rule']}\nWorking: {answer['working']}")


def iso_day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date; write it as 2026-03-01.") from error


def explain(options: dict[str, Any]) -> Due:
    """The due date that the options ask for; CommandError in words where something is missing."""
    nation = options["nation"] or Committee.Nation.ENGLAND
    if options["clock"]:
        refuse_clock(options)
        return clock_due(options["clock"], options["served_on"], nation)
    if options["served_on"]:
        raise CommandError("--served-on belongs to --clock: executive, nhs or crime.")
    if not options["met_on"]:
        raise CommandError("--met-on is needed: the day of the meeting, from which everything counts.")
    if not options["words"] and not options["kind"]:
        raise CommandError("Give --words, --kind or --clock.")
    rules = rules_of(options["committee"], options["nation"]) if options["committee"] else DueRules(WorkingDays(nation))
    return due_of_request(options["words"] or "", options["kind"], options["met_on"], rules)


def refuse_clock(options: dict[str, Any]) -> None:
    """Refuse, in words, options that a statutory clock does not go with."""
    met_on, served_on = options["met_on"], options["served_on"]
    if not served_on:
        raise CommandError("--clock needs --served-on, the day that it counts from.")
    if options["kind"] not in (None, Kind.RECOMMENDATION):
        raise CommandError(f"A statutory clock belongs to recommendations alone, not to --kind {options['kind']}.")
    if met_on and served_on < met_on:
        raise CommandError("--served-on is before --met-on: a recommendation is served after it is made.")


def rules_of(slug: str, nation: str | None) -> DueRules:
    committee = Committee.objects.filter(slug=slug).first()
    if committee is None:
        raise CommandError(f"There is no committee with the slug {slug!r}.")
    if nation and nation != committee.nation:
        raise CommandError(f"{committee} is in {committee.get_nation_display()}; leave --nation out.")
    return DueRules.load(committee)


def due_of_request(words: str, kind: str | None, met_on: datetime.date, rules: DueRules) -> Due:
    rule = rule_of_words(*read_due_words(words, met_on), met_on, rules) if words else None
    if rule is None and kind:
        rule = rule_of_policy(kind, met_on, rules.policy) | ({"vague": words} if words else {})
    if rule is None:
        return Due(None, {}, f"“{words}” fixes no day")
    return compute(rule, rules)

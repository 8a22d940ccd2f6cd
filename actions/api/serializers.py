"""What the API says of actions, meetings and committees. Fields are only added; taking one away is a new version."""

import datetime

from django.utils import timezone
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from actions.models import Action, Event, Kind, Status, last_wanted
from actions.tables import day_of
from actions.timeline import timeline
from actions.wording import asked_by, standing_sentence
from meetings.models import AgendaItem, Committee, Meeting


class CommitteeSerializer(serializers.ModelSerializer):
    address = serializers.SerializerMethodField(help_text="Its page.")
    chair = serializers.StringRelatedField()

    class Meta:
        model = Committee
        fields = ["slug", "name", "code", "nation", "remit", "chair", "address"]

    def get_address(self, committee: Committee) -> str:
        return self.context["request"].build_absolute_uri(committee.get_absolute_url())


class MeetingSerializer(serializers.ModelSerializer):
    committee = serializers.SlugRelatedField(slug_field="slug", read_only=True)
    address = serializers.SerializerMethodField(help_text="Its page.")

    class Meta:
        model = Meeting
        fields = ["id", "committee", "date", "start_time", "place", "status", "address"]

    def get_address(self, meeting: Meeting) -> str:
        return self.context["request"].build_absolute_uri(meeting.get_absolute_url())


class OwnerSerializer(serializers.Serializer):
    """Whoever must act: an officer with the post, a councillor or an outside body."""

    name = serializers.CharField()
    post = serializers.CharField(source="title", help_text="Empty unless it is an officer in a post.")


class ItemSerializer(serializers.Serializer):
    number = serializers.CharField()
    title = serializers.SerializerMethodField(help_text="“Exempt business” where it is.")

    def get_title(self, item: AgendaItem) -> str:
        return "Exempt business" if item.restricted else item.title


class ActionSerializer(serializers.Serializer):
    reference = serializers.CharField(help_text="For good, and fit to be said: CYP-2026-014.")
    address = serializers.SerializerMethodField(help_text="Its page.")
    status = serializers.ChoiceField(choices=Status.choices)
    summary = serializers.CharField()
    kind = serializers.ChoiceField(choices=Kind.choices)
    committee = serializers.CharField(source="committee.slug")
    asked_on = serializers.DateField(source="meeting.date", help_text="The day of the meeting.")
    item = ItemSerializer(allow_null=True)
    asked_by = serializers.SerializerMethodField()
    owner = OwnerSerializer(allow_null=True)
    due_on = serializers.DateField(allow_null=True)
    overdue = serializers.SerializerMethodField()
    paused_until = serializers.DateField(allow_null=True)
    answered_on = serializers.SerializerMethodField()
    closed_on = serializers.SerializerMethodField()
    indicators = serializers.SerializerMethodField(help_text="Codes of the performance indicators it is about.")
    updated_at = serializers.DateTimeField()

    def get_address(self, action: Action) -> str:
        return self.context["request"].build_absolute_uri(action.get_absolute_url())

    def get_asked_by(self, action: Action) -> str:
        return asked_by(action)

    def get_overdue(self, action: Action) -> bool:
        return action.is_overdue(timezone.localdate())

    def get_indicators(self, action: Action) -> list[str]:
        return [indicator.code for indicator in action.indicators.all()]

    def get_answered_on(self, action: Action) -> datetime.date | None:
        return day_of(action.answered_at)

    def get_closed_on(self, action: Action) -> datetime.date | None:
        return day_of(action.closed_at)


class QuoteSerializer(serializers.Serializer):
    """Words of the minutes."""

    origin = serializers.CharField(help_text="resolved or said")
    text = serializers.CharField()


class AnswerSerializer(serializers.Serializer):
    by = serializers.SerializerMethodField()
    sent_at = serializers.DateTimeField()
    text = serializers.CharField(source="shown_text", help_text="The public summary where the answer is private.")
    private_reason = serializers.CharField(help_text="Why it is private; empty where all of it is public.")
    rest = serializers.CharField(help_text="What is still to come, where it is only part of the answer.")
    missing = serializers.CharField(help_text="What was missing, where it was sent back.")

    def get_by(self, answer) -> str:
        return str(answer.on_behalf_of.name if answer.on_behalf_of else answer.by.name)


class EventSerializer(serializers.Serializer):
    on = serializers.DateField()
    what = serializers.CharField()
    rest = serializers.CharField()
    note = serializers.CharField()


class ActionDetailSerializer(ActionSerializer):
    """One action with the words it rests on, its answers and its public history."""

    standing = serializers.SerializerMethodField(help_text="Where it stands, in a sentence.")
    due_working = serializers.CharField(help_text="How the due date was worked out.")
    quotes = QuoteSerializer(source="evidence", many=True)
    answers = AnswerSerializer(source="sent_answers", many=True)
    history = serializers.SerializerMethodField()

    def get_standing(self, action: Action) -> str:
        return standing_sentence(action, timezone.localdate(), wanted=last_wanted(self._public_events(action)))

    @extend_schema_field(EventSerializer(many=True))
    def get_history(self, action: Action) -> list[dict]:
        return EventSerializer(timeline(action, self._public_events(action), {}), many=True).data

    @staticmethod
    def _public_events(action: Action) -> list[Event]:
        return [event for event in action.events.all() if event.is_public]

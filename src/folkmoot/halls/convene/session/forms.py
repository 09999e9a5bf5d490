"""The session form: what it says, when and where it is, who appears in it."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.forms.formsets import BaseFormSet, formset_factory
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from folkmoot.halls.convene.edition.models import Edition
from folkmoot.halls.convene.edition.queries import languages_at_hand
from folkmoot.halls.convene.session.drafts import PartRow, SlotRow
from folkmoot.halls.convene.session.enums import Mode, OnRecord, Role, SessionStatus
from folkmoot.halls.convene.session.models import Session
from folkmoot.halls.convene.speaker.models import Speaker
from folkmoot.halls.convene.speaker.queries import speaker_choices
from folkmoot.halls.convene.venue.models import Room
from folkmoot.halls.members.vocabulary.queries import labels
from folkmoot.kit.forms import LineField, MomentField, MultilingualFormField, NotedForm
from folkmoot.kit.language_choice import LanguagesField
from folkmoot.kit.versions import Settled, VersionedForm, Words, settle

MOST_SLOTS = 60
MOST_PARTS = 200
SESSION_KINDS = "session-kinds"
FIELDS = (
    "title", "subtitle", "abstract", "description", "kind_code", "forum", "status", "mode", "languages",
    "interpretation", "on_record", "recorded", "is_break", "link", "expected",
)  # fmt: skip
NEW = {"recorded": True, "status": SessionStatus.CONFIRMED}


class SessionForm(VersionedForm):
    """Everything about a session but its slots and parts, which stand in it only to be compared."""

    compact = True
    kind_code = LineField(
        label=_("Kind"), max_length=80, required=False, help_text=_("Such as panel, workshop or lecture.")
    )
    forum = forms.ChoiceField(label=_("Forum"), required=False)
    status = forms.ChoiceField(label=_("Status"), choices=SessionStatus.choices)
    mode = forms.ChoiceField(label=_("Taking part"), choices=Mode.choices)
    on_record = forms.ChoiceField(label=_("What may be reported"), choices=OnRecord.choices)
    recorded = forms.BooleanField(label=_("The session may be recorded"), required=False)
    is_break = forms.BooleanField(label=_("This is a break across rooms"), required=False)
    link = forms.URLField(
        label=_("Link for taking part online"), required=False, max_length=500, assume_scheme="https",
        validators=[URLValidator(schemes=["http", "https"])], widget=forms.URLInput(attrs={"dir": "ltr"}),
    )  # fmt: skip
    expected = forms.IntegerField(label=_("People expected"), required=False, min_value=0, max_value=10_000_000)
    order: ClassVar[tuple[str, ...]] = FIELDS
    rooms: Mapping[str, Room] = {}
    people: Mapping[str, str] = {}

    def __init__(self, edition: Edition, data: Any = None, **versions: Any) -> None:
        super().__init__(data, **versions)
        self.edition = edition
        self._add_texts()
        self._offer_choices()
        self.order_fields(list(self.order))

    def _add_texts(self) -> None:
        languages = languages_at_hand(self.edition)
        self.fields |= {
            "languages": LanguagesField(languages, label=_("Languages spoken"), required=False),
            "interpretation": LanguagesField(languages, label=_("Interpretation into"), required=False),
            "title": MultilingualFormField(languages, label=_("Title")),
            "subtitle": MultilingualFormField(languages, label=_("Subtitle"), required=False),
            "abstract": MultilingualFormField(languages, label=_("Abstract"), block=True, required=False),
            "description": MultilingualFormField(languages, label=_("Description"), block=True, required=False),
        }

    def _offer_choices(self) -> None:
        self.forums = {forum.public_id: forum for forum in self.edition.forums.all()}
        reader = get_language() or "en"
        forums = [(key, str(forum.name.shown_in(reader))) for key, forum in self.forums.items()]
        _choose(self.fields["forum"], [("", _("No forum")), *forums])
        kinds = labels(SESSION_KINDS)
        if kinds:
            self.fields["kind_code"] = forms.ChoiceField(label=_("Kind"), required=False)
            said = str(self.initial.get("kind_code") or "")
            rows = {"": _("Not stated"), **({said: said} if said else {})}
            rows |= {code: str(label.shown_in(reader)) for code, label in kinds.items()}
            _choose(self.fields["kind_code"], list(rows.items()))

    @property
    def changes(self) -> dict[str, Any]:
        """The fields as the drafts take them."""
        return self.as_drafted({name: self.cleaned_data[name] for name in FIELDS})

    def as_drafted(self, fields: Mapping[str, Any]) -> dict[str, Any]:
        """Return fields with the forum of this edition instead of its identifier."""
        named = {"forum": self.forums.get(fields["forum"])} if "forum" in fields else {}
        return {**fields, **named}

    def label_of(self, name: str) -> Any:
        """Return what a field is called, or the times or the people."""
        return {"slots": _("Times and rooms"), "parts": _("People")}.get(name) or super().label_of(name)

    def words(self, name: str, value: Any) -> list[Words]:
        """Return a value as a reader would say it; of times and people one line each."""
        if name == "slots":
            return [Words(self._say_slot(*slot)) for slot in value or ()]
        if name == "parts":
            roles = dict(Role.choices)
            return [Words(f"{self.people.get(who, who)}: {roles.get(role, role)}") for who, role in value or ()]
        return super().words(name, value)

    def _say_slot(self, room: str, starts: str, ends: str) -> str:
        zone = ZoneInfo(self.edition.zone)
        first, last = (datetime.datetime.fromisoformat(moment).astimezone(zone) for moment in (starts, ends))
        where = str(self.rooms[room].name.shown_in(get_language() or "en")) if room in self.rooms else _("Across rooms")
        return f"{first:%Y-%m-%d %H:%M}–{last:%H:%M} · {where}"


def _choose(field: Any, choices: list[Any]) -> None:
    field.choices = choices


class SlotForm(NotedForm):
    """One stretch of time, in one room or across rooms."""

    room = forms.ChoiceField(label=_("Room"), required=False)

    def __init__(
        self, *args: Any, rooms: Mapping[str, Room], zone: str, kept: Sequence[datetime.datetime] = (), **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.empty_permitted = True
        reader = get_language() or "en"
        named = [(key, str(room.name.shown_in(reader))) for key, room in rooms.items()]
        _choose(self.fields["room"], [("", _("Across rooms")), *named])
        for name, label in (("starts", _("Starts")), ("ends", _("Ends"))):
            moment = MomentField(zone, label=label)
            moment.kept = kept
            self.fields[name] = moment

    @property
    def named(self) -> str:
        """What the row says: the room and the time."""
        room = dict(self.fields["room"].choices).get(self["room"].value() or "")  # type: ignore[attr-defined]
        return f"{room}, {str(self['starts'].value() or '').replace('T', ' ')}"

    def clean(self) -> dict[str, Any]:
        """A slot ends when it starts or later."""
        cleaned = super().clean() or self.cleaned_data
        starts, ends = cleaned.get("starts"), cleaned.get("ends")
        if isinstance(starts, datetime.datetime) and isinstance(ends, datetime.datetime) and ends < starts:
            message = _("A session cannot end at %(ends)s before it starts at %(starts)s.")
            params = {"starts": f"{starts:%Y-%m-%d %H:%M}", "ends": f"{ends:%Y-%m-%d %H:%M}"}
            self.add_error("ends", ValidationError(message, params=params))
        return cleaned


class PartForm(NotedForm):
    """Somebody's part: chosen by name, or by name and identifier where two people bear the same name."""

    speaker = LineField(label=_("Speaker"), widget=forms.TextInput(attrs={"list": "speakers", "autocomplete": "off"}))
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices, initial=Role.SPEAKER)

    def __init__(self, *args: Any, people: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.empty_permitted = True
        self.people = people

    @property
    def named(self) -> str:
        """What the row says: the name."""
        return str(self["speaker"].value() or "").rpartition(" · ")[0] or str(self["speaker"].value() or "")

    def has_changed(self) -> bool:
        """A row without a speaker is an empty one, whatever the role."""
        return "speaker" in self.changed_data

    def clean_speaker(self) -> str:
        """Return the identifier of the speaker meant."""
        typed: str = self.cleaned_data["speaker"]
        identifier = typed.rpartition(" · ")[2]
        if identifier in self.people:
            return identifier
        found = [key for key, name in self.people.items() if name == typed]
        if len(found) == 1:
            return found[0]
        if found:
            raise ValidationError(_("%(count)s speakers are called “%(name)s”; choose one with the identifier."),
                                  params={"count": len(found), "name": typed})  # fmt: skip
        raise ValidationError(_("Nobody called “%(name)s” speaks in this edition; add the speaker first."),
                              params={"name": typed})  # fmt: skip


class Rows(BaseFormSet[Any]):
    """Rows of which those that stood there can be taken out, by a box that names them."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """Say in the label which row is taken out."""
        super().add_fields(form, index)
        if "DELETE" in form.fields:
            form.fields["DELETE"].label = _("Take out: %(row)s") % {"row": form.named}


SlotRows: type[Rows] = formset_factory(  # type: ignore[assignment]
    SlotForm, formset=Rows, extra=1, can_delete=True, can_delete_extra=False,
    max_num=MOST_SLOTS, validate_max=True, absolute_max=MOST_SLOTS + 40,
)  # fmt: skip
PartRows: type[Rows] = formset_factory(  # type: ignore[assignment]
    PartForm, formset=Rows, extra=2, can_delete=True, can_delete_extra=False,
    max_num=MOST_PARTS, validate_max=True, absolute_max=MOST_PARTS + 40,
)  # fmt: skip


class SessionEditor:
    """The whole page: the form, the slots and the parts, valid or not together.

    `settled` is given where somebody else changed the draft meanwhile: the page then shows both versions.
    """

    def __init__(
        self, edition: Edition, session: Session | None, data: Any = None, settled: Settled | None = None
    ) -> None:
        self.edition = edition
        self.session = session
        self.rooms = {room.public_id: room for room in Room.objects.filter(venue__edition=edition)}
        self.people = speaker_choices(edition)
        self.crowded = session is not None and session.appearances.count() > MOST_PARTS
        self.standing = None if session is None else _standing_of(session, crowded=self.crowded)
        shown = settled.values if settled else self.standing or {"slots": [], "parts": []}
        self.form = SessionForm(edition, data, standing=self.standing, defaults=NEW, settled=settled)
        self.form.rooms, self.form.people = self.rooms, self.people
        slots = [_slot_row(*slot) for slot in shown["slots"]]
        kept = [slot[name] for slot in slots for name in ("starts", "ends")]
        # What was sent stands for itself: it is not held against rows that may have changed meanwhile.
        self.slots = SlotRows(
            data, initial=slots if data is None else None, prefix="slots",
            form_kwargs={"rooms": self.rooms, "zone": edition.zone, "kept": kept},
        )  # fmt: skip
        self.parts = PartRows(
            None if self.crowded else data, prefix="parts",
            initial=[self._part_row(*part) for part in shown.get("parts", ())] if data is None else None,
            form_kwargs={"people": self.people},
        )  # fmt: skip

    def _part_row(self, who: str, role: str) -> dict[str, str]:
        return {"speaker": f"{self.people.get(who, '')} · {who}", "role": role}

    def settle(self) -> Settled:
        """Lay everything that was typed beside what stands; of a valid page."""
        typed = {name: self.form.cleaned_data[name] for name in FIELDS}
        typed["slots"] = sorted([row[0].public_id if row[0] else "", *map(_utc, row[1:])] for row in self.slot_rows)
        if (parts := self.part_rows) is not None:
            typed["parts"] = [[speaker.public_id, role] for speaker, role in parts]
        return settle(self.form.version, self.standing or {}, typed)

    def is_valid(self) -> bool:
        """Whether everything can be kept; every part is asked, so that all errors show at once."""
        asked = [self.form.is_valid(), self.slots.is_valid(), self.crowded or self.parts.is_valid()]
        return all(asked) and (self.crowded or self._is_nobody_twice())

    def _is_nobody_twice(self) -> bool:
        seen: set[str] = set()
        for part in self.parts.forms:
            who = part.cleaned_data.get("speaker")
            if who and not part.cleaned_data.get("DELETE"):
                if who in seen:
                    part.add_error("speaker", _("This speaker stands here twice; keep one role."))
                seen.add(who)
        return not any(part.errors for part in self.parts.forms)

    @property
    def notes(self) -> list[str]:
        """What was changed of what was typed."""
        made = [self.form, *self.slots.forms, *([] if self.crowded else self.parts.forms)]
        return [note for form in made for note in form.notes]

    @property
    def row_errors(self) -> list[tuple[str, str]]:
        """What is wrong in the rows of times and people: where on the page, and a sentence."""
        found = []
        for prefix, rows in (("slots", self.slots), ("parts", self.parts)):
            if rows.is_bound:
                found += [(prefix, str(error)) for error in rows.non_form_errors()]
                found += [
                    (f"{prefix}-row-{place}", str(error))
                    for place, row in enumerate(rows.forms, 1) for errors in row.errors.values() for error in errors
                ]  # fmt: skip
        return found

    @property
    def slot_rows(self) -> list[SlotRow]:
        """The slots to keep."""
        kept = [row.cleaned_data for row in self.slots.forms if _is_kept(row)]
        return [(self.rooms.get(row["room"]), row["starts"], row["ends"]) for row in kept]

    @property
    def part_rows(self) -> list[PartRow] | None:
        """The parts to keep, in order; None where there were too many to show."""
        if self.crowded:
            return None
        kept = [row.cleaned_data for row in self.parts.forms if _is_kept(row)]
        speakers = {s.public_id: s for s in Speaker.objects.filter(edition=self.edition)}
        return [(speakers[row["speaker"]], row["role"]) for row in kept]


def _is_kept(row: forms.Form) -> bool:
    return bool(row.cleaned_data) and not row.cleaned_data.get("DELETE")


def _standing_of(session: Session, *, crowded: bool) -> dict[str, Any]:
    """Return the draft of a session as the form has it: fields by name, times and people as rows of strings."""
    fields = {name: getattr(session, name) for name in FIELDS}
    fields["forum"] = session.forum.public_id if session.forum else ""
    slots = session.slots.select_related("room")
    fields["slots"] = sorted([s.room.public_id if s.room else "", _utc(s.starts), _utc(s.ends)] for s in slots)
    if not crowded:
        parts = session.appearances.select_related("speaker")
        fields["parts"] = [[part.speaker.public_id, part.role] for part in parts]
    return fields


def _utc(moment: datetime.datetime) -> str:
    return moment.astimezone(datetime.UTC).isoformat()


def _slot_row(room: str, starts: str, ends: str) -> dict[str, Any]:
    first, last = (datetime.datetime.fromisoformat(moment) for moment in (starts, ends))
    return {"room": room, "starts": first, "ends": last}

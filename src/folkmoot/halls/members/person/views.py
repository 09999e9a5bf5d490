"""Erasing a person, after showing what that reaches."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from folkmoot.halls.members.person.drafts import rehearse_erasure
from folkmoot.halls.members.person.forms import ErasureForm
from folkmoot.halls.members.person.models import Person
from folkmoot.halls.members.person.queries import committed_values
from folkmoot.halls.members.person.rights import may_erase
from folkmoot.halls.record.log.acts import redact
from folkmoot.halls.record.log.enums import Ground
from folkmoot.kit.access import officers_only
from folkmoot.kit.actor import Actor


@officers_only(may_erase)
@require_http_methods(["GET", "HEAD", "POST"])
def erase(request: HttpRequest, actor: Actor, identifier: str) -> HttpResponse:
    """Show what erasing a person reaches; on confirmation erase, and say what was done."""
    person = get_object_or_404(Person, public_id=identifier)
    if person.erased:
        return render(request, "members/person/erased.html", {"person": person})
    form = ErasureForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        _erase(request, actor, person, Ground(form.cleaned_data["ground"]))
        return redirect("members:person-erase", person.public_id)
    reach = rehearse_erasure(person.address)
    context = {"person": person, "form": form, "reach": reach, "committed": committed_values(person)}
    return render(request, "members/person/erase.html", context)


def _erase(request: HttpRequest, actor: Actor, person: Person, ground: Ground) -> None:
    entry, erasure = redact(actor, person.address, ground)
    done = _("Act %(place)s of the record withheld %(count)s personal values.")
    messages.success(request, done % {"place": entry.place, "count": entry.fields["payload"]["count"]})
    for remark in erasure.remarks:
        messages.info(request, str(remark))

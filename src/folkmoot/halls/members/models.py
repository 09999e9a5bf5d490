"""The tables of the members."""

from folkmoot.halls.members.account.models import Account, Office, SignInFailure
from folkmoot.halls.members.body.models import Body
from folkmoot.halls.members.organisation.models import Organisation
from folkmoot.halls.members.person.models import Person, Suppression
from folkmoot.halls.members.vocabulary.models import Term, Vocabulary

__all__ = ["Account", "Body", "Office", "Organisation", "Person", "SignInFailure", "Suppression", "Term", "Vocabulary"]

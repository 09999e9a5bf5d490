"""Who may found and change the body."""

from folkmoot.kit.actor import is_operator, is_secretary

may_found = is_operator
may_amend = is_operator | is_secretary

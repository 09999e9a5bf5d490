"""Who may erase a person."""

from folkmoot.kit.actor import is_operator, is_secretary

may_erase = is_operator | is_secretary

"""Who may give and withdraw offices."""

from folkmoot.kit.actor import is_operator, is_secretary

may_give_office = is_operator | is_secretary

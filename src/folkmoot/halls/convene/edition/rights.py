"""Who may open and amend an edition."""

from folkmoot.kit.actor import is_operator, is_secretary

may_open = may_amend = is_operator | is_secretary

"""Who may draft forums."""

from folkmoot.kit.actor import is_operator, is_secretary

may_draft = is_operator | is_secretary

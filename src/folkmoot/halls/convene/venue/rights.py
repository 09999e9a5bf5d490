"""Who may draft venues and rooms."""

from folkmoot.kit.actor import is_operator, is_secretary

may_draft = is_operator | is_secretary

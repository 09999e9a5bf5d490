"""Who may import and release."""

from folkmoot.kit.actor import is_clock, is_operator, is_secretary

may_release = is_operator | is_secretary | is_clock
may_draft = may_import = is_operator | is_secretary

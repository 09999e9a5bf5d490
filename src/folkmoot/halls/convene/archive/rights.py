"""Who may describe an archive."""

from folkmoot.kit.actor import is_operator, is_secretary

may_describe = is_operator | is_secretary

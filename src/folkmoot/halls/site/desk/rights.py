"""Who works at the desk."""

from folkmoot.kit.actor import is_operator, is_secretary

may_work = is_operator | is_secretary

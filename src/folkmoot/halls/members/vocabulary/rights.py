"""Who may adopt a published list."""

from folkmoot.kit.actor import is_operator, is_secretary

may_adopt = is_operator | is_secretary

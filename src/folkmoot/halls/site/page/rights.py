"""Who writes pages and news, and who publishes them."""

from folkmoot.kit.actor import is_operator, is_secretary

may_draft = is_operator | is_secretary
may_publish = is_operator | is_secretary

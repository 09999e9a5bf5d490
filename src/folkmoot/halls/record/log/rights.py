"""Who may write to the record directly: acts of other rooms bring their own rights."""

from folkmoot.kit.actor import is_operator, is_secretary

may_redact = is_secretary | is_operator

"""A small Django vocabulary shared by the halls: text in languages, act kinds, actor, forms, registry."""

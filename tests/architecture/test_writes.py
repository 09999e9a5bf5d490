"""Writes: official state changes in acts, drafts in drafts and importers, and nowhere else."""

import ast
from collections.abc import Iterator

from tests.architecture.source import Source, sources

ALLOWED = {"acts", "drafts", "importers"}
MACHINERY = {"halls/record/log/writing.py"}
ALWAYS = {"create", "bulk_create", "bulk_update", "get_or_create", "update_or_create"}
ON_ROWS = {"save", "delete"}
ON_QUERIES = {"update"}
SYNCHRONOUS = {f"a{verb}": verb for verb in ALWAYS | ON_ROWS | ON_QUERIES}
QUERY_WORDS = {
    "objects",
    "_default_manager",
    "all",
    "filter",
    "exclude",
    "order_by",
    "select_for_update",
    "using",
    "annotate",
}
NOT_ROWS = {"cache", "caches", "storage", "default_storage", "client", "signer"}
STATEMENTS = ("insert", "update", "delete", "truncate", "replace")


def chain(node: ast.expr) -> Iterator[str]:
    """The names of `a.b(...).c`, from right to left: c, b, a."""
    while True:
        if isinstance(node, ast.Attribute):
            yield node.attr
            node = node.value
        elif isinstance(node, ast.Call):
            node = node.func
        elif isinstance(node, ast.Subscript):
            node = node.value
        else:
            if isinstance(node, ast.Name):
                yield node.id
            return


def writes(call: ast.Call) -> bool:
    """Whether a call changes rows, as far as its form tells."""
    if not isinstance(call.func, ast.Attribute):
        return False
    verb = SYNCHRONOUS.get(call.func.attr, call.func.attr)
    receiver = set(chain(call.func.value))
    if verb in ALWAYS:
        return bool(receiver)
    if verb in ON_ROWS:
        return not receiver & NOT_ROWS
    if verb in ON_QUERIES:
        return bool(receiver & QUERY_WORDS)
    return verb in {"execute", "executemany"} and is_a_changing_statement(call)


def is_a_changing_statement(call: ast.Call) -> bool:
    """Whether SQL passed to a cursor begins with a verb that changes rows."""
    texts = [part for argument in call.args[:1] for part in ast.walk(argument) if isinstance(part, ast.Constant)]
    return bool(texts) and str(texts[0].value).strip().lower().startswith(STATEMENTS)


def may_write(source: Source) -> bool:
    """Files and packages named acts, drafts or importers, and the machinery of the log."""
    names = {part.removesuffix(".py") for part in source.place}
    return bool(names & ALLOWED) or "/".join(source.place) in MACHINERY


def violations(source: Source) -> list[str]:
    return [
        f"{source.at(node)} writes: {ast.unparse(node.func)}(...)"
        for node in ast.walk(source.tree)
        if isinstance(node, ast.Call) and writes(node)
    ]


def test_rows_are_written_only_in_acts_drafts_and_importers() -> None:
    found = [line for source in sources() if not may_write(source) for line in violations(source)]
    assert not found, "\n".join(found)


def test_the_eye_for_writes_sees_the_usual_forms() -> None:
    seen = [
        "Session.objects.create(title=1)",
        "Session.objects.filter(id=1).update(title=2)",
        "session.save()",
        "edition.sessions.all().delete()",
        "cursor.execute('UPDATE head SET size = size + 1')",
        "Session.objects.aget_or_create(id=1)",
    ]
    unseen = [
        "{}.update(a=1)",
        "digest.update(b'')",
        "cache.delete('x')",
        "cursor.execute('SELECT 1')",
        "create(1)",
    ]

    def judged(text: str) -> bool:
        call = ast.parse(text, mode="eval").body
        assert isinstance(call, ast.Call)
        return writes(call)

    assert all(judged(text) for text in seen)
    assert not any(judged(text) for text in unseen)

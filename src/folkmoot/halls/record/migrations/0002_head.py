"""The one head row, at size zero."""

from typing import Any

from django.db import migrations


def add_head(apps: Any, schema_editor: Any) -> None:
    """Put the head where every act expects it."""
    apps.get_model("record", "Head").objects.get_or_create(id=1, defaults={"size": 0, "time": ""})


class Migration(migrations.Migration):
    dependencies = [("record", "0001_initial")]
    operations = [migrations.RunPython(add_head, migrations.RunPython.noop)]

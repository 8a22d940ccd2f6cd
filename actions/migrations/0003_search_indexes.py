"""Full-text search by index on PostgreSQL; the expressions are those that Django writes for actions/search.py."""

from django.db import migrations

COLUMNS = {
    "action_summary_words": ("actions_action", "summary"),
    "evidence_words": ("actions_evidence", "text"),
    "answer_words": ("actions_answer", "text"),
}


def add_indexes(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for name, (table, column) in COLUMNS.items():
        schema_editor.execute(
            f"CREATE INDEX {name} ON {table} USING gin (to_tsvector('english'::regconfig, COALESCE({column}, '')))"
        )


def drop_indexes(apps, schema_editor):
    if schema_editor.connection.vendor != "postgresql":
        return
    for name in COLUMNS:
        schema_editor.execute(f"DROP INDEX IF EXISTS {name}")


class Migration(migrations.Migration):
    dependencies = [("actions", "0002_notice_handing")]

    operations = [migrations.RunPython(add_indexes, drop_indexes, elidable=False)]

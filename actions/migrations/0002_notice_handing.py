"""A notice says when it is with the mail server: the one moment whose outcome a dead worker leaves unknown."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("actions", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="notice",
            name="state",
            field=models.CharField(
                choices=[
                    ("waiting", "waiting"),
                    ("claimed", "being written"),
                    ("handing", "being handed over"),
                    ("sent", "sent"),
                    ("failed", "failed"),
                    ("skipped", "not sent"),
                ],
                default="waiting",
                max_length=10,
            ),
        ),
    ]

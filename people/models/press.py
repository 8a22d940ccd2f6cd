"""A form that did its work, and where that led: so that the same press a second time does nothing."""

from django.db import models


class Press(models.Model):
    """`key` stands for one showing of a page and what was sent from it; kept for a day."""

    key = models.CharField(max_length=64, primary_key=True)
    at = models.DateTimeField(db_index=True)
    led_to = models.TextField()

    class Meta:
        verbose_name_plural = "presses"

    def __str__(self) -> str:
        return f"{self.led_to} at {self.at}"

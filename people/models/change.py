"""What was changed in the directory, by whom: written with every change, never overwritten."""

from django.conf import settings
from django.db import models
from django.utils import timezone

from .directory import Officer, Post

LONGEST = 1000


class DirectoryChange(models.Model):
    """One line in words. `post` or `officer` where the change belongs to one, for their pages."""

    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+")
    by_name = models.CharField(
        max_length=200, help_text="As it was then; “the command line” where nobody was signed in."
    )
    what = models.CharField(max_length=LONGEST)
    post = models.ForeignKey(Post, null=True, on_delete=models.SET_NULL, related_name="changes")
    officer = models.ForeignKey(Officer, null=True, on_delete=models.SET_NULL, related_name="changes")

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["-at"], name="directory_change_newest")]

    def __str__(self) -> str:
        return self.what

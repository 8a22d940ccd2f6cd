"""The project as an app: what it refuses to start with."""

from django.apps import AppConfig
from django.core.checks import register
from django.core.exceptions import ImproperlyConfigured

from scrutiny import checks


class ScrutinyConfig(AppConfig):
    name = "scrutiny"

    def ready(self) -> None:
        # Not a system check: neither the web server nor the worker runs those.
        conflicts = list(checks.demo_conflicts())
        if conflicts:
            raise ImproperlyConfigured(" ".join(conflicts))
        register(checks.check_production, deploy=True)

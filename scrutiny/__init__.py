"""The Django project: settings, addresses, worker, system checks and health."""

from scrutiny.celery import app as celery_app

__all__ = ["celery_app"]

"""/health/ for load balancers and containers: can this process reach its database and its broker?

Says yes or no per part and nothing else: no versions, hosts or error text, since anybody may ask.
"""

import structlog
from django.db import Error as DatabaseError
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from kombu.exceptions import OperationalError

from scrutiny.celery import app

logger = structlog.get_logger(__name__)


@require_safe
@never_cache
def health(request: HttpRequest) -> JsonResponse:
    parts = {"database": database_answers(), "broker": broker_answers()}
    words = {name: "ok" if well else "failed" for name, well in parts.items()}
    return JsonResponse(words, status=200 if all(parts.values()) else 503)


def database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError as error:
        logger.error("health_database_failed", error=type(error).__name__)
        return False
    return True


def broker_answers() -> bool:
    """Whether a task could be sent now; asked over a fresh connection, given up after two seconds."""
    options = {**app.conf.broker_transport_options, "socket_connect_timeout": 2, "socket_timeout": 2}
    try:
        with app.connection_for_write(connect_timeout=2, transport_options=options) as broker:
            broker.ensure_connection(max_retries=1, interval_start=0, timeout=2)
    except OperationalError as error:
        logger.error("health_broker_failed", error=type(error).__name__)
        return False
    return True

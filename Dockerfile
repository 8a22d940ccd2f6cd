# Scrutiny actions, for production: `docker compose up` in this folder runs all of it (see README.md).

FROM python:3.11-slim-bookworm AS build
COPY requirements/production.txt /tmp/production.txt
RUN python -m venv /venv \
    && /venv/bin/pip install --no-cache-dir --disable-pip-version-check --require-hashes -r /tmp/production.txt

FROM python:3.11-slim-bookworm
# pango and fonts are WeasyPrint's, for the tracker as PDF
RUN apt-get update \
    && apt-get install --yes --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --no-create-home --home-dir /app --shell /usr/sbin/nologin council
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 \
    DJANGO_SETTINGS_MODULE=scrutiny.settings VAR_DIR=/var/lib/scrutiny STATIC_ROOT=/app/static-collected
WORKDIR /app
COPY --from=build /venv /venv
COPY manage.py gunicorn.conf.py ./
COPY minutes ./minutes
COPY people ./people
COPY meetings ./meetings
COPY actions ./actions
COPY scrutiny ./scrutiny
COPY templates ./templates
COPY static ./static
COPY docs/user-guide.md ./docs/
COPY docs/images ./docs/images
# The values are for this one command; none of them is kept in the image's environment.
RUN SECRET_KEY=only-to-collect-static-files EMAIL_URL=console: VAR_DIR=/tmp/build python manage.py collectstatic --noinput --verbosity 0 \
    && rm -rf /tmp/build \
    && install --directory --owner council /var/lib/scrutiny
USER council
EXPOSE 8000
VOLUME /var/lib/scrutiny
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(r.Request('http://127.0.0.1:8000/health/', headers={'Host': os.environ['ALLOWED_HOSTS'].split(',')[0]}), timeout=4)"]
CMD ["gunicorn", "scrutiny.wsgi", "--bind", "0.0.0.0:8000"]

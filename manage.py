#!/usr/bin/env python
"""Django's commands. Where nothing at all is configured, as in a fresh clone, they work on the demo's data."""

import os
import sys

from django.core.management import execute_from_command_line

from scrutiny.demo_environment import DEMO_DIR, enter_demo, nothing_is_configured

if __name__ == "__main__":
    if nothing_is_configured():
        enter_demo(port=int(os.environ.get("PORT") or 8000))
        print(f"No SECRET_KEY is set: working on the demo's data in {DEMO_DIR}.", file=sys.stderr)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scrutiny.settings")
    execute_from_command_line(sys.argv)

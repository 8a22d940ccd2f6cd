"""The web server: threads, since pages wait for the database more than they count."""

import os

workers = int(os.environ.get("WEB_WORKERS") or 2)
threads = 8
control_socket_disable = True  # it would lie in the home of a user who has none

"""How gunicorn serves the portal: two processes of four threads suit two cores."""

import os

wsgi_app = "wsgi:app"
bind = os.environ.get("AANZET_BIND", "127.0.0.1:5000")
worker_class = "gthread"
workers = int(os.environ.get("AANZET_WORKERS", "2"))
threads = 4
timeout = 30
graceful_timeout = 20
limit_request_line = 8190
control_socket_disable = True

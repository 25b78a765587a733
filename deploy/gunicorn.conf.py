"""How gunicorn serves the portal: two processes of four threads suit two cores."""

import gc
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


def post_worker_init(_worker: object) -> None:
    """Leave what was made at the start out of every later look for garbage: that took 0.1 s at once."""
    gc.collect()
    gc.freeze()

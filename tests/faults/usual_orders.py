"""The two usual orders as small models: ``usual_orders.py ORDER DATABASE PORT``.

``mark-send`` marks a mail as sent and then sends it, in three tries. ``send-mark`` sends it, marks it
then, and begins again with what is not marked. Neither has a lease or knows of an attempt.
Like ``worker.py`` it begins a worker for each line that it reads.
"""

import os
import signal
import smtplib
import sqlite3
import sys
import time
from contextlib import suppress
from email.message import EmailMessage

PAUSE, TIMEOUT = 0.02, 1


def send(number: int, port: int) -> None:
    message = EmailMessage()
    message["From"], message["To"] = "portal@voorbeeld.example", f"buur{number}@voorbeeld.example"
    message["Message-ID"] = f"<model-{number}@voorbeeld.example>"
    message.set_content("Er is nieuws.")
    with smtplib.SMTP("127.0.0.1", port, timeout=TIMEOUT) as server:
        server.send_message(message)


def mark(outbox: sqlite3.Connection, number: int) -> None:
    outbox.execute("update mails set is_sent = 1 where id = ?", [number])


def mark_then_send(outbox: sqlite3.Connection, number: int, port: int) -> None:
    mark(outbox, number)
    for _try in range(3):
        with suppress(OSError):
            return send(number, port)
        time.sleep(PAUSE)
    return None


def send_then_mark(outbox: sqlite3.Connection, number: int, port: int) -> None:
    with suppress(OSError):
        send(number, port)
        mark(outbox, number)


def work(order: str, database: str, port: int) -> None:
    """Handle what is not marked, until the end."""
    outbox = sqlite3.connect(database, isolation_level=None, timeout=10)
    handle = mark_then_send if order == "mark-send" else send_then_mark
    while True:
        found = outbox.execute("select id from mails where is_sent = 0 order by random() limit 1")
        row = found.fetchone()
        if row is None:
            time.sleep(PAUSE)
        else:
            handle(outbox, row[0], port)


def main() -> None:
    order, database, port = sys.argv[1:]
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    for _line in sys.stdin:
        child = os.fork()
        if child == 0:
            work(order, database, int(port))
        sys.stdout.write(f"{child}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()

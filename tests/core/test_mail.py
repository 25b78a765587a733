"""Mail leaves as it was written, to one person, and never with a header of somebody else."""

import shutil
import smtplib
import subprocess
from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest

from app.core.errors import Refused
from app.core.mail import Mail, NoSuchAddress, address, compose, send
from factories.mail_server import MailServer, a_mail_server

MAIL = Mail(
    sender="Aanzet <noreply@example.nl>",
    recipient="anna@voorbeeld.example",
    subject="Je initiatief staat online",
    text="Beste Anna,\n\nJe initiatief “Geveltuintjes” staat online. 🌻\n.\nGroet",
    html="<p>Je initiatief staat online.</p>",
    message_id="<message-12@portal.example>",
)


@pytest.fixture
def server() -> Iterator[MailServer]:
    with a_mail_server() as running:
        yield running


def changed(**words: str) -> Mail:
    return Mail(**{**MAIL.__dict__, **words})


def test_a_mail_server_gets_the_mail_as_it_was_written(server: MailServer) -> None:
    send(MAIL, server.url)

    [envelope], [message] = server.got, server.messages
    assert envelope.rcpt_tos == ["anna@voorbeeld.example"]
    assert envelope.mail_from == "noreply@example.nl"
    assert (message["Subject"], message["Message-ID"]) == (MAIL.subject, MAIL.message_id)
    assert message["Auto-Submitted"] == "auto-generated"
    assert message.get_body(("plain",)).get_content().splitlines() == MAIL.text.splitlines()
    assert message.get_body(("html",)).get_content().strip() == MAIL.html


def test_an_address_that_is_refused_for_good_is_told_from_one_that_is_full(
    server: MailServer,
) -> None:
    with pytest.raises(NoSuchAddress):
        send(changed(recipient="nobody@voorbeeld.example"), server.url)
    with pytest.raises(smtplib.SMTPRecipientsRefused):
        send(changed(recipient="full@voorbeeld.example"), server.url)


def test_no_password_is_sent_over_an_open_line(server: MailServer) -> None:
    with pytest.raises(smtplib.SMTPNotSupportedError):
        send(MAIL, server.url.replace("smtp://", "smtp://portal:secret@"))


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """Return a certificate for this machine that nobody vouches for, with its key beside it."""
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("openssl makes the certificate for this test, and it is not on this machine")
    request = (
        "req -x509 -nodes -days 2 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -subj /CN=x"
    )
    command = [*request.split(), "-addext", "subjectAltName=IP:127.0.0.1"]
    path = tmp_path / "cert.pem"
    out = ["-keyout", str(tmp_path / "key.pem"), "-out", str(path)]
    subprocess.run([openssl, *command, *out], check=True, capture_output=True)
    return path


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
def test_a_mail_server_with_a_certificate_we_trust_gets_the_password_and_the_mail(
    certificate: Path, monkeypatch: pytest.MonkeyPatch, scheme: str
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with a_mail_server(certificate, scheme=scheme) as server:
        send(MAIL, server.url.replace("://", "://portal:se%40cret@"))

    assert (server.passwords, len(server.got)) == ([("portal", "se@cret")], 1)


@pytest.mark.parametrize("scheme", ["smtp", "smtps"])
def test_a_mail_server_that_nobody_vouches_for_gets_nothing(certificate: Path, scheme: str) -> None:
    with a_mail_server(certificate, scheme=scheme) as server, pytest.raises(OSError, match="CERT"):
        send(MAIL, server.url.replace("://", "://portal:secret@"))

    assert (server.passwords, server.got) == ([], [])


def test_a_mail_server_that_is_away_is_an_error_of_the_outside() -> None:
    with pytest.raises(OSError, match="refused"):
        send(MAIL, "smtp://127.0.0.1:9")


def test_a_folder_gets_the_mail_as_a_file_named_after_its_number(tmp_path: Path) -> None:
    send(MAIL, (tmp_path / "new folder").as_uri())
    send(MAIL, (tmp_path / "new folder").as_uri())

    [path] = (tmp_path / "new folder").iterdir()
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert (path.name, message["To"]) == ("message-12.eml", "anna@voorbeeld.example")


def test_a_mail_program_reads_where_a_mail_stops_however_long_the_address_is() -> None:
    url = f"https://initiatieven.{'lange-naam-' * 10}gemeente.example/mail/stop/123456.aW5zZg.key"

    wire = compose(changed(stop_url=url)).as_bytes().decode()

    assert f"\nList-Unsubscribe: <{url}>\n" in wire
    assert "\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\n" in wire
    assert max(map(len, wire.partition("\n\n")[2].splitlines())) <= 78
    assert "List-Unsubscribe" not in compose(changed()).as_string()


@pytest.mark.parametrize("field", ["subject", "sender"])
def test_a_line_end_in_a_header_adds_no_header(field: str) -> None:
    trick = f"{getattr(MAIL, field).partition(' <')[0]}\r\nBcc: victim@voorbeeld.example\n\nHoi"
    words = trick + " <noreply@example.nl>" if field == "sender" else trick

    message = compose(changed(**{field: words}))

    assert message["Bcc"] is None
    assert sorted(message.keys())[:3] == ["Auto-Submitted", "Content-Type", "Date"]


@pytest.mark.parametrize(
    "recipient",
    [
        "a@x.nl,b@y.nl",
        "a@x.nl\r\nBcc: b@y.nl",
        "Anna <a@x.nl>",
        "a@x.nl b@y.nl",
        "",
    ],
)
def test_mail_goes_to_exactly_one_address(recipient: str) -> None:
    with pytest.raises(Refused):
        compose(changed(recipient=recipient))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        (" Anna@Voorbeeld.Example ", "anna@voorbeeld.example"),
        ("anna+buurt@voorbeeld.example", "anna+buurt@voorbeeld.example"),
        ("an\u200bna@voorbeeld.example", "anna@voorbeeld.example"),
        ("jos@bücher.nl", "jos@xn--bcher-kva.nl"),
        ("jos@xn--bcher-kva.nl", "jos@xn--bcher-kva.nl"),
    ],
)
def test_an_address_is_kept_in_one_form(typed: str, kept: str) -> None:
    assert address(typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "anna",
        "anna@",
        "@voorbeeld.example",
        "anna@localhost",
        "anna@voorbeeld.example.",
        "a@x.nl,b@y.nl",
        "a@b.nl\r\nBcc:x@y.nl",
        '"a b"@x.nl',
        "a@[127.0.0.1]",
        "Anna <anna@voorbeeld.example>",
        "jösé@voorbeeld.example",
        "a" * 240 + "@voorbeeld.example",
        "a@" + "b" * 250 + ".nl",
    ],
)
def test_anything_but_one_address_is_refused_at_the_field(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        address(typed)

    assert refused.value.field == "email"

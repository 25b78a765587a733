"""Every connection of the house on one page: extensions, blueprints and reactions."""

from urllib.parse import urlsplit

from flask import Flask
from flask_babel import lazy_gettext as _l
from flask_login import current_user
from flask_migrate import Migrate
from flask_wtf import CSRFProtect

from app.accounts import commands as accounts_commands
from app.accounts import lasting, looks, sessions
from app.accounts import personal as accounts_kept
from app.accounts import signals as accounts_signals
from app.accounts import views as accounts
from app.accounts.roles import Permission
from app.archive import personal as archive_kept
from app.archive import views as archive
from app.areas import commands as areas_commands
from app.areas import signals as area_news
from app.areas.models import Area
from app.audit import personal as audit_kept
from app.audit import service as audit_service
from app.audit import signals as log_news
from app.audit import views as audit
from app.audit import words as audit_words
from app.backup import commands as backup_commands
from app.capacity import panels as capacity_panels
from app.capacity import personal as capacity_kept
from app.capacity import service as capacity
from app.capacity import views as capacity_pages
from app.core.db import db, engines_beside
from app.core.keeping import open_keeping
from app.demo import commands as demo
from app.desk import views as desk
from app.feedback import jobs as _feedback_jobs  # noqa: F401 -- registers its jobs
from app.feedback import panels as feedback_panels
from app.feedback import personal as feedback_kept
from app.feedback import service as feedback
from app.feedback import views as feedback_pages
from app.filters import personal as filters_kept
from app.filters import views as filters
from app.filters.models import Queue
from app.filters.shelf import Narrowed, open_filters
from app.initiatives import jobs as _initiatives_jobs  # noqa: F401 -- registers its jobs
from app.initiatives import panels as initiative_panels
from app.initiatives import personal as initiatives_kept
from app.initiatives import signals as initiative_news
from app.initiatives import views as initiatives
from app.logbook import LOGBOOK
from app.matching import commands as matching_commands
from app.matching import jobs as _matching_jobs  # noqa: F401 -- registers its jobs
from app.matching import panels as matching_panels
from app.matching import views as matching
from app.moderation import listing as moderation_listing
from app.moderation import panels as moderation_panels
from app.moderation import personal as moderation_kept
from app.moderation import rules as moderation_rules
from app.moderation import service as moderation_service
from app.moderation import signals as moderation_news
from app.moderation import views as moderation
from app.notifications import commands as notifications_commands
from app.notifications import devices as notifications_devices
from app.notifications import forgetting as notifications_forgetting
from app.notifications import jobs as _notifications_jobs  # noqa: F401 -- registers its jobs
from app.notifications import personal as notifications_kept
from app.notifications import push_jobs as _push_jobs  # noqa: F401 -- registers its jobs
from app.notifications import queries as notifications
from app.notifications import service as notifications_service
from app.notifications import views as notifications_pages
from app.organisations import personal as organisations_kept
from app.organisations import queries as organisations_read
from app.organisations import signals as organisation_news
from app.organisations import views as organisations
from app.pages import views as pages
from app.phones import KEPT_ON_PHONES
from app.policy import POLICY
from app.privacy import commands as privacy_commands
from app.privacy import jobs as _privacy_jobs  # noqa: F401 -- registers its jobs
from app.privacy import views as privacy
from app.reports import personal as reports_kept
from app.reports import service as reports
from app.reports import views as report_pages
from app.statistics import views as statistics
from app.support import listing as support_listing
from app.support import panels as support_panels
from app.support import personal as support_kept
from app.support import rules as support_rules
from app.support import signals as support_news
from app.support import views as support
from app.support_base import panels as support_base_panels
from app.support_base import personal as support_base_kept
from app.support_base import views as support_base
from app.volunteering import panels as volunteering_panels
from app.volunteering import personal as volunteering_kept
from app.volunteering import service as volunteering
from app.volunteering import views as volunteering_pages
from app.web import (
    compression,
    errors,
    front,
    guard,
    headers,
    health,
    language,
    paths,
    phone,
    templating,
    transaction,
    uploads,
)
from app.web.throttle import limiter

BLUEPRINTS = (
    health.bp,
    areas_commands.bp,
    audit.bp,
    accounts.bp,
    accounts_commands.bp,
    privacy.bp,
    privacy_commands.bp,
    notifications_pages.bp,
    notifications_commands.bp,
    filters.bp,
    organisations.bp,
    pages.bp,
    initiatives.bp,
    initiatives.short,
    moderation.bp,
    report_pages.bp,
    volunteering_pages.bp,
    support.bp,
    capacity_pages.bp,
    feedback_pages.bp,
    support_base.bp,
    matching.bp,
    matching_commands.commands,
    desk.bp,
    archive.bp,
    statistics.bp,
    demo.bp,
    backup_commands.bp,
)
KEPT_OF_PEOPLE = (  # in the order in which a person reads it
    accounts_kept.KEPT,
    initiatives_kept.KEPT,
    volunteering_kept.KEPT,
    feedback_kept.KEPT,
    support_base_kept.KEPT,
    support_kept.KEPT,
    capacity_kept.KEPT,
    organisations_kept.KEPT,
    notifications_kept.KEPT,
    filters_kept.KEPT,
    moderation_kept.KEPT,
    reports_kept.KEPT,
    archive_kept.KEPT,
    audit_kept.KEPT,
)
QUEUES = {
    Queue.SUPPORT: Narrowed(
        *("support.index", support_rules.list_open, support.queue.chosen_in_address),
        *(support_listing.CHOOSABLE, support_listing.USUAL),
    ),
    Queue.MODERATION: Narrowed(
        *("moderation.queue", moderation_rules.see_queue, moderation.queue.chosen_in_address),
        *(moderation_listing.CHOOSABLE, moderation_listing.USUAL),
    ),
}
NAVIGATION = templating.Navigation(
    everybody=(
        templating.Entry("initiatives.index", _l("Initiatieven")),
        templating.Entry("volunteering.index", _l("Doe mee")),
        templating.Entry("support.catalogue", _l("Hulp voor je idee")),
        templating.Entry("pages.areas", _l("Wijken")),
    ),
    visitors=(templating.Entry("accounts.sign_in", _l("Inloggen")),),
    signed_in=(
        templating.Entry("desk.show", _l("Mijn overzicht")),
        templating.Entry("notifications.inbox", _l("Berichten"), shows_unread=True),
        templating.Entry("capacity.hours", _l("Uren"), permission=Permission.SET_CAPACITY),
        templating.Entry("matching.rounds", _l("Verdeling"), permission=Permission.COORDINATE),
        templating.Entry("accounts.profile", _l("Mijn gegevens")),
        templating.Entry("accounts.roles", _l("Rollen"), permission=Permission.ADMINISTER),
        templating.Entry("archive.index", _l("Archief"), permission=Permission.ARCHIVE),
        templating.Entry("audit.log", _l("Logboek"), permission=Permission.READ_AUDIT),
        templating.Entry("accounts.sign_out", _l("Uitloggen"), is_action=True),
    ),
    footer=(
        templating.Entry("pages.about", _l("Over deze site")),
        templating.Entry("pages.privacy", _l("Privacy")),
        templating.Entry("pages.accessibility", _l("Toegankelijkheid")),
        templating.Entry("pages.contact", _l("Contact")),
    ),
    shortcuts=(
        templating.Shortcut("g o", "desk.show", _l("Mijn overzicht")),
        templating.Shortcut(
            *("g m", "moderation.queue", _l("Te controleren teksten")),
            permissions=frozenset({Permission.MODERATE}),
        ),
        templating.Shortcut(
            *("g v", "support.index", _l("Vragen om hulp")),
            permissions=frozenset(
                {Permission.COORDINATE, Permission.DECIDE, Permission.ADVISE, Permission.RESPOND}
            ),
        ),
        templating.Shortcut(
            *("g c", "statistics.staff", _l("Cijfers van je wijken")),
            permissions=frozenset({Permission.COORDINATE}),
        ),
    ),
)


def open_house(app: Flask) -> None:
    """Connect everything to ``app``, in the order in which a request meets it."""
    where = urlsplit(app.config["PUBLIC_URL"])  # jobs and commands make addresses too
    app.config.update(SERVER_NAME=where.netloc or None, PREFERRED_URL_SCHEME=where.scheme)
    app.wsgi_app = front.front(app)  # type: ignore[method-assign]  # the way Flask documents it
    address = app.config["SQLALCHEMY_DATABASE_URI"]
    app.config.setdefault("SQLALCHEMY_BINDS", engines_beside(address))
    db.init_app(app)
    Migrate(app, db, render_as_batch=True)
    compression.open_compression(app)
    uploads.open_uploads(app)
    lasting.open_lasting(app)
    looks.open_looks(app, organisation_of=organisations_read.name_for)
    transaction.open_transactions(app)
    language.open_languages(app)
    sessions.open_sessions(app, unread=notifications.unread_of)
    guard.open_door(app, POLICY, sign_in="accounts.sign_in")
    csrf = CSRFProtect(app)
    for from_a_phone in (initiatives.offline.offline, initiatives.offline.offline_photo):
        csrf.exempt(from_a_phone)  # looks at no cookie: docs/adr/0015-a-draft-from-a-phone.md
    for with_a_key in (notifications_pages.wishes.stop, notifications_pages.wishes.resume):
        csrf.exempt(with_a_key)  # from a mail program: docs/adr/0019-mail-that-waits.md
    csrf.exempt(pages.map_page.the_map)  # looks a place up and changes nothing
    limiter.init_app(app)
    headers.open_headers(app)
    phone.open_phones(app, KEPT_ON_PHONES)
    templating.open_templates(app, NAVIGATION)
    errors.open_errors(app)
    audit_words.open_logbook(app, LOGBOOK)
    open_filters(app, QUEUES)
    open_keeping(app, KEPT_OF_PEOPLE)
    app.url_map.converters["int"] = paths.RowNumber
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    _connect_reactions()
    guard.check_policy(app, POLICY)


def _connect_reactions() -> None:
    """Connect what a lower room announces to what a higher room does about it."""
    accounts_signals.mail_wanted.connect(_mail)
    accounts_signals.last_mail_wanted.connect(_mail_once_more)
    accounts_signals.sessions_ended.connect(_forget_devices)
    area_news.changed.connect(_write_in_log)
    log_news.names_shown.connect(_note_look_at_log)
    organisation_news.showing.connect(initiative_panels.panel)
    initiative_news.waiting_for_review.connect(moderation_service.receive)
    initiative_news.withdrawn.connect(moderation_service.take_back)
    initiative_news.showing.connect(feedback_panels.panel)
    initiative_news.showing.connect(support_base_panels.panel)
    initiative_news.showing.connect(volunteering_panels.panel)
    initiative_news.showing.connect(support_panels.panel)
    initiative_news.showing.connect(moderation_panels.panel)
    initiative_news.state_changed.connect(volunteering.follow)
    initiative_news.state_changed.connect(feedback.follow)
    support_news.showing.connect(matching_panels.panel)
    support_news.showing.connect(matching_panels.outcome)
    support_news.showing.connect(capacity_panels.panel)
    support_news.showing.connect(support_base_panels.for_request)
    support_news.decided.connect(capacity.settle)
    initiative_news.judged.connect(capacity.after_judgement)
    moderation_news.hidden.connect(reports.after_hiding)


def _write_in_log(area: Area, *, by: audit_service.Person | None, action: str, new: str) -> None:
    audit_service.record(by, action, area, new=new)


def _forget_devices(_sender: object) -> None:
    notifications_devices.forget_ended()


def _note_look_at_log(_sender: object, *, people: list[int | None]) -> None:
    looks.note(people, looks.Why.LOG, by=current_user)


def _mail(
    _sender: object, *, email: str, subject: str, text: str, link: str, link_label: str
) -> None:
    notifications_service.mail(email, subject, text, link=link, link_label=link_label)


def _mail_once_more(_sender: object, *, email: str, subject: str, text: str) -> None:
    notifications_forgetting.mail_once_more(email, subject, text)

"""What notifications keep of a person."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.accounts.models import LoginSession
from app.core.keeping import ONE_YEAR, Fate, Kept
from app.notifications.models import MailDay, MailWish, Message, PushDevice

KEPT = (
    Kept(
        code="messages",
        name=_l("Berichten en mails aan jou"),
        term=ONE_YEAR,
        fate=Fate.GOES,
        told=select(
            *(Message.email, Message.subject, Message.text),
            *(Message.created_at, Message.read_at, Message.mailed_at),
        ),
        points=(Message.user_id,),
        addresses=(Message.email,),
    ),
    Kept(
        code="mail_wishes",
        name=_l("Welke mail je wilt"),
        term=_l("Tot je iets anders kiest."),
        fate=Fate.GOES,
        told=select(MailWish.email, MailWish.rhythm, MailWish.without),
        addresses=(MailWish.email,),
    ),
    Kept(
        code="mail_days",
        name=_l("Op welke dagen we je nieuws mailden"),
        term=_l("Veertien dagen."),
        fate=Fate.GOES,
        told=select(MailDay.email, MailDay.day, MailDay.singles, MailDay.mailed_at),
        addresses=(MailDay.email,),
    ),
    Kept(
        code="devices",
        name=_l("Apparaten met meldingen"),
        term=_l("Tot je de meldingen uitzet of uitlogt."),
        fate=Fate.GOES,
        told=select(LoginSession.device, PushDevice.address, PushDevice.created_at).join_from(
            PushDevice, LoginSession, LoginSession.id == PushDevice.session_id
        ),
        points=(LoginSession.user_id,),
    ),
)

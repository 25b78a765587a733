"""What notifications keep of a person."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.accounts.models import LoginSession
from app.core.keeping import WITH_ACCOUNT, Kept
from app.notifications.models import Message, PushDevice

KEPT = (
    Kept(
        code="messages",
        name=_l("Berichten en mails aan jou"),
        term=WITH_ACCOUNT,
        told=select(
            *(Message.email, Message.subject, Message.text),
            *(Message.created_at, Message.read_at, Message.mailed_at),
        ),
        points=(Message.user_id,),
        addresses=(Message.email,),
    ),
    Kept(
        code="devices",
        name=_l("Apparaten met meldingen"),
        term=_l("Tot je de meldingen uitzet of uitlogt."),
        told=select(LoginSession.device, PushDevice.address, PushDevice.created_at).join_from(
            PushDevice, LoginSession, LoginSession.id == PushDevice.session_id
        ),
        points=(LoginSession.user_id,),
    ),
)

"""What accounts keep of a person."""

from flask_babel import lazy_gettext as _l
from sqlalchemy import select

from app.accounts.looks import Look
from app.accounts.models import (
    LoginSession,
    OneTimeLink,
    PostalAddress,
    RecoveryCode,
    RoleAssignment,
    SecondFactor,
    User,
)
from app.accounts.passkey_models import Passkey
from app.areas.models import Area
from app.core.keeping import ONE_YEAR, Fate, Kept

KEPT = (
    Kept(
        code="account",
        name=_l("Je account: je naam, e-mailadres, buurt en taal"),
        term=_l("Tot je het verwijdert. Log je twee jaar niet in, dan krijg je eerst een mail."),
        fate=Fate.GOES,
        told=select(
            *(User.name, User.email, User.language, User.created_at),
            Area.name.label("neighbourhood"),
            User.password_hash.is_not(None).label("has_password"),
        ).outerjoin_from(User, Area, Area.id == User.neighbourhood_id),
        points=(User.id,),
    ),
    Kept(
        code="postal_address",
        name=_l("Waar je brieven krijgt, als je geen e-mail hebt"),
        term=_l("Zolang je een account hebt."),
        fate=Fate.GOES,
        told=select(PostalAddress.street, PostalAddress.postcode, PostalAddress.town),
        points=(PostalAddress.user_id,),
    ),
    Kept(
        code="roles",
        name=_l("Je rollen"),
        term=_l("Zolang je de rol hebt."),
        fate=Fate.GOES,
        told=select(
            RoleAssignment.role, Area.name.label("area"), RoleAssignment.given_at
        ).outerjoin_from(RoleAssignment, Area, Area.id == RoleAssignment.area_id),
        points=(RoleAssignment.user_id,),
    ),
    Kept(
        code="second_factor",
        name=_l("De app en de herstelcodes waarmee je inlogt"),
        term=_l("Zolang je de rol hebt."),
        fate=Fate.GOES,
        told=select(SecondFactor.set_at),
        points=(SecondFactor.user_id,),
    ),
    Kept(
        code="recovery_codes",
        name=_l("De app en de herstelcodes waarmee je inlogt"),
        term=_l("Zolang je de rol hebt."),
        fate=Fate.GOES,
        told=select(RecoveryCode.used_at),
        points=(RecoveryCode.user_id,),
    ),
    Kept(
        code="passkeys",
        name=_l("De passkeys waarmee je inlogt"),
        term=_l("Tot je ze verwijdert."),
        fate=Fate.GOES,
        told=select(Passkey.name, Passkey.made_at, Passkey.used_at, Passkey.is_backed_up),
        points=(Passkey.user_id,),
    ),
    Kept(
        code="sessions",
        name=_l("Waar je bent ingelogd"),
        term=_l("Drie maanden nadat het voorbij is. De laatste keer zolang je een account hebt."),
        fate=Fate.GOES,
        told=select(
            *(LoginSession.device, LoginSession.created_at),
            *(LoginSession.expires_at, LoginSession.ended_at),
        ),
        points=(LoginSession.user_id,),
    ),
    Kept(
        code="links",
        name=_l("Wanneer we je een link mailden"),
        term=_l("Dertig dagen."),
        fate=Fate.GOES,
        told=select(OneTimeLink.purpose, OneTimeLink.created_at, OneTimeLink.used_at),
        addresses=(OneTimeLink.email,),
    ),
    Kept(
        code="looks",
        name=_l("Wie van de gemeente of een partner in je gegevens keek"),
        term=ONE_YEAR,
        fate=Fate.NAMELESS,
        told=select(Look.at, Look.role, Look.organisation, Look.why, Look.about),
        points=(Look.person_id,),
    ),
)

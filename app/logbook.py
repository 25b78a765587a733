"""What the log calls things and deeds, table by table: a line keeps codes, people read words.

A step from one state to another needs no words of its own: the line says both states.
``tests/architecture/test_logbook.py`` finds what is missing here.
"""

from collections.abc import Mapping

from flask_babel import lazy_gettext as _l

from app.accounts.roles import Role
from app.audit.words import Kind
from app.initiatives.lifecycle import AssistedState, State, TextState
from app.logbook_offices import OFFICES
from app.matching.lifecycle import RoundState
from app.moderation.lifecycle import ReviewState
from app.notifications.models import Rhythm
from app.notifications.paper import Way
from app.organisations.models import MemberRole
from app.reports.lifecycle import ReportState
from app.support.log_words import OF_SUPPORT
from app.volunteering.lifecycle import SignUpState

WROTE = _l("Schreef een tekst")
KEEPS = {"keep_found": _l("Liet dit staan na een melding")}  # personal data in a text
FOUND = {
    "bsn": _l("burgerservicenummer"),
    "phone": _l("telefoonnummer"),
    "email": _l("e-mailadres"),
    "address": _l("adres"),
    "plate": _l("kenteken"),
    "health": _l("gezondheid"),
}
HOW = {  # a resident agreed with what a member of staff wrote down
    "link": _l("met de link in de mail"),
    "phone": _l("per telefoon"),
    "counter": _l("aan de balie"),
    "letter": _l("met het strookje van de brief"),
}
TOOK_ATTENDANCE = _l("Haalde op wie er bij klussen was")
EXPIRED = {"expire": _l("Wiste wat lang genoeg is bewaard")}
LOGBOOK: Mapping[str, Kind] = {
    "messages": Kind(
        _l("bericht"),
        Way,
        {
            **EXPIRED,
            "send_again": _l("Liet een mail opnieuw proberen"),
            "bring": _l("Bracht een bericht aan iemand zonder e-mail"),
            "not_brought": _l("Zette een bericht terug dat nog niet is gebracht"),
        },
    ),
    "login_sessions": Kind(_l("sessie"), deeds=EXPIRED),
    "one_time_links": Kind(_l("link in een mail"), deeds=EXPIRED),
    "looks": Kind(_l("inzage in gegevens"), deeds=EXPIRED),
    "users": Kind(
        _l("account"),
        Role,
        {
            "sign_in": _l("Logde in"),
            "set_password": _l("Koos een wachtwoord"),
            "set_up_app": _l("Stelde een app voor codes in"),
            "replace_app": _l("Stelde een andere app voor codes in"),
            "use_recovery_code": _l("Logde in met een herstelcode"),
            "renew_recovery_codes": _l("Maakte nieuwe herstelcodes"),
            "reset_app": _l("Zette de app voor codes en de passkeys van iemand uit"),
            "sign_out_everywhere": _l("Logde iemand op alle apparaten uit"),
            "guess_codes": _l("Merkte dat iemand codes probeert te raden"),
            "add_passkey": _l("Maakte een passkey"),
            "remove_passkey": _l("Verwijderde een passkey"),
            "copied_passkey": _l("Merkte dat een passkey misschien is gekopieerd"),
            "change_profile": _l("Veranderde de eigen gegevens"),
            "copy": _l("Downloadde de eigen gegevens"),
            "take_requests": _l("Haalde vragen om hulp op als bestand"),
            "take_log": _l("Haalde regels van het logboek op als bestand"),
            "take_reviews": _l("Haalde te controleren teksten op als bestand"),
            "erase": _l("Verwijderde het account"),
            "warn": _l("Waarschuwde dat het account weggaat"),
            "give_role": _l("Gaf een rol"),
            "take_role": _l("Nam een rol terug"),
        },
    ),
    "paper_lists": Kind(
        _l("papieren lijst"),
        deeds={"count": _l("Telde een lijst"), "take_back": _l("Haalde een telling weg")},
    ),
    "push_devices": Kind(
        _l("apparaat met meldingen"),
        deeds={"add": _l("Zette meldingen aan"), "end": _l("Zette meldingen uit")},
    ),
    "mail_wishes": Kind(
        _l("keuze voor mail"),
        Rhythm,
        {
            "choose": _l("Koos hoe vaak er mail komt"),
            "stop": _l("Stopte de mails met nieuws"),
            "resume": _l("Zette de mails met nieuws weer aan"),
        },
    ),
    "saved_filters": Kind(
        _l("bewaarde keuze"),
        deeds={
            "keep": _l("Bewaarde een keuze voor een lijst"),
            "rename": _l("Gaf een bewaarde keuze een andere naam"),
            "remove": _l("Verwijderde een bewaarde keuze"),
        },
    ),
    "chosen_columns": Kind(
        _l("kolommen van een lijst"),
        deeds={
            "choose": _l("Koos de kolommen van een lijst"),
            "remove": _l("Koos weer de gewone kolommen"),
        },
    ),
    "areas": Kind(
        _l("gebied"),
        deeds={
            "loaded": _l("Las een gebied in uit een bestand"),
            "defined": _l("Maakte een eigen gebied"),
            "restored": _l("Zette een back-up van de site terug"),
        },
    ),
    "organisations": Kind(
        _l("organisatie"),
        MemberRole,
        {
            "found": _l("Maakte de organisatie aan"),
            "add_member": _l("Voegde een lid toe"),
            "remove_member": _l("Haalde een lid weg"),
            "take_attendance": TOOK_ATTENDANCE,
        },
    ),
    "initiatives": Kind(
        _l("initiatief"),
        State,
        {
            "start": _l("Begon een plan"),
            "edit": _l("Veranderde het plan"),
            "new_text": _l("Stuurde een nieuwe tekst in"),
            "confirm_address": _l("Bevestigde het e-mailadres"),
            "forget": _l("Gooide een oud concept weg"),
            "begin_for_resident": _l("Begon een plan voor een bewoner"),
            "change_for_owner": _l("Veranderde een plan voor een bewoner zonder e-mail"),
            "agree": _l("Stuurde een plan in dat een medewerker opschreef"),
            "refuse": _l("Zei nee tegen een plan dat een medewerker opschreef"),
            "take_back": _l("Wiste een plan dat een medewerker opschreef"),
            "hide": _l("Haalde het plan van de site"),
            "restore": _l("Zette het plan terug op de site"),
            "appeal_hiding": _l("Vroeg een nieuwe blik op een plan dat van de site is gehaald"),
            "keep_hidden": _l("Liet het plan na een nieuwe blik van de site"),
            "invite": _l("Nodigde iemand uit voor het team"),
            "join": _l("Kwam in het team"),
            "decline": _l("Sloeg de uitnodiging voor het team af"),
            "leave": _l("Ging uit het team"),
            "remove_member": _l("Haalde iemand uit het team"),
            "hand_over": _l("Gaf het plan aan iemand van het team"),
            "endorse": _l("Steunde het plan"),
            "withdraw_endorsement": _l("Trok de steun in"),
            "raise_concern": _l("Deelde een zorg"),
            "withdraw_concern": _l("Trok een zorg in"),
            **KEEPS,
        },
        {**FOUND, **HOW},
    ),
    "initiative_versions": Kind(_l("nieuwe tekst"), TextState, KEEPS, FOUND),
    "updates": Kind(_l("nieuwsbericht"), TextState, {"write": WROTE, **KEEPS}, FOUND),
    "photos": Kind(
        _l("foto"),
        TextState,
        {
            "add": _l("Voegde een foto toe"),
            "describe": _l("Veranderde wat er bij de foto staat"),
            "remove": _l("Haalde een foto weg"),
            **KEEPS,
        },
        FOUND,
    ),
    "questions": Kind(_l("vraag van een buur"), TextState, {"write": WROTE, **KEEPS}, FOUND),
    "answers": Kind(_l("antwoord"), TextState, {"write": WROTE, **KEEPS}, FOUND),
    "volunteer_tasks": Kind(
        _l("klus"),
        TextState,
        {
            "create": _l("Maakte een klus"),
            "edit": _l("Veranderde de klus"),
            "take_attendance": TOOK_ATTENDANCE,
            **KEEPS,
        },
        FOUND,
    ),
    "shifts": Kind(
        _l("moment"),
        deeds={
            "add": _l("Voegde een moment toe"),
            "change": _l("Veranderde de tijd"),
            "change_places": _l("Veranderde het aantal plekken"),
            "cancel": _l("Zegde een moment af"),
            "thank": _l("Schreef een bedankje"),
            **EXPIRED,
        },
    ),
    "shift_series": Kind(_l("reeks momenten"), deeds={"make": _l("Maakte een reeks momenten")}),
    "calendar_feeds": Kind(
        _l("geheim adres van een agenda"),
        deeds={"make": _l("Maakte een geheim adres"), "end": _l("Stopte het geheime adres")},
    ),
    "volunteer_wishes": Kind(
        _l("wat een vrijwilliger graag doet"),
        deeds={
            "keep": _l("Bewaarde wat een vrijwilliger graag doet"),
            "wipe": _l("Wiste wat een vrijwilliger graag doet"),
        },
    ),
    "task_marks": Kind(_l("verborgen klus"), deeds=EXPIRED),
    "task_calls": Kind(
        _l("vraag aan vrijwilligers"),
        deeds={"ask": _l("Vroeg vrijwilligers voor een klus"), **EXPIRED},
    ),
    "sign_ups": Kind(
        _l("aanmelding"),
        SignUpState,
        {
            "say_yes": _l("Liet weten te komen"),
            "note": _l("Schreef op of een vrijwilliger er was"),
            "object": _l("Zei dat niet klopt wat is opgeschreven"),
            **EXPIRED,
        },
        told={"confirmed": _l("Bevestigd"), "offered": _l("Plek aangeboden")},
    ),
    "certificates": Kind(
        _l("bewijs van hulp"),
        deeds={
            "make": _l("Maakte een bewijs"),
            "withdraw": _l("Trok een bewijs in"),
            **EXPIRED,
        },
    ),
    "assisted_entries": Kind(_l("plan voor een bewoner"), AssistedState),
    **OF_SUPPORT,
    "request_batches": Kind(_l("stap voor meer vragen"), deeds=EXPIRED),
    "responses": Kind(
        _l("reactie"),
        TextState,
        {"respond": _l("Schreef een reactie"), "answer": _l("Gaf antwoord op een vraag"), **KEEPS},
        FOUND,
    ),
    "response_invitations": Kind(
        _l("vraag om een reactie"), deeds={"invite": _l("Vroeg om een reactie")}
    ),
    "match_rounds": Kind(
        _l("verdeling van uren"),
        RoundState,
        {"start": _l("Begon een verdeling"), "approve_district": _l("Keurde een wijk goed")},
    ),
    "match_plans": Kind(
        _l("voorstel in een verdeling"),
        deeds={
            "pin": _l("Zette uren vast"),
            "move": _l("Verplaatste een vraag naar andere uren"),
            "veto": _l("Sloot uren uit"),
            "again": _l("Liet het voorstel opnieuw berekenen"),
            "keep": _l("Bewaarde de proef"),
            "drop": _l("Gooide de proef weg"),
        },
    ),
    **OFFICES,
    "content_reports": Kind(
        _l("melding over een tekst"),
        ReportState,
        {**EXPIRED, "make": _l("Meldde een tekst")},
    ),
    "reviews": Kind(_l("controle van een tekst"), ReviewState),
}

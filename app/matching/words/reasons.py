"""Why a need gets no hours in a plan, and what would help: the same words for everybody."""

from flask_babel import gettext as _
from flask_babel import ngettext

from app.capacity.quarters import words
from app.matching.reasons import Reasons
from app.matching.words.gaps import nobody


def why_not(reasons: Reasons) -> list[str]:
    """Say why a need gets nothing: nobody can, somebody ruled it out, or others get the hours."""
    if reasons.gap:
        return [nobody(why) for why in reasons.gap]
    if reasons.is_ruled_out:
        return [str(_("Er zijn teams die dit kunnen, maar een coördinator sloot hun uren uit."))]
    sentences = [_("Er zijn teams die dit kunnen. Hun uren gaan naar andere vragen.")]
    if reasons.is_best:
        sentences.append(_("Geen andere verdeling van de uren heeft meer punten."))
    else:
        sentences.append(_("We zochten een verdeling met zo veel mogelijk punten."))
    if reasons.has_choices:
        sentences.append(_("Daarbij staan de keuzes vast die mensen zelf maakten."))
    return [str(sentence) for sentence in sentences]


def helps(reasons: Reasons) -> list[str]:
    """Say what would have helped: fewer hours, or a later quarter; nothing when neither would."""
    sentences = []
    if hours := reasons.fits_with:
        sentences.append(
            ngettext(
                "Met hoogstens %(num)s uur past de vraag in deze verdeling.",
                "Met hoogstens %(num)s uur past de vraag in deze verdeling.",
                hours,
            )
        )
    if reasons.later:
        sentences.append(
            _("Een team heeft nog genoeg uren over in %(period)s.", period=words(reasons.later))
        )
    return [str(sentence) for sentence in sentences]

"""Words that say something about somebody's health."""

import re

from app.core.personal_data.plain import Plain

HEALTH = re.compile(
    r"\b(?:depressi\w*|psychos\w*|psychoti\w*|psychi\w*|psycholo\w*|therap\w*|verslaa\w*|verslav\w*"
    r"|alcoholis\w*|alcoholprobl\w*|drugsgebr\w*|dement\w*|alzheimer\w*|kanker\w*|tumor\w*"
    r"|chemokuur\w*|diabet\w*|suikerziekt\w*|autis\w*|asperger|adhd|add|borderline\w*|schizofre\w*"
    r"|burn-?outs?|overspannen|ziekte\w*|ziek|zieke|zieken|diagnose\w*|medicijn\w*|medicatie\w*"
    r"|antidepress\w*|zwanger\w*|miskra\w*|abortus\w*|hiv|aids|soa|epilep\w*|copd|astma\w*"
    r"|parkinson\w*|reuma\w*|beroerte\w*|hartinfarct\w*|hartpatiënt\w*|hartpatient\w*|patiënt\w*"
    r"|patient\w*|trauma\w*|ptss|angststoornis\w*|eetstoornis\w*|anorexi\w*|boulimi\w*|su[iï]cid\w*"
    r"|zelfmoord\w*|zelfbeschadig\w*|gehandicapt\w*|verstandelijk\w* beperk\w*|lvb|ggz\w*"
    r"|wmo-indicatie\w*|indicatiestelling\w*|opgenomen in|dialyse\w*|rolstoelafhankelijk\w*"
    r"|incontinent\w*|huiselijk geweld|mishandel\w*)\b",
    re.IGNORECASE,
)


def health_words(text: str) -> list[str]:
    """Return the words in ``text`` that say something about somebody's health, in order."""
    found = HEALTH.finditer(Plain.of(text).text)
    return list(dict.fromkeys(one[0].lower() for one in found))

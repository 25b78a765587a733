"""Which pages a phone may keep to read without internet.

Nothing with a form that was being filled in, nothing with a secret in its address, and nothing
about other people than what everybody may read.
"""

KEPT_ON_PHONES = frozenset(
    {
        "pages.home",
        "pages.areas",
        "pages.area",
        "pages.map",
        "pages.about",
        "pages.privacy",
        "pages.accessibility",
        "pages.contact",
        "matching.published",
        "initiatives.index",
        "initiatives.show",
        "initiatives.questions",
        "initiatives.received",
        "volunteering.index",
        "volunteering.show",
        "volunteering.mine",
        "support.catalogue",
        "support.type_page",
        "organisations.show",
        "capacity.teams",
        "notifications.inbox",
        "desk.show",
    }
)

"""Believable Dutch texts for the demo. The words are in the ``.toml`` files beside the code.

In every text ``[a|b|c]`` is a choice and ``{street}`` a place to fill in; see ``grammar.py``.
"""

"""Find things by words, also when they are written in another form: huizen finds huis."""

from app.search import schema as schema  # the index belongs to the table, whoever imports it first

"""The cheapest page Flask can serve: the measure that every page of the portal is compared with."""

from flask import Flask

app = Flask(__name__)


@app.get("/")
def hello() -> str:
    """Say hello."""
    return "<!doctype html><title>Hallo</title><h1>Hallo</h1>"

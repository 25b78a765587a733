"""The blueprint that all pages of this room hang on."""

from flask import Blueprint

bp = Blueprint("capacity", __name__)

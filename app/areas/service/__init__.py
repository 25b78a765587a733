"""What happens to areas: they are loaded from files, and a municipality draws its own."""

from app.areas.reading.rows import AreaRow, PostcodeRow
from app.areas.service.keep import Result, keep
from app.areas.service.load import load
from app.areas.service.own import define_own_area

__all__ = ["AreaRow", "PostcodeRow", "Result", "define_own_area", "keep", "load"]

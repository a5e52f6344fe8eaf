"""The whole grammar: who imports this has every command in the app, in the order of the help."""

from kompas.cli import note, ourselves, pages, questions, team, visits
from kompas.cli.app import app

__all__ = ["app", "note", "ourselves", "pages", "questions", "team", "visits"]

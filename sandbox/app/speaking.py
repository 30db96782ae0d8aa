"""The language that the player has chosen, in which everything is said from the start."""

from __future__ import annotations

from sandbox.app.settings import read_settings
from sandbox.scenario.language import in_use, prefer
from sandbox.scenario.po import LanguageError


def speak() -> None:
    """Take up the language of the settings; where its texts cannot be used, all stays as it is.

    What is wrong with the settings themselves the window says.
    """
    language = read_settings()[0].preferences.language
    if language == in_use():
        return
    try:
        prefer(language)
    except LanguageError as error:
        print(error)

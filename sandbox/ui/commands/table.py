"""The table of all commands, and what asks it: may this be done now, do it, what could be done at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, TypeAlias

from sandbox.ui.bindings import BINDINGS, label_of
from sandbox.ui.commands import (
    campaign,
    clock,
    ending,
    everywhere,
    learning,
    looking,
    rebinding,
    saving,
    sharing,
    starting,
    tools,
    undoing,
    wondering,
)
from sandbox.ui.commands.command import Command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sandbox.ui.kit.invocation import Invocation
    from sandbox.ui.screen import Screen

AnyCommand: TypeAlias = Command[Any, *tuple[Any, ...]]

EVERYWHERE: Final[dict[str, AnyCommand]] = {
    command.verb.name: command
    for command in (
        *everywhere.COMMANDS,
        *saving.COMMANDS,
        *sharing.COMMANDS,
        *rebinding.COMMANDS,
        *campaign.COMMANDS,
    )
}
"""The commands of every scene, by the names of their verbs."""
OWN: Final[dict[str, dict[str, AnyCommand]]] = {
    "play": {
        command.verb.name: command
        for command in (
            *tools.COMMANDS,
            *clock.COMMANDS,
            *ending.COMMANDS,
            *undoing.COMMANDS,
            *looking.COMMANDS,
            *wondering.COMMANDS,
            *learning.COMMANDS,
            *saving.PLAYING,
            *sharing.PLAYING,
        )
    },
    "title": {command.verb.name: command for command in starting.COMMANDS},
}
"""Those of each kind of scene."""


def command_of(screen: Screen, invocation: Invocation) -> AnyCommand | None:
    """Return the command of an invocation, if the scene knows it and it makes sense now."""
    command = EVERYWHERE.get(invocation.command) or OWN[screen.kind].get(invocation.command)
    return command if command is not None and command.when(screen) else None


def perform(screen: Screen, invocation: Invocation) -> None:
    """Carry out a command; one that the scene does not know, or that makes no sense now, does nothing."""
    command = command_of(screen, invocation)
    if command is not None:
        command.run(screen, *invocation.arguments)


def possible(screen: Screen) -> Iterator[Invocation]:
    """Yield all that can be done now by being named: what the palette lists."""
    for command in (*OWN[screen.kind].values(), *EVERYWHERE.values()):
        if command.when(screen) and not command.gesture:
            yield from _bound(command) if command.offers is None else command.offers(screen)


def _bound(command: AnyCommand) -> Iterator[Invocation]:
    """Yield what of a command can have keys."""
    return (binding.invocation for binding in BINDINGS if binding.invocation.command == command.verb.name)


def title(screen: Screen, invocation: Invocation) -> str:
    """Return what a command is called."""
    command = command_of(screen, invocation)
    if command is None or command.title is None:
        return label_of(invocation)
    return command.title(screen, *invocation.arguments)

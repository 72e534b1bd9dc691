"""Last days in the calendar of one's phone: a file, or a private address to subscribe to."""

from __future__ import annotations

from flows.asking import MakeFeed, RevokeFeeds, WriteCalendar
from flows.model import Choice, Reply
from flows.turn import Said, Scene, Turn
from flows.ways import go, way
from rules.message import Message, say


def begin(_scene: Scene, _said: Said) -> Turn:
    return _page(say("feed.ask"))


def hear(scene: Scene, said: Said) -> Turn:
    at = {**scene.at, "do": "feed"}
    match said.command:
        case "feed_file":
            return Turn(request=WriteCalendar(), at=at)
        case "feed_make":
            # whether there were earlier ones is told, so they are revoked first
            return Turn(request=RevokeFeeds(), at={**at, "make": True})
        case "feed_revoke":
            return Turn(request=RevokeFeeds(), at=at)
    note = () if said.command == "show" else (say("expect.button"),)
    return _page(*note, say("feed.ask"))


def found(scene: Scene) -> Turn:
    match scene.asked:
        case MakeFeed() if scene.found:
            made = int(scene.at.get("made", 0)) + 1
            return _page(*_told(str(scene.found), replaced=scene.at["replaced"]), made=made)
        case RevokeFeeds() if scene.at.get("make"):
            at = {**scene.at, "replaced": bool(scene.found)}
            return Turn(request=MakeFeed(), at=at)
        case RevokeFeeds():
            return _page(say("feed.revoked" if scene.found else "feed.none"))
        case WriteCalendar() if scene.found:
            reply = Reply((say("feed.file"),), file=scene.found, choices=_ways())
            return Turn((reply,), at={"do": "feed"}, open="feed")
    return _page(say("feed.off"))


def _told(address: str, *, replaced: bool) -> tuple[Message, ...]:
    earlier = (say("feed.replaced"),) if replaced else ()
    return say("feed.made", address=address), say("feed.secret"), *earlier, say("feed.hides")


def _page(*text: Message, made: int = 0) -> Turn:
    """With each address the page is another one: its button pressed twice makes one."""
    reply = Reply(text, choices=_ways())
    return Turn((reply,), at={"do": "feed", "made": made}, open=f"feed:{made}")


def _ways() -> tuple[tuple[Choice, ...], ...]:
    return (
        (way("feed_file"),),
        (way("feed_make"), way("feed_revoke")),
        (go("deadlines"), go("menu")),
    )

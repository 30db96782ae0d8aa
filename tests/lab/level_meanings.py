"""What the fields of a level file mean, for the tables of docs/levels.md."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sandbox.engine.happenings.happening import EDGES
from sandbox.engine.options import INDEX
from sandbox.engine.vocabulary import CUES, DRIVES
from sandbox.scenario.suggest import one_of

if TYPE_CHECKING:
    from collections.abc import Mapping

MEANINGS: Final[Mapping[str, Mapping[str, str]]] = {
    "Level": {
        "$schema": "Where editors that know JSON Schema find what `python main.py schema` prints; nothing to the game.",
        "schema_version": "The version of this format. Files of version 1 are read as well.",
        "id": "The level's own id; the file is best called `NUMBER-id.json`.",
        "title": "What players read on the map of levels.",
        "hook": "One line below the title that makes them want to play.",
        "seed": "Fixes every chance in the level; another seed is another take of the same scene.",
        "map": "The ground, its walls and its places.",
        "people": "Everybody in the level, in a list.",
        "groups": "What groups admire and despise; a group that has no such norms need not be listed.",
        "ties": "Who is what to whom. A later line overrides an earlier one.",
        "claims": "What is said of people, true or not, by names that happenings and conditions use.",
        "happenings": "What happens by itself, and when.",
        "tools": (
            'What the player may do, and how often: `{"hurt": 3, "gift": null}` is three hurts, any number of gifts and'
            " nothing else, the first of them in hand. Left out: everything, without limit. `{}`: nothing, only to"
            " watch."
        ),
        "difficulties": "Other tools and deadlines, for those who want it easier or harder.",
        "goal": "What the player is to bring about. Left out: free play.",
        "rules": "What happens when something comes to be so, at a moment, or again and again.",
        "texts": "Words that appear during play.",
        "teaching": "For whoever plays it with a class.",
        "proof": "That it can be won; `prove` plays it.",
    },
    "Map": {
        "width": "Metres from left to right.",
        "height": "Metres from top to bottom. A map of 16 : 10 fills the screen.",
        "stage": "What kind of place it is: floor, what lies around, how walls look. It changes the picture alone.",
        "light": "The time of day, or the weather. It changes the picture alone.",
        "walls": "Walls and fences.",
        "places": "Spots with an id, and something drawn there.",
    },
    "Wall": {
        "x1": "One end, metres from the left edge.",
        "y1": "The same end, metres from the top edge.",
        "x2": "The other end.",
        "y2": "The other end.",
        "low": "A fence or a desk: nobody walks through it, but everybody sees over it.",
    },
    "Place": {
        "id": "Its id, for `place` and `facing`.",
        "x": "Its middle, metres from the left edge.",
        "y": "Its middle, metres from the top edge.",
        "kind": "What is drawn there; a `spot` is bare ground. Nothing of it is solid: walls alone stop people.",
        "name": "Words on a sign that stands there.",
        "radius": "Its size in metres, for the picture.",
    },
    "Person": {
        "id": "The id by which everything else in the file names this person.",
        "name": "What players read.",
        "place": "A place to stand at; several people at one place spread around it.",
        "x": "Or the exact spot, metres from the left edge.",
        "y": "Metres from the top edge; give both or neither.",
        "facing": "A person or place that the body turns to at the start. Left out: the middle of the map.",
        "group": "A word of your own, shared by those who belong together; ties may name it.",
        "role": "A name for what they are like, from the table of roles. What you give them yourself goes before it.",
        "being": "A person feels; all others only look more or less as if.",
        "field": "A word of your own for what they want to be good at; a friend's triumph in the same field may hurt.",
        "present": "Whether they are there at the start. Who is not may `enter` later, and others may think of them.",
        "errand": "A place or a person that they are walking to, when nothing else is more urgent.",
        "bag": "What they carry.",
        "look": "Hat, pattern, colour. A group is best given one look.",
        "traits": "How strong each drive is in this person.",
        "body": "Pain and pleasure at the start.",
        "cues": 'What about this person says "a person" to others.',
        "tastes": "What this person likes.",
        "vary": (
            'What each seed draws anew, from one number to another: `{"x": [3, 6], "sympathy": [0.4, 0.8]}`. Possible'
            " are `x`, `y` and all fields of `traits`, `tastes`, `body` and `bag`."
        ),
    },
    "Group": {
        "id": "The word that its members have as their `group`.",
        "look": "How those of its members are drawn who have no `look` of their own.",
        "norms": (
            "What its members think of people who do this or that, from disgraceful (−1) to admirable (1):"
            f" {', '.join(INDEX)}."
        ),
    },
    "Errand": {
        "to": "The place to go to, or the person, wherever that one is by then.",
        "detour": "A place on another way round. They take it if the straight way has something that they would avoid.",
        "weight": "What it is worth to be there. At 0 they go when they have nothing else to do.",
        "by": "The second by which they want to be there: they hurry, and when it is late all the more.",
        "leave": "Whether they leave the map there, and do not stay.",
    },
    "Bag": {
        "doses": "Medicine; one dose ends one wound or illness.",
        "drops": "Happy drops, which can be slipped to others.",
    },
    "Look": {
        "hat": "On the head.",
        "pattern": "On the clothes.",
        "colour": "Of the clothes.",
    },
    "Traits": {
        "sympathy": "How much friends' feelings come along, good and bad.",
        "approval": "How much it matters what friends think of them.",
        "spite": "How much an enemy's pain pleases.",
        "provocation": "How much an enemy's notice stirs them up.",
        "anxiety": "How firmly trouble holds their eye, so that looking away fails.",
        "competence": "How fast their help works; near 0 they can do next to nothing.",
        "expressiveness": "How much of what they feel is shown; at 0 others see a blank face.",
        "envy": "How much it hurts when a friend is ahead in their own field.",
        "playfulness": "How much they like to play.",
        "social_attention": "How far they read others' tastes off them, and do not take them for their own.",
    },
    "Body": {
        "wound": "Pain that help mends and time heals.",
        "illness": "Pain that medicine ends; other help can only soothe it.",
        "treat": "Bodily pleasure, soon over.",
        "pretence": "What the face shows beyond what is felt, worse (below 0) or better; a thing keeps it for good.",
    },
    "Cues": {
        "face": "There is a face to be seen.",
        "voice": "There is a voice to be heard.",
        "name": "Others know the name. Players can always read it.",
        "mask": "A mask hides the face.",
        "uniform": "A uniform makes them one of many.",
        "label": "They wear a label: a number, a case.",
    },
    "Tastes": {
        "company": "From a loner (−1) to one who loves company (1).",
        "sweets": "How much a cake pleases.",
    },
    "Tie": {
        "from": "The person or group that feels so.",
        "to": "The person or group that it is about.",
        "mutual": "The same the other way round.",
        "affinity": "Enemy (−1) to friend (1). Left out: 0.",
        "importance": "How much is at stake with them. Left out: 0.5; strangers have 0.3.",
        "personhood": "Taken for a thing (0) or a person (1). Left out: what the cues say.",
        "believed": "How the other is taken to feel at the start. Left out: 0.",
        "regard": "How the other is taken to think of them. Left out: 0.",
        "answers": "Whether the other came to their help more (1) or less (−1) than was to be expected. Left out: 0.",
        "blame": "Blame that they put on the other at the start. Left out: 0.",
        "love": "How much it means to have the other near. Left out: 0.",
        "fear": "How much the other frightens them. Left out: 0.",
        "trust": "How far they take what the other shows for real. Left out: 1.",
    },
    "Claim": {
        "id": "Its id, for the `claim` of happenings and of `believes`.",
        "about": "The person of whom something is said.",
        "amount": "How ill (below 0) or well it speaks of them.",
        "text": "What it says, as players read it.",
    },
    "Happening": {
        "do": "Its kind, from the table below.",
        "at": "When, in seconds.",
        "who": "Whom it befalls.",
        "by": "Who does it. Left out: bad luck; what has to be said is said by whoever is nearest.",
        "about": "The absent person whom a piece of news is about, or the person whom an order is to hurt.",
        "claim": "The claim that is made, instead of `about` and `amount`.",
        "amount": "How strong; of an errand, what it is worth. Only news may be below 0: bad news.",
        "x": "Where to, metres from the left edge.",
        "y": "Where to, metres from the top edge.",
        "drive": f"Which drive is switched, for everybody: {one_of(DRIVES)}.",
        "on": "Switched on (true) or off (false); of a cue: put on or taken off.",
        "cue": f"Which cue: {one_of(CUES)}.",
        "rule": (
            "Which rule: `help_all` (nobody is left to suffer), `fend_alone` (each looks after themselves) or"
            " `punish_enemies` (enemies shall suffer)."
        ),
        "group": "The group whose badge is put on.",
        "to": "The place to go to, to stay near, to come at or to leave at; `go` may also have a person.",
        "edge": f"The edge of the map at which to come or leave, instead: {one_of(EDGES)}.",
        "radius": "How far from there to stroll at most, metres. Left out: as far as anybody does.",
        "until": "The second by which to be there, or until which to stay.",
        "question": "The question that the player answers; only in a commands file.",
        "option": "Which answer, counted from 0.",
    },
    "Goal": {
        "win": "The condition that wins. Until `after` it is not looked at, and its `for` counts from there.",
        "text": "Words for what is to be done, instead of those that the game makes of the condition.",
        "waits": "Whether time stands still until the player has done something for the first time.",
        "after": "The second before which it cannot be won: let it come after all that the level has in store.",
        "within": "The seconds that the player has. Left out: as long as they like.",
        "lose": "What loses, as a list; it is looked at before what wins.",
        "stars": "Up to five stars: those whose conditions are met at the moment of winning are earned.",
    },
    "Ending": {
        "when": "The condition.",
        "text": "What the player reads of it.",
    },
    "Rule": {
        "when": "A condition: the rule acts whenever it comes to be met, at most once a second.",
        "at": "Or the second at which it acts.",
        "every": "Or the seconds between one time and the next; first after so many.",
        "once": "Whether a rule with `when` acts the first time only.",
        "times": "How often it acts at most. Left out: without limit.",
        "then": "What it does, from the table below.",
    },
    "Texts": {
        "hint": "What to try first, in at most eight words.",
        "notice": "What to look out for, said twelve seconds after the first deed if it can be seen then.",
        "won": "When the goal is reached. Left out: the game's own words.",
        "lost": "When it is not. Left out: the game's own words.",
    },
    "Difficulties": {
        "gentle": "What is otherwise for those who want it easier.",
        "hard": "What is otherwise for those who want it harder.",
    },
    "Difficulty": {
        "tools": "The tools there, as above.",
        "within": "The seconds that the player has there, instead of those of the goal.",
    },
    "Proof": {
        "commands": "What a player does who wins, each with its `at`.",
        "off": "Drives without which the same does not win: those that the level is about.",
        "cause": "Drives that cause what is to be mended: with them off it is won though nobody does anything.",
    },
    "Option": {
        "text": "The answer.",
        "when": "The condition that makes it right if it is met before those of the others.",
        "who": "The person who stands for it.",
    },
    "Teaching": {
        "aim": "What the level is to show.",
        "learned": (
            "The same in one line: what whoever has won it knows now. It stands at its stop on the map of the campaign."
        ),
        "mechanisms": (
            'What of the theory it is about, by ids: `["T5", "T13"]`. What of that has a page in the game is one click'
            " from that stop."
        ),
        "notice": "What to look out for, as a list.",
        "try": "What to try besides, as a list.",
        "discuss": "Questions for afterwards, as a list.",
        "limits": "What the model leaves out here, and what should not be concluded.",
        "content_note": "What somebody may want to know before they play.",
        "note": "The designer's note: how it is built, and why, for those who want to change it.",
        "credits": "Who made it.",
    },
}

CONDITIONS: Final[Mapping[str, str]] = {
    "time": "So many seconds of game time are over.",
    "felt": "How they feel, from −1 to 1.",
    "shown": "What their face shows of it.",
    "likes": "How much they like `whom`: the affinity of that tie.",
    "person": "How far they take `whom` for a person.",
    "blamed": "The blame on them, added up over everybody or `by`; with `heard`, that of those who saw nothing of it.",
    "credited": "What is held in their favour, likewise.",
    "believes": "They hold what a claim says, as far as it rests on hearsay. Without bounds, 0.1 is enough.",
    "endorses": "How much they are for a `rule` since the last vote; below 0, against it. Bare, 0.05 is enough.",
    "looks": "Their eyes are on `at`, or with `away` turned away on purpose.",
    "does": "They are at one of the deeds or inner moves in `what`, towards anybody or `to`.",
    "near": "They are near a person or a place.",
    "here": "They are on the map.",
    "count": "Of how many of them `where` is met, in which `it` is each of them.",
    "lasted": "For how many seconds so far this was met, all told; `for` asks for seconds without a break.",
    "used": "How often the player has used a tool.",
    "predicted": "The player has answered that question, and rightly.",
    "all": "All of these are met at once.",
    "any": "At least one of these is met.",
    "not": "This is not met.",
    "then": "These are met one after the other; once all were, that stays so. With one entry it remembers that.",
}

ACTIONS: Final[Mapping[str, str]] = {
    "do": "A happening, with the same fields as in `happenings` but `at`. One that cannot be is left out.",
    "say": "Words in a bubble over somebody; nobody on the map hears them.",
    "hint": "A new hint.",
    "card": "A card with a title and a text.",
    "look_at": "The camera goes to a person or a place.",
    "give": 'More uses of tools: `{"give": {"insult": 1}}`.',
    "ask": "A bet: a question with two to eight answers. Right is the answer whose condition is met first.",
    "win": "The game is won, with these words.",
    "lose": "The game is lost, with these words.",
}

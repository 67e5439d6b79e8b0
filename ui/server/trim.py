"""Leaves out of Streamlit's chart code the kinds of chart that our pages never draw.

Plotly comes as one file with 3-D, WebGL and map engines: half of its weight, and most of the time a
browser needs to start it. The file is a row of modules, `name=_({"path"(e,t){...}})`, and one list that
registers the kinds of chart. The list is shortened and the modules nobody can reach any more are emptied.
"""

import hashlib
import re
from dataclasses import dataclass
from itertools import pairwise

# Lines and dots ("scatter") are part of Plotly's core and always there.
KINDS = frozenset(
    {"bar", "box", "heatmap", "histogram", "violin", "pie", "sunburst", "treemap", "sankey"}
    | {"funnel", "waterfall", "indicator", "table"}
)
# Only a file that was tried in a browser is touched; after an upgrade the whole file is served until then.
TRIED = {"8cb9b72292d50f4ac26b35921c6209897f2a946d03214aa63214e86f129a8cb1": "Streamlit 1.67.0"}

OPENING = re.compile(r'([\w$]+)=[_g]\(\{"([^"]+)"\([\w$,]*\)\{')
CLOSING = re.compile(r"\}\}\)(?:,|;var )$")
CALL = re.compile(r"(?<![\w$.])([\w$]+)\(\)")
LIST_MODULE = '"lib/index.js"('
REGISTER = re.compile(r"n\.register\(\[([\w$(),]+)\]\)")


@dataclass(frozen=True)
class Module:
    path: str
    start: int
    text: str

    @property
    def body(self) -> str | None:
        """What may be emptied; None where other code follows before the next module."""
        closing = CLOSING.search(self.text)
        return self.text[: closing.start()] if closing else None


def was_tried(script: bytes) -> bool:
    return hashlib.sha256(script).hexdigest() in TRIED


def trimmed(script: str) -> str:
    modules = _modules(script)
    registered = REGISTER.search(script)
    if registered is None:
        return script
    wanted = {f"lib/{kind}.js" for kind in KINDS}
    calls = CALL.findall(registered.group(1))
    kept = [name for name in calls if name in modules and modules[name].path in wanted]
    # The module around the list also calls for Plotly's core.
    around = script[script.rindex(LIST_MODULE, 0, registered.start()) : registered.start()]
    needed = _reachable(modules, [*kept, *CALL.findall(around)])
    shorter = _emptied(script, [module for name, module in modules.items() if name not in needed])
    return REGISTER.sub(f"n.register([{','.join(f'{name}()' for name in kept)}])", shorter)


def _modules(script: str) -> dict[str, Module]:
    openings = list(OPENING.finditer(script))
    return {
        here[1]: Module(here[2], here.end(), script[here.end() : following.start()])
        for here, following in pairwise(openings)
    }


def _reachable(modules: dict[str, Module], names: list[str]) -> set[str]:
    reached: set[str] = set()
    while names:
        name = names.pop()
        if name in modules and name not in reached:
            reached.add(name)
            names += CALL.findall(modules[name].text)
    return reached


def _emptied(script: str, unused: list[Module]) -> str:
    pieces, done = [], 0
    for module in unused:
        if module.body is not None:
            pieces.append(script[done : module.start])
            done = module.start + len(module.body)
    return "".join([*pieces, script[done:]])

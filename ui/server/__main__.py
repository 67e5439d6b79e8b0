"""Packs the browser files ahead of the first visit: `python -m ui.server [data folder]`."""

import sys

from landing.places import places
from ui.server.packing import pack_all, packer_in

pack_all(packer_in(places(sys.argv[1] if len(sys.argv) > 1 else None)))

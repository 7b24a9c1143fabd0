"""Draws again from frozen frames and dice throws, from docs/sampling.md alone: Python's standard library, none of our code.

Reads one JSON object a line, {"frame": TEXT, "throws": [TEXT, TEXT]}, and writes one JSON list of positions a line.
"""
import hashlib
import json
import sys


def draw(frame, throws):
    fields = json.loads(frame)
    population, sample = fields["population"], fields["sample"]
    frame_hash = hashlib.sha256(frame.encode("utf-8")).hexdigest()
    seed = hashlib.sha256("dueregard-draw-1\n{}\n{}\n{}\n".format(frame_hash, *throws).encode("ascii")).digest()
    counter = 0
    places = list(range(1, population + 1))
    drawn = []
    while len(drawn) < sample:
        left = population - len(drawn)
        while True:
            number = int.from_bytes(hashlib.sha256(seed + counter.to_bytes(8, "big")).digest()[:8], "big")
            counter += 1
            if number < 2**64 - 2**64 % left:
                break
        chosen = len(drawn) + number % left
        drawn.append(places[chosen])
        places[chosen] = places[len(drawn) - 1]
    return drawn


for line in sys.stdin:
    lot = json.loads(line)
    print(json.dumps(draw(lot["frame"], lot["throws"])))

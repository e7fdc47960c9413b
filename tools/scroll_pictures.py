#!/usr/bin/python3
"""Scrolling in real terminals: what was scrolled must look as if it had been drawn afresh, pixel by pixel.

  scroll_pictures.py --out DIR [--program PATH] [--lines 40] [--jobs 2] [--options="--sidebar bottom"] [TERMINAL]...

For each terminal, under an X server of its own (terminal_lab.py), the bundled article ten times over is opened and
scrolled down line by line, each line a frame of its own; a picture is taken, Ctrl-L draws the screen afresh, another
picture is taken; then the same upwards, then by half pages and with a walk through the sidebar. The table that comes
out holds the number of pixels that differ between the scrolled and the fresh picture; 0 is right. The last column
compares the screen after scrolling down and up again with the screen as it was opened.

Terminals draw a little of a letter outside its cell, and draw over it as it happens, so that even two fresh pictures are
not always the same: xterm has other greys at the edges of cells, mlterm leaves lines of one pixel between rows. So a
difference counts when it is more than an eighth of the way from black to white, at least three pixels wide and two high,
as the strokes of letters are, and not at the very edge; what differs at all stands beside it in brackets. A letter has
more than eight of those; so has what makes the exit code 1.

Look at the pictures too: two wrong pictures may be the same.
"""
import argparse, concurrent.futures, json, os, re, shlex, subprocess, sys, tempfile

from terminal_lab import Lab

TERMINALS = ["xterm", "vte", "mlterm", "foot", "konsole"]
COLUMNS, ROWS, PIXELS = 100, 30, 18
# What a wrong letter has at least, of what counts.
LETTER = 8
BUNDLED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "assets", "article.json")


def long_article(path, times=10):
    """The bundled article, its blocks repeated without what points into the copies."""
    with open(BUNDLED) as f:
        article = json.load(f)
    copies = [{key: value for key, value in block.items() if key != "marks"} | {"id": f"{block['id']}-{n}"}
              for n in range(1, times) for block in article["blocks"]]
    article["blocks"] += copies
    with open(path, "w") as f:
        json.dump(article, f, ensure_ascii=False)


def differing(one, other):
    """Rectangles of six pixels that differ, and pixels that differ at all; (-1, -1) if the sizes do."""
    result = subprocess.run(["compare", "-metric", "AE", one, other, "null:"], capture_output=True, text=True)
    found = re.match(r"[0-9.e+]+", result.stderr)
    if not found or result.returncode > 1:
        return -1, -1
    thick = subprocess.run(
        ["convert", one, other, "-compose", "difference", "-composite", "-shave", "2x2", "-colorspace", "Gray", "-threshold", "12.5%",
         "-morphology", "Erode", "Rectangle:3x2", "-format", "%[fx:round(mean*w*h)]", "info:"],
        capture_output=True, text=True, check=True)
    return int(float(thick.stdout)), int(float(found[0]))


def examine(name, a, article):
    at = lambda part: os.path.join(a.out, f"{name}.{part}.png")
    program = [os.path.abspath(a.program), *shlex.split(a.options), article]
    lab = Lab(name, COLUMNS, ROWS, ["env", f"HOME={a.out}/none", *program], size=PIXELS)
    parts = [
        ("down", "j " * a.lines),
        ("up", "k " * a.lines),
        ("pages", "d d d u"),
        ("sidebar", "Tab " + "j " * 12 + "k k"),
        ("jump", "Return n j j"),
    ]
    row = []
    try:
        lab.settle(at("opened"))
        for part, keys in parts:
            lab.keys(keys)
            lab.settle(at(part))
            lab.keys("ctrl+l")
            lab.settle(at(f"{part}-fresh"))
            row.append(differing(at(part), at(f"{part}-fresh")))
            if part == "down" and not differing(at(part), at("opened"))[0]:
                raise SystemExit(f"{name}: the keys did not arrive")
        row.append(differing(at("opened"), at("up")))
    finally:
        lab.close()
    return row


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--out", required=True)
    p.add_argument("--program", default="target/release/newsreader")
    p.add_argument("--lines", type=int, default=40)
    p.add_argument("--jobs", type=int, default=2)
    p.add_argument("--options", default="")
    p.add_argument("terminals", nargs="*")
    a = p.parse_args()
    a.out = os.path.abspath(a.out)
    os.makedirs(a.out, exist_ok=True)
    wrong = False
    print("| terminal | down | up | half pages | sidebar | jump | as opened |\n|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(a.jobs) as pool:
        article = os.path.join(folder, "article.json")
        long_article(article)
        names = a.terminals or TERMINALS
        for name, row in zip(names, pool.map(lambda name: examine(name, a, article), names)):
            wrong |= any(not 0 <= thick <= LETTER for thick, _ in row)
            print(f"| {name} | " + " | ".join(f"{thick} ({all})" for thick, all in row) + " |", flush=True)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

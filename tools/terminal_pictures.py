#!/usr/bin/python3
"""Pictures of newsreader in real terminals, and how well they read.

  terminal_pictures.py --out DIR [--program PATH] [--file ARTICLE] [--jobs 2] [--scenes read,print,doctor,mouse] [TERMINAL]...

For each terminal, under an X server of its own (terminal_lab.py), 86 columns of 28 pixels:

  read    a plain Arabic line is printed, the program is opened, its article, sidebar, a jump and the help are
          taken, the program is left, the line is printed again.
  print   `newsreader --print` on the terminal, the last screen of it.
  doctor  `newsreader doctor`: the screen, and what it leaves behind.
  mouse   a click and the wheel in the example `terminal_echo --mouse` (`cargo build --release --example terminal_echo`),
          and whether they send the same afterwards as they did before.

The table that comes out holds the character error rate of the article (and of the print) by OCR against the
logical rows of `newsreader --print`, below .06 when right, above .69 when the order is wrong; and how many pixels
of the plain line are not as they were before, and how like it is (1 if it is the same). Look at the pictures too:
OCR does not see letters that are not joined.
"""
import argparse, concurrent.futures, os, re, subprocess, sys, tempfile, time

from terminal_lab import Lab, cer, ocr

TERMINALS = ["xterm", "vte", "konsole", "mlterm", "kitty", "alacritty", "foot", "st", "urxvt", "qterminal", "pterm",
             "tmux-in-vte", "tmux-in-konsole", "tmux-in-xterm", "tmux-in-kitty", "tmux-in-mlterm", "tmux-shut-in-vte",
             "tmux-shut-in-konsole", "tmux-shut-in-mlterm", "screen-in-vte", "xterm-light"]
COLUMNS, ROWS, PIXELS = 86, 34, 28
# What is left of 86 columns for the article without a sidebar.
MEASURE = 80
LINE = "قال (الوزير) إن السلام 61% في 18-19 نوفمبر"

# The cursor is hidden, so that it does not spoil the comparison.
SESSION = r"""
line() { printf '\033[?25l%s\n\n' "$LINE"; }
printf '\033[H\033[2J'; line; read _; "$PROGRAM" $ARTICLE; line; read _
"""
PRINT = r"""printf '\033[?25l'; "$PROGRAM" --print --width 80 $ARTICLE; read _"""
# `read` takes what the mouse sends, until an x.
MOUSE = r"""
heard() { IFS= read -r -d x bytes; printf %s "$bytes" >"$1"; }
stty -icanon -echo; heard "$FILES/before"; "$(dirname "$PROGRAM")/examples/terminal_echo" --mouse --log "$FILES/log"; heard "$FILES/after"; sleep 9
"""
DOCTOR = r""""$PROGRAM" doctor; printf '\033[?25l'; read _"""


def command(script, a, *more):
    return ["env", *more, f"LINE={LINE}", f"PROGRAM={os.path.abspath(a.program)}",
            f"ARTICLE={os.path.abspath(a.file) if a.file else ''}", "bash", "-c", script]


def logical_rows(a):
    argv = [a.program, "--print", "--width", str(MEASURE), "--marks", "drop"] + ([a.file] if a.file else [])
    return subprocess.run(argv, capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL).stdout.splitlines()


def pixels(picture, *how):
    """Width and grey values of a picture."""
    size = subprocess.run(["convert", picture, *how, "-format", "%w", "info:"], capture_output=True, text=True, check=True)
    grey = subprocess.run(["convert", picture, *how, "-colorspace", "Gray", "-depth", "8", "gray:-"], capture_output=True, check=True)
    return int(size.stdout), grey.stdout


def printed_lines(picture):
    """The lines of text in a picture: for each the geometry of a crop without the empty space around it."""
    border = ["-shave", "4x3"]  # qterminal draws a frame
    width, grey = pixels(picture, *border)
    rows = [grey[i:i + width] for i in range(0, len(grey), width)]
    ground = max(set(grey), key=grey.count)
    bands, gap = [], 99
    for y, row in enumerate(rows):
        # mlterm leaves specks behind
        if sum(abs(v - ground) > 60 for v in row) < 12:
            gap += 1
            continue
        # Dots stand apart from their letters, but never this far.
        if gap > 8:
            bands.append([y, y])
        bands[-1][1] = y
        gap = 0
    crops = []
    for top, bottom in bands:
        ink = [x for x in range(width) if sum(abs(row[x] - ground) > 60 for row in rows[top:bottom + 1]) > 2]
        crops.append(f"{ink[-1] - ink[0] + 1}x{bottom - top + 1}+{ink[0] + 4}+{top + 3}")
    return crops


def likeness(picture, crop, other, other_crop):
    """1 for the same, about 0 for another text (normalized cross correlation of both, made equally big)."""
    size = crop.split("+")[0] + "!"
    argv = ["compare", "-metric", "NCC", "(", picture, "-crop", crop, "+repage", ")",
            "(", other, "-crop", other_crop, "+repage", "-resize", size, ")", "null:"]
    return float(subprocess.run(argv, capture_output=True, text=True).stderr.split()[0])


def difference(picture, crop, other, other_crop):
    """How many pixels of two lines differ; `None`: they are not equally big."""
    if crop.split("+")[0] != other_crop.split("+")[0]:
        return None
    argv = ["compare", "-metric", "AE", "(", picture, "-crop", crop, "+repage", ")", "(", other, "-crop", other_crop, "+repage", ")", "null:"]
    return round(float(subprocess.run(argv, capture_output=True, text=True).stderr.split()[0]))


def after_quitting(before, after):
    """How the plain line looks in the picture `after`, compared with the picture `before`, in words for the table."""
    lines, now = printed_lines(before), printed_lines(after)
    if len(lines) != 1 or not now:
        return f"{len(lines)} lines before, {len(now)} after"
    # The screen comes back as it was, with the line from before, and the line from after below it.
    differ = [difference(before, lines[0], after, crop) for crop in now]
    like = min(likeness(before, lines[0], after, crop) for crop in now)
    pixels = "another size" if None in differ else f"{max(differ)} px differ"
    return f"{pixels}, {like:.2f}" + ("" if len(now) == 2 else f" ({len(now)} lines)")


def body_error_rate(picture, rows, last_row):
    """CER of a screen of text against `rows`. The status line and the strip beside the text are cut off.

    Tesseract now and then overlooks a whole line at one size of the picture and not at another, so the better
    reading of two counts; in the wrong order both are far off.
    """
    _, height = (int(n) for n in subprocess.run(
        ["convert", picture, "-format", "%w %h", "info:"], capture_output=True, text=True, check=True).stdout.split())
    with tempfile.NamedTemporaryFile(suffix=".png") as body:
        cut = round(height / ROWS * (ROWS - last_row)) + (1 if last_row < ROWS else 0)
        strip = 20 if last_row < ROWS else 4
        subprocess.run(["convert", picture, "-gravity", "south", "-chop", f"0x{cut}", "+repage",
                        "-gravity", "west", "-chop", f"{strip}x0", "+repage", body.name], check=True)
        return min(cer(ocr(body.name, scale=scale), "\n".join(rows)) for scale in (100, 90))


def read(name, a):
    at = lambda part: os.path.join(a.out, f"{name}.{part}.png")
    lab = Lab(name, COLUMNS, ROWS, command(SESSION, a), size=PIXELS)
    try:
        lab.settle(at("before"))
        lab.keys("Return sleep:0.7")
        lab.settle(at("sidebar"))
        for keys, part in [("s", "article"), ("Tab j Return", "jump"), ("question", "help"), ("question q sleep:0.3", "after")]:
            lab.keys(keys)
            lab.settle(at(part))
        size = lab.size()
    finally:
        lab.close()
    note = "" if size == [ROWS, COLUMNS] else f" (the terminal has {size[1]} x {size[0]})"
    rate = body_error_rate(at("article"), logical_rows(a)[:ROWS - 1], ROWS - 1)
    return {"article": f"{rate:.3f}", "line after quitting": after_quitting(at("before"), at("after")) + note}


def printed(name, a):
    picture = os.path.join(a.out, f"{name}.print.png")
    lab = Lab(name, COLUMNS, ROWS, command(PRINT, a), size=PIXELS)
    try:
        lab.keys("sleep:0.5")
        lab.settle(picture)
    finally:
        lab.close()
    return {"--print": f"{body_error_rate(picture, logical_rows(a)[-ROWS + 1:], ROWS):.3f}"}


def doctor(name, a):
    at = lambda part: os.path.join(a.out, f"{name}.{part}.png")
    lab = Lab(name, COLUMNS, ROWS, command(DOCTOR, a), size=20)
    try:
        lab.keys("sleep:0.5")
        lab.settle(at("doctor"))
        lab.keys("x sleep:0.3")
        lab.settle(at("doctor-left"))
    finally:
        lab.close()
    return {}


def mouse(name, a):
    """What a left click and the wheel, up and down, are taken for in column 10 and row 3 (from 0)."""
    def use(lab):
        for button in "145":
            lab.x("xdotool", "click", button), time.sleep(0.3)

    def until(path):
        for _ in range(50):
            if os.path.exists(path):
                return open(path, "rb").read()
            time.sleep(0.1)
        raise SystemExit(f"no {os.path.basename(path)}")

    with tempfile.TemporaryDirectory() as files:
        lab = Lab(name, 60, 16, command(MOUSE, a, f"FILES={files}"), size=20)
        try:
            size = subprocess.run(["xdotool", "getwindowgeometry", "--shell", lab.window], env=lab.env, capture_output=True, text=True)
            width, height = (int(re.search(side + r"=(\d+)", size.stdout)[1]) for side in ("WIDTH", "HEIGHT"))
            lab.x("xdotool", "mousemove", "--window", lab.window, str(int(width * 10.5 / 60)), str(int(height * 3.5 / 16)))
            time.sleep(0.5), use(lab), lab.keys("x")
            before = until(f"{files}/before")
            time.sleep(1), use(lab), lab.keys("sleep:0.3 q sleep:0.5"), use(lab), lab.keys("x")
            after = until(f"{files}/after")
        finally:
            lab.close()
        events = re.findall(r"kind: (\w+).*?column: (\d+), row: (\d+)", open(f"{files}/log").read())
    wanted = [(kind, "10", "3") for kind in ("Down", "Up", "ScrollUp", "ScrollDown")]
    return {"mouse": "heard" if events == wanted else f"heard as {events}",
            "mouse after quitting": "as before" if before == after else f"{after}, before {before}"}


SCENES = {"read": read, "print": printed, "doctor": doctor, "mouse": mouse}


def run(name, a):
    figures = {}
    for scene in a.scenes.split(","):
        try:
            figures |= SCENES[scene](name, a)
        except (SystemExit, Exception) as error:
            figures[scene] = f"FAILED: {error}"
    print(name, figures, file=sys.stderr, flush=True)
    return figures


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("terminals", nargs="*", metavar="TERMINAL", default=TERMINALS)
    p.add_argument("--out", required=True)
    p.add_argument("--program", default=os.path.join(os.path.dirname(__file__), "../target/release/newsreader"))
    p.add_argument("--file", help="an article in Arabic; else the bundled one")
    p.add_argument("--jobs", type=int, default=2)
    p.add_argument("--scenes", default="read,print")
    a = p.parse_args()
    os.makedirs(a.out, exist_ok=True)
    with concurrent.futures.ThreadPoolExecutor(a.jobs) as pool:
        results = list(pool.map(lambda name: run(name, a), a.terminals))
    columns = list(dict.fromkeys(key for figures in results for key in figures))
    print("| terminal |" + "".join(f" {key} |" for key in columns))
    print("|---|" + "---|" * len(columns))
    for name, figures in zip(a.terminals, results):
        print(f"| {name} |" + "".join(f" {figures.get(key, '')} |" for key in columns))


if __name__ == "__main__":
    main()

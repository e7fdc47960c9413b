#!/usr/bin/python3
"""Terminal lab: run a command in a real terminal emulator under Xvfb, take a picture, OCR it.

  lab.py shot TERMINAL --cols 100 --rows 30 --out x.png [--keys "j j Enter"] [--wait 1.5] -- COMMAND...
  lab.py ocr x.png --lang ara
  lab.py cer --image x.png --lang ara --ref file.txt
  lab.py list

Every shot has its own Xvfb and an empty HOME, so several may run at once. Standard library only; needs
the Debian packages named in docs/terminals.md.
"""
import argparse, math, os, random, re, shlex, shutil, signal, subprocess, sys, tempfile, time, unicodedata

FONT, SIZE = "DejaVu Sans Mono", 14

VTE = r'''
import gi, os, sys
gi.require_version("Gtk", "3.0"); gi.require_version("Vte", "2.91")
from gi.repository import Gtk, Vte, GLib, Pango
cols, rows, font, argv = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4:]
t = Vte.Terminal(); t.set_size(cols, rows); t.set_font(Pango.FontDescription(font))
t.set_enable_bidi(True); t.set_enable_shaping(True); t.set_cursor_blink_mode(Vte.CursorBlinkMode.OFF)
w = Gtk.Window(); w.add(t); w.connect("destroy", Gtk.main_quit); w.show_all()
t.spawn_async(Vte.PtyFlags.DEFAULT, None, argv, None, GLib.SpawnFlags.DEFAULT, None, None, -1, None, None)
t.connect("child-exited", lambda *a: Gtk.main_quit()); Gtk.main()
'''


def terminals(cols, rows, font, size, tmp):
    """name -> argv, to be followed by the command's argv."""
    pt = size * 72 / 96  # size is in pixels; some terminals want points
    profiles = os.path.join(tmp, "konsole")
    qt = os.path.join(tmp, "config", "qterminal.org")
    os.makedirs(profiles), os.makedirs(qt)
    with open(os.path.join(profiles, "lab.profile"), "w") as f:
        f.write(f"[General]\nName=lab\nParent=FALLBACK/\nTerminalColumns={cols}\nTerminalRows={rows}\n"
                f"TerminalMargin=0\n[Appearance]\nFont={font},{pt:g},-1,5,50,0,0,0,0,0\n"
                "ColorScheme=WhiteOnBlack\n[Scrolling]\nScrollBarPosition=2\n")
    with open(os.path.join(qt, "qterminal.ini"), "w") as f:
        f.write(f"[General]\nfontFamily={font}\nfontSize={pt:g}\nAskOnExit=false\nMenuVisible=false\n"
                "HideTabBarWithOneTab=true\nScrollbarPosition=0\nTerminalMargin=0\nSavePosOnExit=false\n"
                "SaveSizeOnExit=false\nFixedTabWidth=true\nBorderless=true\n")
    with open(os.path.join(tmp, "config", "konsolerc"), "w") as f:
        f.write("[MainWindow]\nMenuBar=Disabled\n[MainWindow][Toolbar mainToolBar]\nHidden=true\n"
                "[MainWindow][Toolbar sessionToolbar]\nHidden=true\n[KonsoleWindow]\nRememberWindowSize=false\n")
    with open(os.path.join(tmp, "tmux.conf"), "w") as f:
        f.write("set -g status off\nset -g escape-time 0\n")
    with open(os.path.join(tmp, "tmux-open.conf"), "w") as f:
        f.write("set -g status off\nset -g escape-time 0\nset -g allow-passthrough on\n")
    with open(os.path.join(tmp, "vte.py"), "w") as f:
        f.write(VTE)
    # foot fills weston's only output, so that is made as big as the cells of DejaVu Sans Mono (weston wants 128 lines or more)
    w, h = cols * round(size * 0.603), max(128, rows * math.ceil(size * 1.164))
    with open(os.path.join(tmp, "weston.ini"), "w") as f:
        f.write(f"[core]\nidle-time=0\n[output]\nname=X1\nmode={w}x{h}\n"
                f"[autolaunch]\npath={tmp}/foot.sh\n")
    with open(os.path.join(tmp, "foot.sh"), "w") as f:
        f.write(f"#!/bin/sh\nexec foot -c /dev/null -o pad=0x0 -o font='{font}:pixelsize={size}' -o colors.background=000000 "
                f"-o csd.preferred=none sh {tmp}/run.sh\n")
    os.chmod(os.path.join(tmp, "foot.sh"), 0o755)
    with open(os.path.join(tmp, "alacritty.yml"), "w") as f:
        f.write(f"font:\n  size: {pt:g}\n  normal: {{family: '{font}'}}\n"
                f"window:\n  dimensions: {{columns: {cols}, lines: {rows}}}\n"
                "colors:\n  primary: {background: '#000000', foreground: '#e5e5e5'}\n")
    xft = f"{font}:pixelsize={size}:antialias=true"
    xterm = ["xterm", "-u8", "-fa", xft, "-geometry", f"{cols}x{rows}", "-bg", "black", "-fg", "gray90",
             "+sb", "-e"]
    mlterm = ["mlterm", "-E", "utf8", "-w", str(size), "-g", f"{cols}x{rows}", "-f", "gray90", "-b", "black",
              "-A", "-s=false", "-N", "mlterm", "-e"]
    vte = ["/usr/bin/python3", os.path.join(tmp, "vte.py"), str(cols), str(rows), f"{font} {pt:g}"]
    tmux, tmux_shut = (["tmux", "-u", "-S", os.path.join(tmp, "tmux.sock"), "-f", os.path.join(tmp, conf), "new-session"]
                       for conf in ("tmux-open.conf", "tmux.conf"))
    screen = ["screen", "-U", "-c", "/dev/null", "-S", os.path.basename(tmp)]
    konsole = ["dbus-run-session", "--", "konsole", "--nofork", "--hide-menubar", "--hide-tabbar", "--profile", "lab", "-e"]
    kitty = ["kitty", "--config", "NONE", "-o", f"font_family={font}", "-o", f"font_size={pt:g}",
             "-o", "remember_window_size=no", "-o", f"initial_window_width={cols}c",
             "-o", f"initial_window_height={rows}c", "-o", "window_padding_width=0",
             "-o", "update_check_interval=0", "-o", "shell_integration=disabled"]
    return {
        "xterm": xterm,
        "xterm-light": [{"black": "white", "gray90": "black"}.get(word, word) for word in xterm],
        "mlterm": mlterm,
        "vte": vte,
        "konsole": konsole,
        "kitty": kitty,
        "kitty-force-ltr": kitty + ["-o", "force_ltr=yes"],
        "alacritty": ["alacritty", "--config-file", os.path.join(tmp, "alacritty.yml"), "-e"],
        "foot": ["weston", "--backend=x11-backend.so", "--use-pixman", "--shell=kiosk-shell.so",
                 "--socket=lab", f"--config={os.path.join(tmp, 'weston.ini')}"],
        "st": ["st", "-f", xft, "-g", f"{cols}x{rows}", "-e"],
        "urxvt": ["urxvt", "-fn", "xft:" + xft, "-letsp", "0", "+sb", "-geometry", f"{cols}x{rows}", "-bg", "black",
                  "-fg", "gray90", "-e"],
        "qterminal": ["qterminal", "-e"],
        # PuTTY's terminal
        "pterm": ["pterm", "-fn", f"client:{font} {pt:g}", "-geometry", f"{cols}x{rows}", "-bg", "black", "-fg", "#e5e5e5", "-sb-", "-e"],
        "tmux-in-vte": vte + tmux,
        "tmux-in-xterm": xterm + tmux,
        "tmux-in-konsole": konsole + tmux,
        "tmux-in-kitty": kitty + tmux,
        "tmux-in-mlterm": mlterm + tmux,
        "tmux-shut-in-vte": vte + tmux_shut,
        "tmux-shut-in-konsole": konsole + tmux_shut,
        "tmux-shut-in-mlterm": mlterm + tmux_shut,
        "tmux-shut-in-xterm": xterm + tmux_shut,
        "screen-in-xterm": xterm + screen,
        "screen-in-vte": vte + screen,
    }


class Lab:
    """An X server of its own, one terminal in it, both killed by pid on exit."""

    def __init__(self, name, cols, rows, command, font=FONT, size=SIZE):
        self.name, self.tmp, self.procs = name, tempfile.mkdtemp(prefix="lab-"), []
        for _ in range(5):
            self.display = f":{random.randrange(100, 9000)}"
            x = self.start(["Xvfb", self.display, "-screen", "0", "2400x1600x24", "+extension", "GLX", "-nolisten", "tcp", "-noreset"])
            while x.poll() is None and subprocess.run(["xwininfo", "-root", "-display", self.display], capture_output=True).returncode:
                time.sleep(0.05)
            if x.poll() is None:
                break
        keep = {k: v for k, v in os.environ.items() if k in ("PATH", "USER", "LOGNAME", "SHELL")}
        self.env = keep | {
            "DISPLAY": self.display, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "HOME": self.tmp,
            "XDG_CONFIG_HOME": f"{self.tmp}/config", "XDG_DATA_HOME": self.tmp, "XDG_RUNTIME_DIR": self.tmp,
            "XDG_CACHE_HOME": os.path.expanduser("~/.cache"), "SCREENDIR": f"{self.tmp}/screens",
            "LIBGL_ALWAYS_SOFTWARE": "1", "QT_QPA_PLATFORM": "xcb", "GDK_BACKEND": "x11", "NO_AT_BRIDGE": "1"}
        os.makedirs(f"{self.tmp}/.mlterm"), os.makedirs(f"{self.tmp}/screens", 0o700)
        with open(f"{self.tmp}/.mlterm/aafont", "w") as f:
            f.write("".join(f"{cs}={font}\n" for cs in ("DEFAULT", "ISO10646_UCS4_1", "ISO10646_UCS4_1_FULLWIDTH")) +
                    "U+0590-05FF=DejaVu Sans\n")
        with open(f"{self.tmp}/run.sh", "w") as f:
            f.write(f"cd {shlex.quote(os.getcwd())}\nsize() {{ stty size >{self.tmp}/size.new; mv {self.tmp}/size.new {self.tmp}/size; }}\n"
                    f"size; while [ ! -e {self.tmp}/go ]; do size; sleep 0.05; done; size\n"
                    f"{shlex.join(command)}\nsleep 600\n")
        argv = terminals(cols, rows, font, size, self.tmp)[name]
        if name != "foot":
            argv = argv + ["sh", f"{self.tmp}/run.sh"]
        self.term = self.start(argv, env=self.env)
        self.window = self.find_window()
        self.fit(name, cols, rows)
        open(f"{self.tmp}/go", "w").close()

    def start(self, argv, **kw):
        log = open(os.path.join(self.tmp, f"log{len(self.procs)}"), "w")
        p = subprocess.Popen(argv, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True, **kw)
        self.procs.append(p)
        return p

    def x(self, *argv):
        return subprocess.run(argv, env=self.env, capture_output=True, text=True)

    def find_window(self, timeout=20):
        """The biggest mapped child of the root window."""
        end = time.time() + timeout
        while time.time() < end:
            if self.term.poll() is not None:
                break
            best = (0, None)
            for m in re.finditer(r"^\s{4,6}(0x[0-9a-f]+).*?(\d+)x(\d+)\+", self.x("xwininfo", "-root", "-children").stdout, re.M):
                area = int(m[2]) * int(m[3])
                if area > best[0] and area > 100 * 50 and "IsViewable" in self.x("xwininfo", "-id", m[1]).stdout:
                    best = (area, m[1])
            if best[1] and os.path.exists(f"{self.tmp}/size"):
                return best[1]
            time.sleep(0.1)
        logs = "".join(open(f"{self.tmp}/log{i}").read() for i in range(1, len(self.procs)))
        self.close()
        raise SystemExit(f"no window appeared; the terminal said:\n{logs[-2000:]}")

    def size(self):
        try:
            return [int(n) for n in open(f"{self.tmp}/size").read().split()]
        except ValueError:
            return [0, 0]

    def fit(self, name, cols, rows):
        """Terminals that ignore the asked geometry (qterminal) are resized until the pty has it."""
        time.sleep(0.4)
        self.x("xdotool", "windowmove", self.window, "0", "0")
        self.x("xdotool", "windowfocus", self.window)
        if name == "foot":
            # weston gives its window the keys when it is clicked
            self.x("xdotool", "mousemove", "--window", self.window, str(cols), str(rows)), self.x("xdotool", "click", "1")
            self.x("xdotool", "mousemove", "--window", self.window, "0", "0")
        if name != "qterminal":
            return
        g = self.x("xdotool", "getwindowgeometry", "--shell", self.window).stdout
        w, h = (int(re.search(k + r"=(\d+)", g)[1]) for k in ("WIDTH", "HEIGHT"))
        for _ in range(12):
            r, c = self.size()
            if [r, c] == [rows, cols]:
                break
            w, h = w + round((cols - c) * w / max(c, 1)), h + round((rows - r) * h / max(r, 1))
            self.x("xdotool", "windowsize", self.window, str(w), str(h))
            time.sleep(0.4)

    def settle(self, path, seconds=15):
        """Takes pictures until two in a row are the same."""
        last, end = None, time.time() + seconds
        while time.time() < end:
            self.shot(path)
            with open(path, "rb") as f:
                picture = f.read()
            pixels = subprocess.run(["convert", path, "rgb:-"], capture_output=True, check=True).stdout
            if pixels == last:
                return picture
            last = pixels
            time.sleep(0.25)
        raise SystemExit(f"{self.name}: the picture does not come to rest")

    def keys(self, text):
        """Words are X key names; type:TEXT types, sleep:S waits, shot:PATH takes a picture."""
        for word in shlex.split(text):
            kind, _, arg = word.partition(":")
            if kind == "sleep" and arg:
                time.sleep(float(arg))
            elif kind == "shot" and arg:
                self.shot(arg)
            elif kind == "type" and arg:
                self.x("xdotool", "type", "--delay", "30", arg)
            else:
                self.x("xdotool", "key", "--delay", "30", word)
            time.sleep(0.05)

    def shot(self, path):
        subprocess.run(["import", "-window", self.window, "-silent", path], env=self.env, check=True)
        # konsole's tool bar: drop the rows above the first dark pixel of column 2
        if "konsole" in self.name:
            pixels = subprocess.run(["convert", path, "-crop", "1x60+2+0", "-depth", "8", "gray:-"], capture_output=True).stdout
            top = next((i for i, v in enumerate(pixels) if v < 60), 0)
            subprocess.run(["convert", path, "-chop", f"0x{top}", "+repage", path], check=True)

    def close(self):
        for p in reversed(self.procs):
            for sig in (signal.SIGTERM, signal.SIGKILL):
                try:
                    os.killpg(p.pid, sig)
                    p.wait(2)
                    break
                except ProcessLookupError:
                    break
                except subprocess.TimeoutExpired:
                    pass
        if os.path.exists(f"{self.tmp}/tmux.sock"):
            subprocess.run(["tmux", "-S", f"{self.tmp}/tmux.sock", "kill-server"], capture_output=True)
        if os.listdir(f"{self.tmp}/screens"):
            subprocess.run(["screen", "-S", os.path.basename(self.tmp), "-X", "quit"], env=self.env, capture_output=True)
        shutil.rmtree(self.tmp, ignore_errors=True)


def ocr(image, lang="ara", psm="6", scale=100):
    """OCR of light-on-dark or dark-on-light text: grey, dark on light, enlarged, with a margin.

    One thread: tesseract's threads wait for one another without sleep, which takes ten times as long on a busy machine.
    """
    mean = float(subprocess.run(["convert", image, "-colorspace", "Gray", "-format", "%[fx:mean]", "info:"],
                                capture_output=True, text=True, check=True).stdout)
    with tempfile.NamedTemporaryFile(suffix=".png") as f:
        subprocess.run(["convert", image, "-colorspace", "Gray"] + (["-negate"] if mean < 0.5 else []) +
                       ["-filter", "Lanczos", "-resize", f"{scale}%", "-normalize", "-bordercolor", "white", "-border", "30", f.name],
                       check=True)
        return subprocess.run(["tesseract", f.name, "-", "-l", lang, "--psm", psm, "-c", "preserve_interword_spaces=0"],
                              capture_output=True, text=True, check=True, env=os.environ | {"OMP_THREAD_LIMIT": "1"}).stdout


def normal(text):
    """NFKC, no marks, tatweel, bidi controls or box drawing; one space between words; plain quotes."""
    text = unicodedata.normalize("NFKC", text)
    text = "".join(c for c in text if unicodedata.category(c) not in ("Mn", "Cf") and c != "ـ" and not "─" <= c <= "▟")
    text = text.translate(str.maketrans("“”„«»״٠١٢٣٤٥٦٧٨٩", "\"\"\"\"\"\"0123456789"))
    return " ".join(text.split())


def cer(got, ref):
    got, ref = normal(got), normal(ref)
    row = list(range(len(ref) + 1))
    for i, a in enumerate(got, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(ref, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1] / max(1, len(ref))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    sub = p.add_subparsers(dest="verb", required=True)
    sub.add_parser("list")
    s = sub.add_parser("shot")
    s.add_argument("terminal")
    s.add_argument("--cols", type=int, default=100)
    s.add_argument("--rows", type=int, default=30)
    s.add_argument("--font", default=FONT)
    s.add_argument("--size", type=int, default=SIZE, help="font size in pixels")
    s.add_argument("--keys", default="", help='X key names; also type:TEXT sleep:S shot:PATH')
    s.add_argument("--wait", type=float, default=1.0, help="seconds before the keys and again before the picture")
    s.add_argument("--out", required=True)
    s.add_argument("command", nargs="+")
    for verb in ("ocr", "cer"):
        s = sub.add_parser(verb)
        s.add_argument("image", nargs="?") if verb == "ocr" else s.add_argument("--image", required=True)
        s.add_argument("--lang", default="ara")
        s.add_argument("--psm", default="6")
        s.add_argument("--scale", type=int, default=100, help="per cent; a bigger --size at the shot beats enlarging here")
        if verb == "cer":
            s.add_argument("--ref", required=True)
    a = p.parse_args()
    if a.verb == "list":
        with tempfile.TemporaryDirectory() as d:
            print(*sorted(terminals(80, 24, FONT, SIZE, d)), sep="\n")
    elif a.verb == "shot":
        lab = Lab(a.terminal, a.cols, a.rows, a.command, a.font, a.size)
        try:
            time.sleep(a.wait)
            if a.keys:
                lab.keys(a.keys)
                time.sleep(a.wait)
            lab.shot(a.out)
            if lab.size() != [a.rows, a.cols]:
                print(f"note: the pty has {lab.size()[1]}x{lab.size()[0]}, not {a.cols}x{a.rows}", file=sys.stderr)
        finally:
            lab.close()
    elif a.verb == "ocr":
        print(ocr(a.image, a.lang, a.psm, a.scale))
    else:
        print(f"{cer(ocr(a.image, a.lang, a.psm, a.scale), open(a.ref, encoding='utf-8').read()):.3f}")


if __name__ == "__main__":
    main()

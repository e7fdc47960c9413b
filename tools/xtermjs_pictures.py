#!/usr/bin/python3
"""Pictures of newsreader in xterm.js, the terminal of VS Code, with its WebGL and its DOM renderer.

  xtermjs_pictures.py --modules node_modules --out DIR [--program PATH]

`npm install @xterm/xterm @xterm/addon-webgl` makes the modules. The program runs in a pty as VS Code would
start it (TERM_PROGRAM=vscode); a page in headless Chromium shows what it writes and sends back what the
terminal answers. The table that comes out is that of terminal_pictures.py.
"""
import argparse, base64, contextlib, fcntl, http.server, json, os, pty, select, signal, struct, subprocess, tempfile, termios, threading, time

from terminal_pictures import COLUMNS, DOCTOR, LINE, PIXELS, ROWS, SESSION, after_quitting, body_error_rate, logical_rows

PAGE = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="/@xterm/xterm/css/xterm.css">
<style>body { margin: 0; background: black }</style><div id="t"></div>
<script src="/@xterm/xterm/lib/xterm.js"></script><script src="/@xterm/addon-webgl/lib/addon-webgl.js"></script>
<script>
const term = new Terminal({cols: %d, rows: %d, fontFamily: "DejaVu Sans Mono", fontSize: %d, cursorBlink: false, allowProposedApi: true});
term.open(document.getElementById("t"));
window.renderer = "dom";
if (location.search === "?webgl") {
  const addon = new WebglAddon.WebglAddon();
  addon.onContextLoss(() => { window.renderer = "lost"; });
  term.loadAddon(addon);
  window.renderer = "webgl";
}
let queue = Promise.resolve();
term.onData(data => { queue = queue.then(() => fetch("/input", {method: "POST", body: data})); });
(async () => {
  const reader = (await fetch("/output")).body.getReader();
  for (;;) { const {done, value} = await reader.read(); if (done) break; term.write(value); }
})();
</script>"""


class Program:
    """The program in a pty of its own."""

    def __init__(self, a, home, script):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            keep = {k: os.environ[k] for k in ("PATH",) if k in os.environ}
            env = keep | {"HOME": home, "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", "COLORTERM": "truecolor",
                          "TERM_PROGRAM": "vscode", "TERM_PROGRAM_VERSION": "1.100.0", "LINE": LINE,
                          "PROGRAM": os.path.abspath(a.program), "ARTICLE": os.path.abspath(a.file) if a.file else ""}
            time.sleep(0.2)
            os.execvpe("sh", ["sh", "-c", script], env)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def write(self, data):
        os.write(self.fd, data)

    def read(self):
        try:
            return os.read(self.fd, 65536)
        except OSError:
            return b""

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)


def server(modules, program):
    class Handler(http.server.SimpleHTTPRequestHandler):
        def __init__(self, *args):
            super().__init__(*args, directory=modules)

        def log_message(self, *_):
            pass

        def do_GET(self):
            if self.path.startswith("/?"):
                self.answer(PAGE % (COLUMNS, ROWS, PIXELS))
            elif self.path == "/output":
                self.send_response(200)
                self.end_headers()
                try:
                    while data := program.read():
                        self.wfile.write(data)
                        self.wfile.flush()
                except OSError:  # the page was closed
                    pass
            else:
                super().do_GET()

        def do_POST(self):
            program.write(self.rfile.read(int(self.headers["Content-Length"])))
            self.answer("")

        def answer(self, text):
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(text.encode())))
            self.end_headers()
            self.wfile.write(text.encode())

    class Server(http.server.ThreadingHTTPServer):
        daemon_threads = True

    here = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=here.serve_forever, daemon=True).start()
    return here


class Chromium:
    """Headless, asked through its debugging pipe (NUL-terminated JSON on descriptors 3 and 4)."""

    def __init__(self, home):
        (to_read, self.to), (self.of, of_write) = os.pipe(), os.pipe()
        # Numbers that are not in the way of 3 and 4.
        far = [fcntl.fcntl(fd, fcntl.F_DUPFD, 20) for fd in (to_read, of_write)]
        os.close(to_read), os.close(of_write)
        flags = ["--headless", "--no-sandbox", "--remote-debugging-pipe", f"--user-data-dir={home}/chromium", "--no-first-run",
                 "--hide-scrollbars", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist",
                 "--window-size=1700,1300", "about:blank"]
        line = f"exec chromium \"$@\" 3<&{far[0]} 4>&{far[1]}"
        with open(f"{home}/chromium.log", "w") as log:
            self.process = subprocess.Popen(["bash", "-c", line, "chromium", *flags], pass_fds=far,
                                            stdout=log, stderr=log, start_new_session=True)
        for fd in far:
            os.close(fd)
        self.number, self.rest = 0, b""

    def ask(self, method, session=None, **params):
        self.number += 1
        message = {"id": self.number, "method": method, "params": params} | ({"sessionId": session} if session else {})
        os.write(self.to, json.dumps(message).encode() + b"\0")
        while True:
            while b"\0" not in self.rest:
                if not select.select([self.of], [], [], 30)[0]:
                    raise SystemExit(f"chromium does not answer {method}")
                data = os.read(self.of, 1 << 20)
                if not data:
                    raise SystemExit("chromium has ended")
                self.rest += data
            one, self.rest = self.rest.split(b"\0", 1)
            reply = json.loads(one)
            if reply.get("id") == self.number:
                if "error" in reply:
                    raise SystemExit(f"chromium: {method}: {reply['error']}")
                return reply["result"]

    def open(self, url):
        target = self.ask("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.ask("Page.navigate", self.session, url=url)

    def value(self, expression):
        result = self.ask("Runtime.evaluate", self.session, expression=expression, returnByValue=True)
        return result["result"].get("value")

    def settle(self, path):
        """Takes pictures of the terminal until two in a row are the same."""
        last = None
        for _ in range(40):
            box = self.value("(b => b && {x: b.x, y: b.y, width: b.width, height: b.height, scale: 1})"
                             "(document.querySelector('.xterm-screen')?.getBoundingClientRect())")
            if box:
                data = self.ask("Page.captureScreenshot", self.session, format="png", clip=box)["data"]
                if data == last:
                    with open(path, "wb") as f:
                        f.write(base64.b64decode(data))
                    return
                last = data
            time.sleep(0.3)
        raise SystemExit("the picture does not come to rest")

    def close(self):
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


@contextlib.contextmanager
def scene(renderer, a, script):
    """A terminal in which the script runs: gives what takes a picture, after a key was typed."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        program = Program(a, home, script)
        here = server(os.path.abspath(a.modules), program)
        chromium = Chromium(home)

        def picture(part, keys=""):
            program.write(keys.encode())
            time.sleep(0.7)
            path = os.path.join(a.out, f"xterm.js-{renderer}.{part}.png")
            chromium.settle(path)
            return path

        try:
            chromium.open(f"http://127.0.0.1:{here.server_port}/?{renderer}")
            time.sleep(1)
            yield picture
            used = chromium.value("window.renderer")
        finally:
            chromium.close(), program.end(), here.shutdown()
    if used != renderer:
        raise SystemExit(f"the renderer is {used}, not {renderer}")


def read(renderer, a):
    with scene(renderer, a, SESSION) as picture:
        before = picture("before")
        picture("sidebar", "\r")
        article = picture("article", "s")
        picture("jump", "s\tj\r"), picture("help", "?")
        after = picture("after", "?q")
    with scene(renderer, a, DOCTOR) as picture:
        picture("doctor")
    return body_error_rate(article, logical_rows(a)[:ROWS - 1], ROWS - 1), after_quitting(before, after)


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--modules", required=True)
    p.add_argument("--out", required=True)
    p.add_argument("--program", default=os.path.join(os.path.dirname(__file__), "../target/release/newsreader"))
    p.add_argument("--file", help="an article in Arabic; else the bundled one")
    a = p.parse_args()
    os.makedirs(a.out, exist_ok=True)
    print("| terminal | article | line after quitting |\n|---|---|---|")
    for renderer in ("webgl", "dom"):
        rate, line = read(renderer, a)
        print(f"| xterm.js, {renderer} | {rate:.3f} | {line} |", flush=True)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""From a scan's last byte to the last byte of its repaint, on a large store.

    python3 Benchmarks/Reach/reach.py --bin .build/release/pickway [--picks 300] [--keep FOLDER]

Makes, in a folder of its own under TMPDIR that goes at the end: 100,000 bins, 50,000 products with
1,000,000 barcodes, and a journal of a million rows. A picker then works lists through a
pseudo-terminal; each step is timed from the write of the scan to the last byte of its repaint, the
durable commit included. Beside it, in the same run: the echo of `cat` on a raw pseudo-terminal, and
a bare write and fsync of 4 KiB on the same disk.
"""
import argparse, fcntl, json, os, pty, select, shutil, signal, sqlite3, struct, subprocess, sys
import tempfile, termios, time, tty

NOISE = 0.030  # a repaint is over when nothing has come for this long


def spread(times):
    times = sorted(times)
    at = lambda q: times[min(len(times) - 1, int(q * len(times)))] * 1000
    return f"{len(times):5d} {at(.5):9.2f} {at(.99):9.2f} {times[-1] * 1000:9.2f}"


def fsyncs(folder, count=300):
    path, times = os.path.join(folder, "fsync"), []
    with open(path, "wb", buffering=0) as file:
        for _ in range(count):
            start = time.perf_counter()
            file.write(b"x" * 4096)
            os.fsync(file.fileno())
            times.append(time.perf_counter() - start)
    os.unlink(path)
    return times


class Terminal:
    """A program at the other end of a pseudo-terminal of 20x16."""

    def __init__(self, arguments, environment=None):
        self.process, self.fd = pty.fork()
        if self.process == 0:
            os.execve(arguments[0], arguments, dict(os.environ, **(environment or {})))
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 16, 20, 0, 0))

    def step(self, text, quiet=NOISE, limit=10):
        """Types, and gives the time to the last byte that came, and the bytes."""
        start = last = time.perf_counter()
        os.write(self.fd, text.encode())
        out = b""
        while True:
            ready, _, _ = select.select([self.fd], [], [], quiet if out else limit)
            if not ready:
                return last - start, out
            try:
                more = os.read(self.fd, 65536)
            except OSError:
                return last - start, out
            last = time.perf_counter()
            out += more

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.fd)


def fill(program, folder):
    def run(*arguments):
        started = time.time()
        subprocess.run([program, *arguments], check=True, cwd=folder, stdout=subprocess.DEVNULL)
        print(f"  {' '.join(arguments)}: {time.time() - started:.1f} s", flush=True)

    run("fixture", "large", "-o", "large", "--orders", "400")
    run("init", "--store", "floor.sqlite")
    for kind in ("site", "products", "stock", "orders"):
        name = next(n for n in sorted(os.listdir(os.path.join(folder, "large"))) if n.startswith(kind))
        run("import", kind, os.path.join("large", name), "--store", "floor.sqlite")
    run("wave", "plan", "--store", "floor.sqlite")
    run("wave", "release", "--store", "floor.sqlite")
    book = sqlite3.connect(os.path.join(folder, "floor.sqlite"))
    have = book.execute("SELECT COUNT(*) FROM barcode").fetchone()[0]
    skus = [row[0] for row in book.execute("SELECT sku FROM product ORDER BY sku")]
    book.executemany(
        "INSERT INTO barcode (barcode, sku, rung, place) VALUES (?, ?, 0, ?)",
        ((f"{2_900_000_000_000 + n}", skus[n % len(skus)], 100 + n // len(skus))
         for n in range(1_000_000 - have)))
    head = book.execute("SELECT number FROM journal_head").fetchone()[0]
    payload = json.dumps({"scan": {"_0": {"text": "6901234567892"}}})
    book.executemany(
        "INSERT INTO journal (number, at, session, device, kind, command, payload)"
        " VALUES (?, ?, 'B999@old', 'OLD', 'scan', '', ?)",
        ((n, 1_795_000_000_000 + n, payload) for n in range(head + 1, 1_000_001)))
    book.execute("UPDATE journal_head SET number = 1000000")
    book.commit()
    counts = [book.execute(f"SELECT COUNT(*) FROM {t}").fetchone()[0]
              for t in ("bin", "barcode", "journal")]
    book.close()
    print("  bins, barcodes, journal rows:", *counts, flush=True)


def work(program, folder, picks):
    path = os.path.join(folder, "floor.sqlite")
    book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    badge = book.execute(
        "SELECT badge FROM person WHERE roles LIKE '%picker%' AND pin = '' ORDER BY badge"
    ).fetchone()[0]
    console = Terminal(
        [program, "console", "--store", path, "--device", "REACH", "--lang", "zh", "--no-print",
         "--repeat-window", "0"],
        {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"})
    console.step("", quiet=1)
    for text in (badge + "\r", "\r", "1"):
        console.step(text, quiet=0.3)
    totes = (row[0] for row in book.execute(
        "SELECT code FROM tote WHERE order_number IS NULL AND list IS NULL ORDER BY code").fetchall())
    times, sizes = {}, {}

    def timed(kind, text):
        took, out = console.step(text)
        times.setdefault(kind, []).append(took)
        sizes.setdefault(kind, []).append(len(out))

    done, begun = 0, time.time()
    while done < picks and time.time() - begun < 300:
        mine = book.execute(
            "SELECT code FROM pick_list WHERE badge = ? AND state = 'picking'", (badge,)).fetchone()
        if not mine:
            console.step("\r", quiet=0.3)
            continue
        slot = book.execute(
            "SELECT number FROM pick_slot WHERE list = ? AND tote IS NULL ORDER BY number", mine
        ).fetchone()
        if slot:
            console.step(next(totes) + "\r", quiet=0.1)
            continue
        line = book.execute(
            "SELECT l.holder, l.sku, s.tote FROM pick_line l JOIN pick_slot s"
            " ON s.list = l.list AND s.number = l.slot"
            " WHERE l.list = ? AND l.state = 'open' ORDER BY l.sequence, l.code", mine).fetchone()
        if not line:
            console.step("\r", quiet=0.3)
            continue
        barcode = book.execute(
            "SELECT barcode FROM barcode WHERE sku = ? AND rung = 0 ORDER BY place", line[1:2]
        ).fetchone()[0]
        timed("bin accepted", line[0] + "\r")
        timed("item accepted", barcode + "\r")
        timed("tote, next stop", line[2] + "\r")
        if done % 5 == 0:
            timed("refusal", "NO-SUCH-CODE\r")
        done += 1
    size = book.execute("SELECT MAX(LENGTH(bytes)) FROM saved_flow").fetchone()[0]
    grown = book.execute("SELECT SUM(LENGTH(payload)), COUNT(*) FROM journal WHERE number > 1000000"
                         ).fetchone()
    console.close()
    book.close()
    return times, sizes, size, grown, done


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", required=True)
    parser.add_argument("--picks", type=int, default=300)
    parser.add_argument("--keep", help="a folder that is filled once and kept")
    options = parser.parse_args()
    program = os.path.abspath(options.bin)
    folder = options.keep or tempfile.mkdtemp(prefix="pickway-reach-")
    os.makedirs(folder, exist_ok=True)
    try:
        if not os.path.exists(os.path.join(folder, "floor.sqlite")):
            fill(program, folder)
        syncs = fsyncs(folder)
        cat = Terminal(["/bin/cat"])
        tty.setraw(cat.fd)
        time.sleep(0.2)
        echoes = [cat.step("2000000000114\r")[0] for _ in range(100)]
        cat.close()
        times, sizes, size, grown, done = work(program, folder, options.picks)
        syncs += fsyncs(folder)
        print(f"{'':24}{'n':>5} {'p50 ms':>9} {'p99 ms':>9} {'worst':>9} {'bytes':>7}")
        print(f"{'cat echo, raw':24}{spread(echoes)}")
        print(f"{'bare 4 KiB fsync':24}{spread(syncs)}")
        for kind, all in times.items():
            print(f"{kind:24}{spread(all)} {sum(sizes[kind]) // len(all):7d}")
        scans = [t for kind in times if kind != "refusal" for t in times[kind]]
        print(f"{'all accepted scans':24}{spread(scans)}")
        print(f"saved conversation at most {size} characters in the store; journal "
              f"{grown[0] // max(1, done)} bytes and {grown[1] / max(1, done):.1f} rows a pick")
    finally:
        if not options.keep:
            shutil.rmtree(folder)


main()

#!/usr/bin/env python3
"""From a scan's last byte to the last byte of its repaint, on a large store.

    python3 Benchmarks/Reach/reach.py --bin .build/release/pickway [--picks 300] [--keep FOLDER]

Makes a store of 100,000 bins, 1,000,000 barcodes and a journal of 1,000,000 rows: bins, products,
stock and orders are the program's own fixture, every product gets barcodes more (invented, with
right check digits), and all of it comes in through the program's own import. The journal is what
the program itself writes while lines are picked, copied under numbers, ids and sessions of their
own until there are a million rows, with what belongs to each: its outcome and its mentions.

A picker then works whole lists through a pseudo-terminal; each step is timed from the write of the
scan to the last byte of its repaint, the durable commit included. Beside it, in the same run: the
echo of `cat` on a raw pseudo-terminal, and a bare write and fsync of 4 KiB on the same disk.

`cpu` is what the step cost on a processor, `queued` what it waited for one (a machine that others
use too makes that long, not the program), both by the kernel's own count; `own` is the step without
that waiting: what it takes on a processor of its own, disk included.
"""
import argparse, csv, fcntl, os, pty, select, shutil, signal, sqlite3, struct, subprocess, sys
import tempfile, termios, time, tty

NOISE = 0.030  # a repaint is over when nothing has come for this long
BARCODES, ROWS = 1_000_000, 1_000_000


def at(times, share):
    times = sorted(times)
    return times[min(len(times) - 1, int(share * len(times)))] * 1000


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


class Step:
    def __init__(self, took, cpu, queued, out):
        self.took, self.cpu, self.queued, self.out = took, cpu, queued, out


class Terminal:
    """A program at the other end of a pseudo-terminal of 20x16."""

    def __init__(self, arguments, environment=None):
        self.process, self.fd = pty.fork()
        if self.process == 0:
            os.execve(arguments[0], arguments, dict(os.environ, **(environment or {})))
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 16, 20, 0, 0))

    def spent(self):
        """Seconds on a processor and in the queue for one, of all threads."""
        cpu = queued = 0
        for thread in os.listdir(f"/proc/{self.process}/task"):
            try:
                with open(f"/proc/{self.process}/task/{thread}/schedstat") as file:
                    one, other, _ = file.read().split()
                cpu, queued = cpu + int(one), queued + int(other)
            except OSError:
                pass
        return cpu / 1e9, queued / 1e9

    def step(self, text, quiet=NOISE, limit=10):
        """Types, and waits for the last byte that comes.

        A bell that comes by itself is the second beat of a tone, which waits on purpose: it is
        counted as bytes, not as repaint.
        """
        before = self.spent()
        start = last = time.perf_counter()
        os.write(self.fd, text.encode())
        out = b""
        while True:
            ready, _, _ = select.select([self.fd], [], [], quiet if out else limit)
            if not ready:
                break
            try:
                some = os.read(self.fd, 65536)
            except OSError:
                break
            if some != b"\a":
                last = time.perf_counter()
            out += some
        after = self.spent()
        return Step(last - start, after[0] - before[0], after[1] - before[1], out)

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.fd)


def checked(digits):
    total = sum(int(d) * (3 if i % 2 == 0 else 1) for i, d in enumerate(reversed(digits)))
    return f"{digits}{-total % 10}"


def more_barcodes(path):
    """Gives every product as many more barcodes as make a million of all."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    columns = ("barcodes", "inner_barcodes", "case_barcodes")
    have = sum(len(row[c].split("|")) for row in rows for c in columns if row[c])
    for n in range(BARCODES - have):
        row = rows[n % len(rows)]
        row["barcodes"] += "|" + checked(f"29{n:010d}")
    with open(path, "w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, rows[0].keys())
        out.writeheader()
        out.writerows(rows)


def fill(program, folder):
    path = os.path.join(folder, "floor.sqlite")

    def run(*arguments):
        started = time.time()
        subprocess.run([program, *arguments], check=True, cwd=folder, stdout=subprocess.DEVNULL)
        print(f"  {' '.join(arguments)}: {time.time() - started:.1f} s", flush=True)

    large = os.path.join(folder, "large")
    run("fixture", "large", "-o", "large", "--orders", "160")
    names = {kind: next(n for n in sorted(os.listdir(large)) if n.startswith(kind))
             for kind in ("site", "products", "stock", "orders")}
    more_barcodes(os.path.join(large, names["products"]))
    run("init", "--store", "floor.sqlite")
    for kind, name in names.items():
        run("import", kind, os.path.join("large", name), "--store", "floor.sqlite")
    run("wave", "plan", "--store", "floor.sqlite")
    run("wave", "release", "--store", "floor.sqlite")
    book = sqlite3.connect(path)
    begun = book.execute("SELECT number FROM journal_head").fetchone()[0]
    book.close()
    Picker(program, path, picks=60).work()
    started = time.time()
    copy_journal(path, begun)
    print(f"  journal: {time.time() - started:.1f} s", flush=True)


def copy_journal(path, begun):
    """Copies what was written since `begun` until there are a million rows."""
    book = sqlite3.connect(path)
    head = book.execute("SELECT number FROM journal_head").fetchone()[0]
    # Where a conversation stood is written when it begins: not again with every copy.
    lines = book.execute(
        "SELECT number, at, session, device, kind, command, payload FROM journal"
        " WHERE number > ? AND kind <> 'on'", (begun,)).fetchall()
    outcomes = {id: rest for id, *rest in book.execute(
        "SELECT id, payload, at FROM outcome WHERE entry > ? OR entry = 0", (begun,))}
    notes = [(id, rest) for id, rest in outcomes.items()
             if not any(line[5] == id for line in lines)]
    mentions = {}
    for code, number in book.execute("SELECT code, number FROM mention WHERE number > ?", (begun,)):
        mentions.setdefault(number, []).append(code)
    number, copy = head, 0
    while number < ROWS:
        copy += 1
        tail = f"~{copy}"
        rows, kept, told = [], [], []
        for was, when, session, device, kind, command, payload in lines[:ROWS - number]:
            number += 1
            id = command + tail if command else ""
            rows.append((number, when, session + tail, device, kind, id, payload))
            told += [(code, number) for code in mentions.get(was, [])]
            if command in outcomes:
                kept.append((id, number, outcomes[command][1], outcomes[command][0]))
        kept += [(id + tail, 0, rest[1], rest[0]) for id, rest in notes]
        book.executemany("INSERT INTO journal (number, at, session, device, kind, command, payload)"
                         " VALUES (?, ?, ?, ?, ?, ?, ?)", rows)
        book.executemany(
            "INSERT INTO outcome (id, entry, at, payload) VALUES (?, ?, ?, ?)", kept)
        book.executemany("INSERT INTO mention (code, number) VALUES (?, ?)", told)
    book.execute("UPDATE journal_head SET number = ?", (number,))
    book.commit()
    book.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    book.close()


class Picker:
    """Somebody who always does what the list in hand asks for."""

    def __init__(self, program, path, picks, whole=False):
        self.path, self.picks, self.whole = path, picks, whole
        self.book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        self.badge = self.book.execute(
            "SELECT badge FROM person WHERE roles LIKE '%picker%' AND pin = ''"
            " AND badge NOT IN (SELECT badge FROM work_session) ORDER BY badge"
        ).fetchone()[0]
        self.console = Terminal(
            [program, "console", "--store", path, "--device", f"REACH-{self.badge}", "--lang", "zh",
             "--no-print", "--repeat-window", "0"],
            {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8"})
        self.console.step("", quiet=1)
        for text in (self.badge + "\r", "\r", "1"):
            self.console.step(text, quiet=0.3)
        self.totes = (row[0] for row in self.book.execute(
            "SELECT code FROM tote WHERE order_number IS NULL AND list IS NULL ORDER BY code"
        ).fetchall())
        self.steps, self.done, self.lists, self.hand = {}, 0, 0, ()

    def timed(self, kind, text):
        self.steps.setdefault(kind, []).append(self.console.step(text))

    def one(self, sql, *values):
        return self.book.execute(sql, values).fetchone()

    def work(self, limit=900):
        begun, hand, idle = time.time(), None, 0
        while time.time() - begun < limit:
            mine = self.one(
                "SELECT code FROM pick_list WHERE badge = ? AND state = 'picking'", self.badge)
            if mine != hand:
                if hand:
                    self.lists += 1
                    if self.done >= self.picks:
                        break
                hand = mine
            if not self.whole and self.done >= self.picks:
                break
            if not mine:
                self.console.step("\r", quiet=0.3)
                idle += 1
                if idle > 6:
                    break  # no list is left
                continue
            idle = 0
            slot = self.one(
                "SELECT number FROM pick_slot WHERE list = ? AND tote IS NULL ORDER BY number",
                *mine)
            if slot:
                self.timed("tote bound", next(self.totes) + "\r")
                continue
            line = self.one(
                "SELECT l.holder, l.sku, l.lot, l.expiry, s.tote, l.code"
                " FROM pick_line l JOIN pick_slot s"
                " ON s.list = l.list AND s.number = l.slot"
                " WHERE l.list = ? AND l.state = 'open' ORDER BY l.sequence, l.code", *mine)
            if not line:
                self.timed("list finished", "\r")
                continue
            barcode = self.one(
                "SELECT barcode FROM barcode WHERE sku = ? AND rung = 0 ORDER BY place DESC",
                line[1])[0]
            if self.hand[:1] != line[:1]:
                self.timed("bin accepted", line[0] + "\r")
            if self.hand != line[:4]:
                self.timed("item accepted", barcode + "\r")
            self.hand = line[:4]
            self.timed("tote, next stop", line[4] + "\r")
            if self.one("SELECT state FROM pick_line WHERE code = ?", line[5]) != ("picked",):
                sys.exit(f"{line} was not picked")
            self.done += 1
            if self.done % 5 == 0:
                self.timed("refusal", "NO-SUCH-CODE\r")
        if not self.done:
            sys.exit(f"{self.path} has no list left to pick: fill it anew")
        self.size = self.one("SELECT MAX(LENGTH(bytes)) FROM saved_flow")[0]
        self.console.close()
        self.book.close()
        return self


def table(rows, cat, sync):
    print(f"{'':18}{'n':>5}{'p50 ms':>8}{'p99 ms':>8}{'worst':>8}{'p50/cat':>8}{'p50/sync':>9}"
          f"{'cpu p50':>8}{'cpu p99':>8}{'queued':>8}{'own p50':>8}{'own p99':>8}{'bytes':>7}")
    for name, steps in rows:
        if not steps:
            continue
        times = [s.took if isinstance(s, Step) else s for s in steps]
        line = (f"{name:18}{len(times):5d}{at(times, .5):8.2f}{at(times, .99):8.2f}"
                f"{max(times) * 1000:8.2f}{at(times, .5) / cat:8.1f}{at(times, .5) / sync:9.1f}")
        if isinstance(steps[0], Step):
            cpu = [s.cpu for s in steps]
            own = [max(0, s.took - s.queued) for s in steps]
            line += (f"{at(cpu, .5):8.2f}{at(cpu, .99):8.2f}"
                     f"{sum(s.queued for s in steps) / len(steps) * 1000:8.2f}"
                     f"{at(own, .5):8.2f}{at(own, .99):8.2f}"
                     f"{sum(len(s.out) for s in steps) // len(steps):7d}")
        print(line)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--bin", required=True)
    parser.add_argument("--picks", type=int, default=300)
    parser.add_argument("--keep", help="a folder that is filled once and kept")
    options = parser.parse_args()
    program = os.path.abspath(options.bin)
    folder = options.keep or tempfile.mkdtemp(prefix="pickway-reach-")
    os.makedirs(folder, exist_ok=True)
    path = os.path.join(folder, "floor.sqlite")
    try:
        if not os.path.exists(path):
            fill(program, folder)
        book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        count = {t: book.execute(f"SELECT COUNT(*) FROM {t}").fetchone()[0]
                 for t in ("bin", "product", "barcode", "journal", "outcome", "mention")}
        head = book.execute("SELECT number FROM journal_head").fetchone()[0]
        before = book.execute("SELECT SUM(LENGTH(payload)) FROM journal").fetchone()[0]
        book.close()
        print(", ".join(f"{n:,} {t}" for t, n in count.items()),
              f"{os.path.getsize(path) / 1e6:.0f} MB; load {os.getloadavg()[0]:.1f}"
              f" of {os.cpu_count()}", flush=True)
        syncs = fsyncs(folder)
        cat = Terminal(["/bin/cat"])
        tty.setraw(cat.fd)
        time.sleep(0.2)
        echoes = [cat.step("2000000000114\r") for _ in range(200)]
        cat.close()
        picker = Picker(program, path, options.picks, whole=True).work()
        syncs += fsyncs(folder)
        kinds = picker.steps
        accepted = [s for kind in kinds if kind not in ("refusal", "list finished")
                    for s in kinds[kind]]
        table([("cat echo, raw", echoes), ("4 KiB + fsync", syncs)] + list(kinds.items())
              + [("all accepted", accepted)],
              at([s.took for s in echoes], .5), at(syncs, .5))
        book = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
        rows, size = book.execute(
            "SELECT COUNT(*), SUM(LENGTH(payload)) FROM journal WHERE number > ?", (head,)).fetchone()
        book.close()
        print(f"{picker.lists} whole lists, {picker.done} picks; load now {os.getloadavg()[0]:.1f};"
              f" saved conversation {picker.size} characters at most; a pick"
              f" {rows / picker.done:.1f} journal rows of {size // max(1, rows)} bytes")
        for name, times in (("as it was", [s.took for s in accepted]),
                            ("on a processor of its own", [s.took - s.queued for s in accepted])):
            reached = at(times, .5) < 5 and at(times, .99) < 16
            print(f"wanted p50 under 5 ms, p99 under 16 ms; {name}: {at(times, .5):.2f},"
                  f" {at(times, .99):.2f}: {'reached' if reached else 'missed'}")
    finally:
        if not options.keep:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()

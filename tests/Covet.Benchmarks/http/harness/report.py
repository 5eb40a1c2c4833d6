"""
Tables. Every figure of a peer stands beside its ratio to Covet: median, then (min to max) over the rounds; n/a where there is none,
as of a side that answered nothing.
"""
import re
import statistics


def reference(results_or_rounds):
    """Covet, or the first side where Covet did not run."""
    return "covet" if "covet" in results_or_rounds else next(iter(results_or_rounds), None)


def ratios(rows, base, key):
    return [row[key] / other[key] for row, other in zip(rows, base) if row[key] is not None and other[key]]


def cell(rows, base, key, scale, digits, same):
    known = [row[key] for row in rows if row[key] is not None]
    if not known:
        return "n/a"
    middle = statistics.median(known) / scale
    text = f"{middle:,.{digits}f}"
    if same:
        return text
    ratio = ratios(rows, base, key)
    return f"{text} · {statistics.median(ratio):.2f} ({min(ratio):.2f} to {max(ratio):.2f})" if ratio else text


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "| " + " | ".join(["---"] + ["---:"] * (len(head) - 1)) + " |"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def shape(load):
    return f"{load['connections']:,} connections" + (f", {load['depth']} deep pipelined" if load["depth"] > 1 else "")


def titles(sides):
    return {side["name"]: side["title"] for side in sides}


def load(result, sides):
    rounds = result["rounds"]
    first = reference(rounds)
    columns = [("rps", 1, 0), ("cpu_us", 1, 2), ("p50_us", 1e3, 2), ("p99_us", 1e3, 2), ("p999_us", 1e3, 2), ("rss", 2**20, 1)]
    rows = []
    for name, measured in rounds.items():
        cells = [cell(measured, rounds[first], key, scale, digits, name == first) for key, scale, digits in columns]
        errors = sum(row["errors"] for row in measured)
        rows.append([titles(sides)[name]] + cells + [str(errors)])
    head = ["side", "requests/s", "CPU µs/request", "p50 ms", "p99 ms", "p99.9 ms", "RSS MB", "errors"]
    return f"\n### {result['title']}, {shape(result)}\n\n" + table(head, rows)


def startup(results):
    rounds = results["startup"]
    first = reference(rounds)
    sizes = {side["name"]: side["binary"] for side in results["sides"]}
    rows = []
    for name, measured in rounds.items():
        size = sizes[name]
        text = "-" if not size else f"{size / 2**20:.1f}"
        if size and name != first and sizes[first]:
            text += f" · {size / sizes[first]:.2f}"
        cells = [cell(measured, rounds[first], key, scale, 1, name == first) for key, scale in (("ms", 1), ("cpu_ms", 1), ("rss", 2**20))]
        rows.append([titles(results["sides"])[name]] + cells + [text])
    head = ["side", "start to first response, ms", "CPU ms to there", "RSS MB then", "binary MB"]
    return "\n### Startup, 200 routes\n\n" + table(head, rows)


def idle(results):
    measured = results["idle"]
    first = reference(measured)
    rows = []
    for name, row in measured.items():
        ratio = "" if name == first else f" · {row['after'] / measured[first]['after']:.2f}"
        rows.append([titles(results["sides"])[name], f"{row['before'] / 2**20:.1f}", f"{row['after'] / 2**20:.1f}{ratio}", f"{row['each'] / 1024:.1f}"])
    return "\n### Idle connections\n\n" + table(["side", "RSS MB before", "RSS MB with them", "KB each"], rows)


def summary(results):
    """The README's table: processor time a request, the figure that a noisy machine cannot blur."""
    sides = [side["name"] for side in results["sides"]]
    first = reference(dict.fromkeys(sides))
    rows = []
    for one in results["loads"]:
        row = [f"{one['title']}, {shape(one)}"]
        for name in sides:
            measured = one["rounds"].get(name)
            base = one["rounds"].get(first)
            row.append(cell(measured, base or measured, "cpu_us", 1, 2, name == first or not base) if measured else "-")
        rows.append(row)
    for key, text, field in (("startup", "start to first response, 200 routes, ms", "ms"), ):
        if key in results:
            base = results[key][first]
            rows.append([text] + [cell(results[key][n], base, field, 1, 1, n == first) if n in results[key] else "-" for n in sides])
    if "idle" in results:
        base = results["idle"].get(first)
        row = ["resident memory with idle connections, MB"]
        for name in sides:
            one = results["idle"].get(name)
            row.append("-" if not one else f"{one['after'] / 2**20:.0f}" + ("" if name == first or not base else f" · {one['after'] / base['after']:.2f}"))
        rows.append(row)
    sizes = {side["name"]: side["binary"] for side in results["sides"]}
    rows.append(["binary, MB"] + ["-" if not sizes[n] else f"{sizes[n] / 2**20:.1f}" + ("" if n == first or not sizes[first] else f" · {sizes[n] / sizes[first]:.2f}") for n in sides])
    head = ["CPU µs a request, unless said otherwise"] + [titles(results["sides"])[n] for n in sides]
    note = (f"{results['date']}, commit {results['commit']}, {results['machine']}; the server on one core, wrk on another, "
            f"{results['rounds']} rounds of {results['seconds']:g} s in turn. After the point: ratio to {titles(results['sides'])[first]}, "
            f"median (min to max).")
    if results["absent"]:
        note += " Not installed or not built, so left out: " + ", ".join(results["absent"]) + "."
    return f"\n{note}\n\n" + table(head, rows) + "\n"


def write_readme(path, text):
    with open(path, encoding="utf-8") as file:
        readme = file.read()
    marked = re.compile(r"(<!-- bench -->).*?(<!-- /bench -->)", re.DOTALL)
    if not marked.search(readme):
        raise SystemExit("README.md has no <!-- bench --> ... <!-- /bench --> markers")
    with open(path, "w", encoding="utf-8") as file:
        file.write(marked.sub(lambda found: found.group(1) + "\n" + text + found.group(2), readme))

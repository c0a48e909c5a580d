"""Decodes rendered labels with two readers that know nothing of how they were made.

usage: decode.py FOLDER

Every .png, .pdf (through pdftoppm) and .zpl (through zplkit) in FOLDER becomes a picture of 203 dpi,
or of 300 dpi when its name ends in `@300`. zxing-cpp and zbarimg read it. One JSON object goes to
stdout:

  {"plain.zpl": {"size": [800, 1200], "zxing": [["Code128", "..."]], "zbar": [["Code128", "..."]],
                 "warnings": [], "difference": 0}, ...}

"difference" counts the dots in which a .zpl differs from the .png of the same name.
"""

import io
import json
import pathlib
import subprocess
import sys
import xml.etree.ElementTree

import zplkit
import zxingcpp
from PIL import Image, ImageChops

FORMATS = [zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.QRCode]
ZBAR_NAMES = {"CODE-128": "Code128", "QR-Code": "QRCode"}


def picture(path, target):
    """Makes a picture of a label; returns it with the warnings of the renderer."""
    dpi = 300 if path.stem.endswith("@300") else 203
    warnings = []
    if path.suffix == ".pdf":
        command = ["pdftoppm", "-r", str(dpi), "-gray", "-png", "-singlefile", path]
        subprocess.run(command + [target.with_suffix("")], check=True)
        return Image.open(target).convert("L"), warnings
    if path.suffix == ".zpl":
        document = zplkit.render(path.read_bytes(), zplkit.Options(dpi=dpi))
        warnings = [str(warning) for warning in document.warnings]
        image = Image.open(io.BytesIO(document.labels[0].png()))
        if len(document.labels) != 1:
            warnings.append(f"{len(document.labels)} labels instead of 1")
    else:
        image = Image.open(path)
    image = image.convert("L")
    image.save(target)
    return image, warnings


def zxing(image):
    found = zxingcpp.read_barcodes(image, formats=FORMATS)
    return sorted([str(code.format).split(".")[-1].replace(" ", ""), code.text] for code in found)


def zbar_bytes(path):
    """Reads a QR Code with more than ASCII, which zbarimg spoils in its XML (0xE6 becomes 0xFFFF)."""
    command = ["zbarimg", "-q", "--nodbus", "--raw", "-Sdisable", "-Sqr.enable", "-Sqr.binary"]
    output = subprocess.run(command + [path], capture_output=True, check=False).stdout
    return output.decode(errors="replace").removesuffix("\n")


def zbar(paths):
    """Reads all pictures in one process."""
    command = ["zbarimg", "-q", "--nodbus", "--xml", "-Sdisable", "-Scode128.enable", "-Sqr.enable"]
    output = subprocess.run(command + paths, capture_output=True, check=False).stdout
    result = {}
    for source in xml.etree.ElementTree.fromstring(output).findall(".//{*}source"):
        codes = set()
        for symbol in source.findall(".//{*}symbol"):
            data = symbol.find("{*}data")
            text = data.text
            if data.get("format") == "base64":
                text = zbar_bytes(source.get("href"))
            codes.add((ZBAR_NAMES[symbol.get("type")], text))
        result[source.get("href")] = sorted(map(list, codes))
    return result


def main():
    folder = pathlib.Path(sys.argv[1])
    results, pictures = {}, {}
    for path in sorted(folder.iterdir()):
        if path.suffix not in (".png", ".pdf", ".zpl"):
            continue
        target = folder / "pictures" / (path.name + ".png")
        target.parent.mkdir(exist_ok=True)
        image, warnings = picture(path, target)
        result = {"size": image.size, "zxing": zxing(image), "warnings": warnings}
        twin = path.with_suffix(".png")
        if path.suffix == ".zpl" and twin.exists():
            other = Image.open(twin).convert("L")
            if other.size == image.size:
                histogram = ImageChops.difference(image, other).histogram()
                result["difference"] = sum(histogram[128:])
            else:
                result["difference"] = image.width * image.height
        results[path.name] = result
        pictures[path.name] = str(target)
    read = zbar(list(pictures.values()))
    for name, target in pictures.items():
        results[name]["zbar"] = read.get(target, [])
    json.dump(results, sys.stdout, ensure_ascii=False)


main()

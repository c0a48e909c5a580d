"""Decodes rendered labels with two readers that know nothing of how they were made.

usage: decode.py FOLDER

Every .png, .pdf (through pdftoppm) and .zpl (through zplkit) in FOLDER becomes a picture of 203 dpi,
or of 300 dpi when its name ends in `@300`; several pages stand one below the other. zxing-cpp and
zbarimg read it. One JSON object goes to stdout:

  {"plain.zpl": {"size": [800, 1200], "zxing": [["code128", "..."]], "zbar": [["code128", "..."]],
                 "warnings": [], "difference": 0}, ...}

Kinds are named as payloads name them; zbar cannot tell GS1-128 from Code 128 and reads neither Data
Matrix nor PDF417. "difference" counts the dots in which `NAME.zpl` and `NAME.tspl-1.png` differ from
`NAME.png`.
"""

import base64
import concurrent.futures
import io
import json
import pathlib
import subprocess
import sys
import xml.etree.ElementTree

import zplkit
import zxingcpp
from PIL import Image, ImageChops

Image.MAX_IMAGE_PIXELS = None
KINDS = {
    "Code128": "code128", "QRCode": "qr", "QRCodeModel2": "qr", "DataMatrix": "datamatrix",
    "PDF417": "pdf417", "EAN13": "ean13", "ITF": "itf14", "ITF14": "itf14",
}
GS1_KINDS = {"code128": "gs1-128", "datamatrix": "gs1-datamatrix"}
FORMATS = [
    zxingcpp.BarcodeFormat.Code128, zxingcpp.BarcodeFormat.QRCode,
    zxingcpp.BarcodeFormat.DataMatrix, zxingcpp.BarcodeFormat.PDF417,
    zxingcpp.BarcodeFormat.EAN13, zxingcpp.BarcodeFormat.ITF,
]
ZBAR_KINDS = {"CODE-128": "code128", "QR-Code": "qr", "EAN-13": "ean13", "I2/5": "itf14"}
ZBAR = ["zbarimg", "-q", "--nodbus", "-Sdisable"]


def stacked(images):
    """Several pages as one picture."""
    if len(images) == 1:
        return images[0]
    size = max(image.width for image in images), sum(image.height for image in images)
    result, top = Image.new("L", size, 255), 0
    for image in images:
        result.paste(image, (0, top))
        top += image.height
    return result


def picture(path, target):
    """Makes a picture of a label; returns it with the warnings of the renderer."""
    dpi = 300 if path.stem.endswith("@300") else 203
    warnings = []
    if path.suffix == ".pdf":
        stem = target.with_suffix("")
        command = ["pdftoppm", "-r", str(dpi), "-gray", path, stem]
        subprocess.run(command, check=True)
        pages = sorted(stem.parent.glob(f"{stem.name}-*.pgm"))
        image = stacked([Image.open(page).convert("L") for page in pages])
    elif path.suffix == ".zpl":
        document = zplkit.render(path.read_bytes(), zplkit.Options(dpi=dpi))
        warnings = [str(warning) for warning in document.warnings]
        pages = [Image.open(io.BytesIO(label.png())) for label in document.labels]
        image = stacked([page.convert("L") for page in pages])
    else:
        image = Image.open(path).convert("L")
    image.save(target, compress_level=1)
    return image, warnings


def zxing(image):
    found = []
    # With many symbols on a sheet the limit of symbols and the search in all directions matter.
    for code in zxingcpp.read_barcodes(image, formats=FORMATS, try_rotate=False, try_invert=False):
        kind = KINDS[str(code.format).split(".")[-1].replace(" ", "").replace("-", "")]
        if code.content_type == zxingcpp.ContentType.GS1:
            kind = GS1_KINDS.get(kind, kind)
        found.append([kind, code.bytes.decode(errors="replace")])
    return sorted(found)


def zbar_bytes(path):
    """Reads a QR Code with more than ASCII, which zbarimg spoils in its XML (0xE6 becomes 0xFFFF)."""
    command = ZBAR + ["--raw", "-Sqr.enable", "-Sqr.binary", path]
    output = subprocess.run(command, capture_output=True, check=False).stdout
    return output.decode(errors="replace").removesuffix("\n")


def zbar(paths):
    """Reads pictures in one process."""
    enabled = [f"-S{name}.enable" for name in ("code128", "qr", "ean13", "i25")]
    output = subprocess.run(
        ZBAR + ["--xml"] + enabled + paths, capture_output=True, check=False).stdout
    result = {}
    for source in xml.etree.ElementTree.fromstring(output).findall(".//{*}source"):
        codes = set()
        for symbol in source.findall(".//{*}symbol"):
            kind, data = ZBAR_KINDS[symbol.get("type")], symbol.find("{*}data")
            text = data.text
            if data.get("format") == "base64":
                text = zbar_bytes(source.get("href")) if kind == "qr" else (
                    base64.b64decode(text).decode(errors="replace"))
            codes.add((kind, text))
        result[source.get("href")] = sorted(map(list, codes))
    return result


def read(path):
    """Everything about one file but what zbar says."""
    target = path.parent / "pictures" / (path.name + ".png")
    image, warnings = picture(path, target)
    result = {"size": image.size, "zxing": zxing(image), "warnings": warnings}
    twin = path.with_name(path.name.removesuffix(".zpl").removesuffix(".tspl-1.png") + ".png")
    if twin != path and not path.name.endswith(".pdf") and twin.exists():
        other = Image.open(twin).convert("L")
        if other.size == image.size:
            histogram = ImageChops.difference(image, other).histogram()
            result["difference"] = sum(histogram[128:])
        elif path.suffix == ".zpl":
            result["difference"] = image.width * image.height
    return path.name, str(target), result


def main():
    folder = pathlib.Path(sys.argv[1])
    (folder / "pictures").mkdir(exist_ok=True)
    paths = sorted(path for path in folder.iterdir() if path.suffix in (".png", ".pdf", ".zpl"))
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        readings = list(pool.map(read, paths))
        targets = [target for _, target, _ in readings]
        parts = pool.map(zbar, [part for part in (targets[0::2], targets[1::2]) if part])
    read_by_zbar = {target: codes for part in parts for target, codes in part.items()}
    results = {}
    for name, target, result in readings:
        result["zbar"] = read_by_zbar.get(target, [])
        results[name] = result
    json.dump(results, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()

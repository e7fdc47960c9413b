#!/usr/bin/env python3
"""A picture of the screen as somebody sees it who lacks the cones for red (protanopia) or for green (deuteranopia).

    colour_blind.py IN.png OUT.png --sight protanopia|deuteranopia|normal [--crop X,Y,WIDTH,HEIGHT]
    colour_blind.py --beside OUT.png ONE.png TWO.png ...        pictures side by side

The matrices are those of Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of Color Vision
Deficiency" (2009), severity 1.0, applied to linear light; `src/palette/contrast.rs` has the same ones, and its tests
demand contrast and distance under them. Needs numpy and Pillow. The pictures have 160 colours, which keeps them small.
"""

import argparse

import numpy
from PIL import Image

MATRICES = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
}


def seen(picture, sight):
    """The picture with every colour as this sight has it."""
    value = numpy.asarray(picture.convert("RGB"), dtype=float) / 255
    light = numpy.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)
    light = numpy.clip(light @ numpy.array(MATRICES[sight]).T, 0, 1)
    value = numpy.where(light <= 0.0031308, light * 12.92, 1.055 * light ** (1 / 2.4) - 0.055)
    return Image.fromarray((value * 255).round().astype("uint8"))


def save(picture, path):
    picture.quantize(160, dither=Image.Dither.NONE).save(path, optimize=True)


def beside(paths, gap=12):
    pictures = [Image.open(path).convert("RGB") for path in paths]
    width = sum(picture.width for picture in pictures) + gap * (len(pictures) - 1)
    whole = Image.new("RGB", (width, max(picture.height for picture in pictures)), (128, 128, 128))
    x = 0
    for picture in pictures:
        whole.paste(picture, (x, 0))
        x += picture.width + gap
    return whole


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--sight", choices=MATRICES, default="normal")
    parser.add_argument("--crop", help="X,Y,WIDTH,HEIGHT")
    parser.add_argument("--beside", metavar="OUT")
    arguments = parser.parse_args()
    if arguments.beside:
        return save(beside(arguments.paths), arguments.beside)
    source, target = arguments.paths
    picture = Image.open(source)
    if arguments.crop:
        x, y, width, height = map(int, arguments.crop.split(","))
        picture = picture.crop((x, y, x + width, y + height))
    save(seen(picture, arguments.sight), target)


if __name__ == "__main__":
    main()

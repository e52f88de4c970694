# Prints a table of the conformance kit: the hashes that the published Python packages give its pictures.
#
#   pip install imagehash==4.3.2 Pillow==9.4.0 numpy==1.24.2 scipy==1.10.1 PyWavelets==1.1.1
#   python3 reference-hashes.py imagehash > imagehash.csv
#   python3 reference-hashes.py blockhash > blockhash.csv
#
# The committed tables were made by Python 3.11.2 on x86-64 with these versions, imagehash at commit
# 4e289ebe056b961aa19fb1b50f5bdc66c87e0d55 (github.com/JohannesBuchner/imagehash) and blockhash.py at commit
# f28b741a1f6bfff25763ae42dc2190051079998c (github.com/commonsmachinery/blockhash-python), which lies on PYTHONPATH.

import sys
import warnings
from pathlib import Path

from PIL import Image


def imagehash_algorithms():
    import imagehash

    return {
        "phash/1/64": imagehash.phash,
        "phash/1/256": lambda image: imagehash.phash(image, hash_size=16),
        "dhash/1/64": imagehash.dhash,
        "dhash/1/256": lambda image: imagehash.dhash(image, hash_size=16),
        "dhash-vertical/1/64": imagehash.dhash_vertical,
        "dhash-vertical/1/256": lambda image: imagehash.dhash_vertical(image, hash_size=16),
        "ahash/1/64": imagehash.average_hash,
        "ahash/1/256": lambda image: imagehash.average_hash(image, hash_size=16),
        "whash/1/64": imagehash.whash,
    }


def blockhash_algorithms():
    from blockhash import blockhash

    return {"blockhash/1/256": lambda image: blockhash(image.convert("RGB"), 16)}


def main(table):
    algorithms = {"imagehash": imagehash_algorithms, "blockhash": blockhash_algorithms}[table]()
    # PyWavelets warns that a square of one block has no level left to transform, which is meant.
    warnings.simplefilter("ignore")
    print("file,algorithm,hash")
    for file in sorted(Path(__file__).parent.glob("*.p[gp]m")):
        with Image.open(file) as image:
            image.load()
            for algorithm, hash_of in algorithms.items():
                print(f"{file.name},{algorithm},{hash_of(image)}")


if __name__ == "__main__":
    if len(sys.argv) != 2 or sys.argv[1] not in ("imagehash", "blockhash"):
        sys.exit("usage: reference-hashes.py imagehash|blockhash")
    main(sys.argv[1])

"""What a picture's bytes say of it, and the PDQ hash of how it looks.

To be called only where a stranger's file can do no harm (`examining`).
"""

import io
import warnings

import numpy as np
import pdqhash
from PIL import Image, ImageOps

from vigil.model.media import MediaFacts, PictureHash

FORMATS = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/gif": "GIF",
    "image/webp": "WEBP",
    "image/avif": "AVIF",
    "image/bmp": "BMP",
    "image/tiff": "TIFF",
}
"""The one decoder that each kind is given to: none that runs another program (EPS), none for what nobody posts."""

MOST_PIXELS = 100_000_000
"""A picture of a hundred kilobytes can say that it has billions. The largest cameras make 100 million."""

_HASHED_PIXELS = 1024
"""A larger picture is first made smaller: a hash looks at 64 x 64 in the end, and 1,024 move it by about 4 bits."""

_LEAST_PIXELS = 5
"""On a side: of what is smaller PDQ gives the same empty hash for all (MIN_HASHABLE_DIM in its makers' code)."""

_EXIF_ORIENTATION = 0x0112


def picture_facts(body: bytes, mime: str) -> MediaFacts:
    """Size, whether EXIF is there, and the hash; of what moves, of its first frame."""
    width = height = has_exif = None
    hashes: tuple[PictureHash, ...] = ()
    unreadable = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(body), formats=[FORMATS[mime]]) as image:
                width, height = image.size
                if width * height > MOST_PIXELS:
                    return MediaFacts(mime=mime, width=width, height=height, unreadable="it has too many pixels")
                exif = image.getexif()
                has_exif = len(exif) > 0
                if exif.get(_EXIF_ORIENTATION, 1) in {5, 6, 7, 8}:  # it lies on its side
                    width, height = height, width
                image.draft("RGB", (_HASHED_PIXELS, _HASHED_PIXELS))
                hashes = tuple(each for each in [hash_of(ImageOps.exif_transpose(image))] if each is not None)
    except Image.DecompressionBombError:
        unreadable = "it has too many pixels"
    except MemoryError:
        unreadable = "it takes more memory than it may"
    except Exception:  # noqa: BLE001 - decoders raise whatever they like, and their words may hold what is in the file
        unreadable = "it is cut short, or not what its first bytes say"
    return MediaFacts(mime=mime, width=width, height=height, has_exif=has_exif, pictures=hashes, unreadable=unreadable)


def hash_of(image: Image.Image, *, at_ms: int | None = None) -> PictureHash | None:
    """The PDQ hash of how a picture looks; what is transparent is white. None: it is too small for one."""
    if "transparency" in image.info or image.mode in {"RGBA", "LA", "PA", "RGBa", "La"}:
        image = image.convert("RGBA")
        image.thumbnail((_HASHED_PIXELS, _HASHED_PIXELS))
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    image = image.convert("RGB")
    image.thumbnail((_HASHED_PIXELS, _HASHED_PIXELS))
    if min(image.size) < _LEAST_PIXELS:
        return None
    bits, quality = pdqhash.compute(np.asarray(image))
    return PictureHash(pdq=np.packbits(bits.astype(np.uint8)).tobytes(), quality=int(quality), at_ms=at_ms)

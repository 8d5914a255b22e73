"""Pictures, videos and signed files, made as they are needed. What they show is nothing."""

import io
from datetime import UTC, datetime, timedelta
from functools import cache

import av
import c2pa
import numpy as np
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID
from PIL import Image, ImageDraw

DAY = timedelta(days=1)


@cache
def picture(seed=1, size=(1600, 1200)):
    """A picture with large and small shapes, another for each seed."""
    rng = np.random.default_rng(seed)
    image = Image.fromarray(rng.integers(0, 255, (6, 8, 3), dtype=np.uint8)).resize(size, Image.Resampling.BICUBIC)
    draw = ImageDraw.Draw(image)
    for _ in range(40):
        x, y = int(rng.integers(0, size[0])), int(rng.integers(0, size[1]))
        w, h = int(rng.integers(size[0] // 80, size[0] // 5)), int(rng.integers(size[0] // 80, size[0] // 5))
        draw.ellipse([x, y, x + w, y + h], fill=tuple(int(each) for each in rng.integers(0, 255, 3)))
    return image


def saved(image, kind="JPEG", **more):
    stream = io.BytesIO()
    image.save(stream, kind, **more)
    return stream.getvalue()


@cache
def jpeg(seed=1, size=(640, 480)):
    return saved(picture(seed, size), quality=90)


@cache
def video(*, codec="libx264", container="mp4", seconds=4, size=(320, 240), gop=25):
    """A video of 25 frames a second that shows another picture each second, each beginning with a key frame."""
    stream = io.BytesIO()
    with av.open(stream, "w", format=container) as out:
        track = out.add_stream(codec, rate=25)
        track.width, track.height = size
        track.pix_fmt = "yuv420p"
        track.gop_size = gop
        if codec == "libx264":
            track.options = {"preset": "ultrafast", "sc_threshold": "0"}
        for n in range(25 * seconds):
            for packet in track.encode(av.VideoFrame.from_image(picture(100 + n // 25, size))):
                out.mux(packet)
        for packet in track.encode():
            out.mux(packet)
    return stream.getvalue()


@cache
def sound(container="wav", codec="pcm_s16le"):
    """A second of silence."""
    stream = io.BytesIO()
    with av.open(stream, "w", format=container) as out:
        track = out.add_stream(codec, rate=44_100, layout="mono")
        frame = av.AudioFrame.from_ndarray(np.zeros((1, 44_100), dtype=np.int16), format="s16", layout="mono")
        frame.sample_rate = 44_100
        for packet in [*track.encode(frame), *track.encode()]:
            out.mux(packet)
    return stream.getvalue()


@cache
def authority():
    """A throwaway authority, a camera's certificate by it, and the camera's key; in PEM."""
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root = _certificate("A made-up authority", root_key, "A made-up authority", root_key, is_authority=True)
    camera = _certificate("Camera 7", key, "A made-up authority", root_key, is_authority=False)
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return root, camera, private


def signed(body, mime="image/jpeg", *, ingredient=None, elsewhere=None, **manifest):
    """A file with content credentials by the throwaway camera."""
    root, camera, private = authority()
    info = c2pa.C2paSignerInfo(alg=b"es256", sign_cert=camera + root, private_key=private, ta_url=None)
    says = {
        "claim_generator_info": [{"name": "Made-up camera", "version": "1.2"}],
        "title": "picture",
        "assertions": [
            {
                "label": "c2pa.actions",
                "data": {
                    "actions": [
                        {
                            "action": "c2pa.created",
                            "softwareAgent": {"name": "Made-up firmware", "version": "3"},
                            "digitalSourceType": "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture",
                        }
                    ]
                },
            }
        ],
        **manifest,
    }
    settings = c2pa.Settings.from_dict({"builder": {"thumbnail": {"enabled": False}}})
    with c2pa.Builder(says, c2pa.Context(settings)) as builder, c2pa.Signer.from_info(info) as signer:
        if ingredient is not None:
            page = {"title": "the first one", "relationship": "componentOf"}
            builder.add_ingredient(page, mime, io.BytesIO(ingredient))
        if elsewhere is not None:
            builder.set_no_embed()
            builder.set_remote_url(elsewhere)
        out = io.BytesIO()
        builder.sign(signer, mime, io.BytesIO(body), out)
    return out.getvalue()


def _certificate(subject, key, issuer, issuer_key, *, is_authority):
    now = datetime.now(UTC)
    used = dict.fromkeys(
        (
            "content_commitment",
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    builder = (
        x509.CertificateBuilder()
        .subject_name(_name(subject))
        .issuer_name(_name(issuer))
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - DAY)
        .not_valid_after(now + 300 * DAY)
        .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=True)
        .add_extension(
            x509.KeyUsage(
                digital_signature=not is_authority, key_cert_sign=is_authority, crl_sign=is_authority, **used
            ),
            critical=True,
        )
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(issuer_key.public_key()), critical=False)
    )
    if not is_authority:
        usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION])
        builder = builder.add_extension(usage, critical=False)
    return builder.sign(issuer_key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)


def _name(common):
    return x509.Name(
        [
            x509.NameAttribute(NameOID.ORGANIZATION_NAME, f"Made-up works of {common}"),
            x509.NameAttribute(NameOID.COMMON_NAME, common),
        ]
    )

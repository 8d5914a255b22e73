"""What a video's or recording's bytes say of it, and the PDQ hashes of some of its key frames.

To be called only where a stranger's file can do no harm (`examining`). Each kind is given to the one reader for it:
those that follow addresses in a file (playlists) are never asked.
"""

import contextlib
import io
from collections.abc import Iterator, Sequence

import av
from av.container import InputContainer
from av.video.stream import VideoStream
from PIL import Image

from vigil.model.media import MediaFacts, PictureHash
from vigil.sources.media.pictures import MOST_PIXELS, hash_of

READERS = {
    "video/mp4": "mov",
    "video/quicktime": "mov",
    "audio/mp4": "mov",
    "video/webm": "matroska",
    "video/x-matroska": "matroska",
    "video/x-msvideo": "avi",
    "video/mpeg": "mpeg",
    "video/mp2t": "mpegts",
    "video/x-flv": "flv",
    "application/ogg": "ogg",
    "audio/mpeg": "mp3",
    "audio/flac": "flac",
    "audio/wav": "wav",
    "audio/amr": "amr",
}

MOST_FRAMES = 8
"""Key frames that are hashed, spread over the video."""

_MOST_PACKETS = 1_000_000
"""Looked through for key frames: about nine hours of video."""

_OPTIONS = {"protocol_whitelist": "", "enable_drefs": "0", "use_absolute_path": "0"}
"""Nothing but the bytes given is opened, whatever the file refers to."""


def video_facts(body: bytes, mime: str) -> MediaFacts:
    """Length, size of the picture, and hashes of key frames with when they are shown."""
    width = height = duration_ms = None
    hashes: list[PictureHash] = []
    unreadable = None
    try:
        with av.open(
            io.BytesIO(body), mode="r", format=READERS[mime], options=_OPTIONS, metadata_errors="replace"
        ) as container:
            if container.duration is not None and container.duration >= 0:
                duration_ms = container.duration * 1000 // av.time_base
            for stream in container.streams.video[:1]:
                width, height = stream.codec_context.width or None, stream.codec_context.height or None
                if (width or 0) * (height or 0) > MOST_PIXELS:
                    unreadable = "it has too many pixels"
                else:
                    hashes.extend(_hashes(container, stream))
            if container.streams.video and not hashes and unreadable is None:
                unreadable = "none of its pictures can be read"
            if not container.streams.video and not container.streams.audio:
                unreadable = "there is neither picture nor sound in it"
    except MemoryError:
        unreadable = "it takes more memory than it may"
    except Exception:  # noqa: BLE001 - decoders raise whatever they like, and their words may hold what is in the file
        unreadable = "it is cut short, or not what its first bytes say"
    return MediaFacts(
        mime=mime,
        width=width,
        height=height,
        duration_ms=duration_ms,
        pictures=tuple(hashes),
        unreadable=unreadable,
    )


def spread(found: Sequence[int], most: int) -> list[int]:
    """At most so many of a sequence, spread evenly, the first and the last among them."""
    if len(found) <= most:
        return list(found)
    return [found[at * (len(found) - 1) // (most - 1)] for at in range(most)]


def _hashes(container: InputContainer, stream: VideoStream) -> Iterator[PictureHash]:
    stream.codec_context.thread_count = 1
    stream.codec_context.skip_frame = "NONKEY"
    stream.codec_context.options = {"max_pixels": str(MOST_PIXELS)}
    begins = stream.start_time or 0
    seen: set[int] = set()
    for wanted in spread(_key_frames(container, stream), MOST_FRAMES):
        with contextlib.suppress(av.FFmpegError):  # one frame that does not read leaves the others
            container.seek(wanted, stream=stream, backward=True)
            frame = next(container.decode(stream), None)
            if frame is None or frame.pts is None or frame.pts in seen or stream.time_base is None:
                continue
            seen.add(frame.pts)
            at_ms = max(int((frame.pts - begins) * stream.time_base * 1000), 0)
            hashed = hash_of(Image.fromarray(frame.to_ndarray(format="rgb24")), at_ms=at_ms)
            if hashed is not None:
                yield hashed


def _key_frames(container: InputContainer, stream: VideoStream) -> list[int]:
    """When key frames are shown, in the stream's own time, as far as the file reads."""
    found: list[int] = []
    with contextlib.suppress(av.FFmpegError):  # cut short: those before it are there
        for n, packet in enumerate(container.demux(stream)):
            if packet.is_keyframe and packet.pts is not None:
                found.append(packet.pts)
            if n >= _MOST_PACKETS:
                break
    return sorted(set(found))

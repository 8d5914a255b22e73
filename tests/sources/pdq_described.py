"""PDQ written from its description (Meta, "The TMK+PDQF Video-Hashing Algorithm and the PDQ Image-Hashing Algorithm",
2019), apart from the library that Vigil uses: slow, and plain enough to be read beside the paper."""

import numpy as np


def pdq_by_description(rgb):
    """The hash as 32 bytes, the most significant bit first, and the quality."""
    luma = rgb.astype(np.float64) @ [0.299, 0.587, 0.114]
    rows, columns = luma.shape
    for _ in range(2):  # a tent filter is a box filter twice
        luma = _boxed(_boxed(luma.T, _window(rows)).T, _window(columns))
    small = luma[np.ix_(_middles(rows), _middles(columns))]
    steps = [np.abs(np.trunc(np.diff(small, axis=axis) * 100 / 255)).sum() for axis in (0, 1)]
    quality = min(100, int(sum(steps) / 90))
    cosines = np.array(
        [[np.sqrt(2 / 64) * np.cos(np.pi / 2 / 64 * i * (2 * j + 1)) for j in range(64)] for i in range(1, 17)]
    )
    waves = cosines @ small @ cosines.T
    median = np.sort(waves, axis=None)[127]  # the lower of the two in the middle
    bits = (waves > median).flatten()
    return np.packbits(bits[::-1]).tobytes(), quality


def _window(n):
    return (n + 127) // 128


def _middles(n):
    return [int((k + 0.5) * n / 64) for k in range(64)]


def _boxed(values, window):
    """Each row's running mean over a window that is cut off at both ends."""
    half = (window + 2) // 2
    before, after = window - half, half
    sums = np.concatenate([np.zeros((values.shape[0], 1)), np.cumsum(values, axis=1)], axis=1)
    at = np.arange(values.shape[1])
    first, last = np.maximum(at - before, 0), np.minimum(at + after, values.shape[1])
    return (sums[:, last] - sums[:, first]) / (last - first)

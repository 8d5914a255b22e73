"""In: one module a platform or file format, each giving observations as columns, row by row where it must.

`open_source` finds the format. Reading a file never writes one, and never opens what is private in an archive.
"""

from vigil.sources.opening import open_source
from vigil.sources.options import ReadOptions

__all__ = ["ReadOptions", "open_source"]

"""Scripts that remake the lexicons taken from libraries: ``python -m extract.remake.places``.

They need the ``remake`` extra; nothing at run time does.
"""

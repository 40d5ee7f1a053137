"""One colour for each label, for tools that show them.

Okabe and Ito's palette, which people with any kind of colour vision tell apart, made lighter so
that black text on it is read easily.
"""

COLOURS = {
    "official": "#f5c26b",
    "agency": "#a9d7f5",
    "locality": "#7fd3b5",
    "quantity": "#f7f08a",
    "percentage": "#e3b7d1",
    "date": "#f0a884",
    "measure": "#e0e0e0",
}

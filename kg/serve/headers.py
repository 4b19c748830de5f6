"""The headers of answers: nothing is kept, guessed, framed, run or passed on."""

from __future__ import annotations

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
    # An answer in XML may hold what a browser takes for a page with scripts, as may any that it shows.
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'; sandbox",
}
"""Those of every answer that has no others of that name."""

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""The content security policy of a page whose scripts and styles are files of this server."""

PAGE = {"Content-Security-Policy": POLICY, "Cross-Origin-Opener-Policy": "same-origin"}
"""Those of such a page."""

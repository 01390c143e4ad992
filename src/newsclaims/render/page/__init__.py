"""The page: one self-contained HTML file to look through the claims of a run.

`shape` keeps of a reading what the page needs, `pack` makes one compact record of all readings, `render` puts it into
the template with the style sheet and the scripts, which are the files beside this one.
"""

from newsclaims.render.page.html import Page

__all__ = ["Page"]

"""How Sphinx builds these pages."""

from importlib.metadata import version as installed

project = "Folkmoot"
author = "The Folkmoot authors"
copyright = "The Folkmoot authors, Apache-2.0"
release = version = installed("folkmoot")

extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence", "deflist", "fieldlist"]
myst_heading_anchors = 3
exclude_patterns = ["_build"]

html_theme = "alabaster"
html_title = "Folkmoot"
html_theme_options = {"description": "Convene everyone, decide in the open.", "page_width": "62rem"}
html_copy_source = False
html_show_sphinx = False

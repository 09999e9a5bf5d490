"""How values become words and markup in the reader's language; the template tags are thin doors to these."""

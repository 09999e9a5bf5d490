"""What the suite stands on: a database, a browser, a live site, and an honest list of what was left out."""

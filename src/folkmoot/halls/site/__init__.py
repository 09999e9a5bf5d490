"""Home, pages and the secretariat's desk."""

"""The site as a whole: settings, addresses, pages every hall shares, and what answers requests."""

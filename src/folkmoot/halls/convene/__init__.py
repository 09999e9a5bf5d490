"""An edition and its programme, on site and online."""
